import { mkdir, open, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { isAbsent } from '../disk-errors.ts';

/** Makes the folder and forces every new entry on the way to the disk. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  const top = path.dirname(first);
  for (let parent = path.dirname(folder); parent.length >= top.length; parent = path.dirname(parent)) {
    await syncFolder(parent);
    if (parent === top) return;
  }
}

/** Forces the folder's entries to the disk. Windows cannot, and journals them itself. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Removes the folder and its parents below `root` for as long as they are empty: OCFL allows no empty folders. */
export async function pruneFolders(root: string, folder: string): Promise<void> {
  let current = folder;
  while (current.length > root.length) {
    const removed = await rmdir(current).then(
      () => true,
      // Not empty, or a writer needs it: either way it stays.
      (error: unknown) => isAbsent(error),
    );
    if (!removed) break;
    current = path.dirname(current);
  }
  await syncFolder(current);
}
