import { readHead, readRecord } from './archive.ts';
import type { Archive } from './open-archive.ts';
import { clear } from './work.ts';

/**
 * Clears the work area of documents that need nothing more from it: a worker that was taken for dead may have kept a page after
 * others had finished its document. Returns how many documents had something left.
 */
export async function sweepWork(archive: Archive): Promise<number> {
  const ids = new Set<string>();
  for await (const { key } of archive.store.list('work/')) ids.add(key.split('/')[1]!);
  let cleared = 0;
  for (const id of ids) {
    if ((await readHead(archive, id)) && (await readRecord(archive, id)).status === 'received') continue;
    await clear(archive.store, id);
    cleared++;
  }
  return cleared;
}
