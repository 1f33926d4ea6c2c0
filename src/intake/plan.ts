import type { FojaError } from '../errors.ts';
import { type FileGroup, groupFolder } from './group.ts';
import { walk } from './walk.ts';

/** What a batch is to do, known before it starts: so that what is missing at the end shows. */
export interface Plan {
  readonly groups: readonly FileGroup[];
  /** Junk, links and special files passed over. */
  readonly ignored: readonly { readonly path: string; readonly why: string }[];
  readonly unreadable: readonly { readonly path: string; readonly error: FojaError }[];
}

/** Walks and groups everything below the paths; `skip` is the archive's own folder. */
export async function planBatch(
  paths: readonly string[],
  options: { eachFile: boolean; skip: string },
  signal: AbortSignal,
): Promise<Plan> {
  const plan = {
    groups: [] as FileGroup[],
    ignored: [] as Plan['ignored'][number][],
    unreadable: [] as Plan['unreadable'][number][],
  };
  for await (const folder of walk(paths, options.skip)) {
    signal.throwIfAborted();
    for (const group of await groupFolder(folder, options)) plan.groups.push(group);
    for (const ignored of folder.ignored) plan.ignored.push(ignored);
    for (const unreadable of folder.unreadable) plan.unreadable.push(unreadable);
  }
  return plan;
}
