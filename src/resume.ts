// What an interruption left: everything needed lies in the archive, so work area, queue and index may be lost.
import { readRecord } from './archive/archive.ts';
import { records } from './archive/records.ts';
import { sweep } from './archive/sweep.ts';
import type { DocumentRecord } from './document.ts';
import type { WorkingFoja } from './foja.ts';
import { countDocument } from './runner.ts';

/** Finishes every document that was received and not processed; returns how many. */
export async function resume(
  foja: WorkingFoja,
  report: (record: DocumentRecord) => void,
  signal: AbortSignal,
): Promise<number> {
  await sweep(foja.archive);
  const finishing: Promise<void>[] = [];
  for await (const { id, status } of records(foja.archive, signal)) {
    if (status !== 'received') continue;
    await foja.queue.add({ documentId: id, pages: await countDocument(foja, id, signal) });
    const finished = foja.queue.finished(id).then(async () => report(await readRecord(foja.archive, id)));
    finished.catch(() => {});
    finishing.push(finished);
  }
  await Promise.all(finishing);
  await foja.index.refresh(signal);
  return finishing.length;
}
