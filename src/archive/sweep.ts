import { ConflictError, IntegrityError } from '../model/errors.ts';
import type { ObjectInfo, ObjectStore } from '../ports/object-store.ts';
import { listObjects } from './list.ts';
import { carryOut, nextVersion, readDecision } from './ocfl/commit.ts';
import { contentFiles } from './ocfl/inventory.ts';
import { ROOT } from './ocfl/layout.ts';
import { type LoadedInventory, loadInventory } from './ocfl/load.ts';
import type { Archive } from './open-archive.ts';

/**
 * A writer that added nothing for a day is taken for dead. Even a 2 GB file over a slow line is done in hours; the store's
 * clock and ours need not agree to the minute.
 */
const ABANDONED_MS = 24 * 60 * 60 * 1000;

export interface Swept {
  /** Receipts and versions that a crash interrupted after everything was stored: now complete. */
  readonly completed: number;
  /** Files removed: content of versions that nobody decided or touched for a day, and of losers of a race. */
  readonly removed: number;
  /** Such files that may still have a writer; ingesting their source again completes them. */
  readonly pending: number;
}

/**
 * Looks after what crashes left in the archive.
 *
 * A decided version (commit.ts) is completed, which is safe whoever else is at it. Of an undecided one the bytes still lie
 * at their source, since foja never removes a source, but its writer may be alive: it is left alone until its newest file
 * is a day old. Should a writer have slept that long, it finds its files gone once it has decided, and stores them
 * anew before it commits. Nothing that an inventory names is removed. Damaged objects are left to `verify`.
 */
export async function sweep(
  { store }: Archive,
  options: { now?: Date; signal?: AbortSignal } = {},
): Promise<Swept> {
  const { now = new Date(), signal } = options;
  const swept = { completed: 0, removed: 0, pending: 0 };
  for await (const { root, files } of listObjects({ store }, ROOT, signal)) {
    if (!root) continue;
    try {
      await sweepObject(store, root, files, now, swept);
    } catch (error) {
      // Damaged, or its writer is at work.
      if (!(error instanceof IntegrityError || error instanceof ConflictError)) throw error;
    }
  }
  return swept;
}

async function sweepObject(
  store: ObjectStore,
  root: string,
  files: readonly ObjectInfo[],
  now: Date,
  swept: { completed: number; removed: number; pending: number },
): Promise<void> {
  // Most objects have only what is named: told without reading anything but the inventory.
  const loaded = await loadInventory(store, root);
  const unnamed = unnamedFiles(root, files, loaded);
  const next = `${root}${nextVersion(loaded)}/`;
  if (files.some(({ key }) => key.startsWith(next))) {
    const decided = await readDecision(store, root, loaded);
    if (decided) {
      if ((await carryOut(store, root, decided, loaded)).committed) swept.completed++;
      return;
    }
  }
  const newest = Math.max(...unnamed.map(({ modifiedAt }) => Date.parse(modifiedAt)));
  if (now.getTime() - newest < ABANDONED_MS) {
    swept.pending += unnamed.length;
    return;
  }
  for (const { key } of unnamed) {
    if (key.startsWith(next) && (await readDecision(store, root, loaded))) return;
    await store.remove(key);
    swept.removed++;
  }
}

// Content that no inventory names. Before the decision a version is content only: where there is more, something was lost.
function unnamedFiles(
  root: string,
  files: readonly ObjectInfo[],
  loaded: LoadedInventory | null,
): readonly ObjectInfo[] {
  const isContent = ({ key }: ObjectInfo) => /^v\d+\/content\//.test(key.slice(root.length));
  if (!loaded)
    return files.every((file) => isContent(file) && file.key.startsWith(`${root}v1/`)) ? files : [];
  const named = contentFiles(loaded.inventory);
  return files.filter((file) => isContent(file) && !named.has(file.key.slice(root.length)));
}
