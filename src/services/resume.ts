// What an interruption left: everything needed lies in the archive, so work area, queue and index may be lost.
import { readRecord } from '../archive/archive.ts';
import { records } from '../archive/records.ts';
import { sweep } from '../archive/sweep.ts';
import { sweepWork } from '../archive/sweep-work.ts';
import { closeEndedBatches } from '../flow/close-batches.ts';
import { countDocument } from '../flow/runner.ts';
import { archivedEvent, type DocumentEvent } from '../intake/events.ts';
import type { Actor } from '../model/actor.ts';
import { sourceName } from '../model/source-name.ts';
import type { IntakeWorkspace } from '../workspace.ts';

// So many documents may be on their way to the queue at once: it takes them in lots.
const LOT = 1000;

/** What became of the documents that were taken up; of those that nobody waited for only how many. */
export interface Resumed {
  readonly resumed: number;
  readonly processed: number;
  readonly partial: number;
  readonly failed: number;
}

/** Hands every document that was received and not processed to the queue; waits for them unless `noWait`. */
export async function resume(
  workspace: IntakeWorkspace,
  _actor: Actor,
  { noWait }: { readonly noWait: boolean },
  signal: AbortSignal,
  documentDone: (event: DocumentEvent) => void,
): Promise<Resumed> {
  await sweep(workspace.archive, { signal });
  await sweepWork(workspace.archive);
  const finishing: Promise<void>[] = [];
  let adding: Promise<void>[] = [];
  const counts = { resumed: 0, processed: 0, partial: 0, failed: 0 };
  for await (const { id, status } of records(workspace.archive, signal)) {
    if (status !== 'received') continue;
    counts.resumed++;
    const pages = await countDocument(workspace, id, signal);
    const added = workspace.queue.add({ documentId: id, ...(pages !== undefined && { pages }) });
    added.catch(() => {});
    adding.push(added);
    // Where pages are counted here they are read here too: no document is opened before there is room for it.
    if (pages !== undefined || adding.length === LOT) {
      await Promise.all(adding);
      adding = [];
    }
    if (noWait) continue;
    const finished = added
      .then(() => workspace.queue.finished(id))
      .then(() => readRecord(workspace.archive, id))
      .then((record) => {
        if (record.status !== 'received') counts[record.status]++;
        documentDone(archivedEvent(sourceName(record), record));
      });
    finished.catch(() => {});
    finishing.push(finished);
  }
  await Promise.all(adding);
  await Promise.all(finishing);
  await workspace.index.refresh(signal);
  await closeEndedBatches(workspace, null, signal);
  return counts;
}
