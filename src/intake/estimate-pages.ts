import type { FileGroup } from './group.ts';

/**
 * Tells how many pages a batch has, as far as known, each time that those of a document become known; `exact` when all are. Until a
 * document is opened each of its files counts as one page.
 */
export function estimatePages(
  groups: readonly FileGroup[],
  tell: (pages: number, exact: boolean) => void,
): (group: FileGroup, pages: number) => void {
  let total = groups.reduce((sum, group) => sum + group.files.length, 0);
  const known = new Set<FileGroup>();
  return (group, pages) => {
    if (known.has(group)) return;
    known.add(group);
    total += pages - group.files.length;
    tell(total, known.size === groups.length);
  };
}
