import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** A copy in progress is written to all the time; one that nobody touched for a day has lost its writer. */
const ABANDONED_MS = 24 * 60 * 60 * 1000;

/** Hands out names for unfinished files, in the store's own folder: on the same file system, and in no listing. */
export function openScratch(folder: string): { next(): Promise<string> } {
  let ready: Promise<void> | null = null;
  return {
    async next() {
      ready ??= prepare(folder);
      await ready.catch((error: unknown) => {
        ready = null;
        throw error;
      });
      return path.join(folder, randomUUID());
    },
  };
}

// Before the first file of a process: clears what crashed ones left.
async function prepare(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    const stats = await stat(file).catch(() => null);
    if (stats && Date.now() - stats.mtimeMs > ABANDONED_MS) await rm(file, { force: true });
  }
}
