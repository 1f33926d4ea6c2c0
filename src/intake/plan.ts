import type { FojaError } from '../model/errors.ts';
import { type FileGroup, groupFolder } from './group.ts';
import { type FoundFile, walk } from './walk.ts';

/** What a batch is to do, known before it starts: so that what is missing at the end shows. */
export interface Plan {
  readonly groups: readonly FileGroup[];
  /** Junk, links and special files passed over. */
  readonly ignored: readonly { readonly path: string; readonly why: string }[];
  readonly unreadable: readonly { readonly path: string; readonly error: FojaError }[];
}

/** Walks and groups everything below the paths; `skip` is the archive's own folder, `papers` files that are no scans. */
export async function planBatch(
  paths: readonly string[],
  options: { eachFile: boolean; skip: string; papers?: readonly string[] },
  signal: AbortSignal,
): Promise<Plan> {
  const plan = {
    groups: [] as FileGroup[],
    ignored: [] as Plan['ignored'][number][],
    unreadable: [] as Plan['unreadable'][number][],
  };
  for await (const folder of walk(paths, options.skip)) {
    signal.throwIfAborted();
    const isPaper = ({ location }: FoundFile) => options.papers?.includes(String(location)) === true;
    const files = folder.files.filter((file) => !isPaper(file));
    for (const { path } of folder.files.filter(isPaper)) plan.ignored.push({ path, why: 'manifest' });
    for (const group of await groupFolder({ ...folder, files }, options)) plan.groups.push(group);
    for (const ignored of folder.ignored) plan.ignored.push(ignored);
    for (const unreadable of folder.unreadable) plan.unreadable.push(unreadable);
  }
  return plan;
}
