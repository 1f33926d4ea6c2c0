// Closes the reports of batches that were handed over without waiting. Nobody is in charge of it: a worker with nothing left to
// do looks after the batches of which it had documents, and `foja resume` after all.
import { readRecord } from '../archive/archive.ts';
import {
  type BatchFile,
  type BatchReport,
  closeBatch,
  listQueuedBatches,
  readBatch,
} from '../archive/batches.ts';
import { countFiles } from '../archive/count-files.ts';
import { pagesApart } from '../description/delivered.ts';
import type { DocumentRecord } from '../model/document.ts';
import { sourceName } from '../model/source-name.ts';
import type { Workspace } from '../workspace.ts';

/** Closes every batch whose documents are all done: of these ids, or of all. Returns how many it closed. */
export async function closeEndedBatches(
  workspace: Workspace,
  ids: Iterable<string> | null,
  signal?: AbortSignal,
): Promise<number> {
  let closed = 0;
  for await (const batch of ids ? those(workspace, ids) : listQueuedBatches(workspace.store)) {
    signal?.throwIfAborted();
    if (batch.state === 'queued' && (await closeIfEnded(workspace, batch))) closed++;
  }
  return closed;
}

async function* those(workspace: Workspace, ids: Iterable<string>): AsyncGenerator<BatchReport> {
  for (const id of ids) {
    const batch = await readBatch(workspace.store, id);
    if (batch) yield batch;
  }
}

async function closeIfEnded(
  workspace: Workspace,
  batch: BatchReport & { readonly state: 'queued' },
): Promise<boolean> {
  const documents = new Map<string, DocumentRecord>();
  const files: BatchFile[] = [];
  for (const file of batch.files) {
    const { documentId: id } = file;
    if (file.status !== 'received' || id === null) {
      files.push(file);
      continue;
    }
    const record = documents.get(id) ?? (await readRecord(workspace.archive, id));
    if (record.status === 'received') return false;
    documents.set(id, record);
    const reason = record.error ?? record.pages.find((page) => page.error)?.error;
    files.push({ ...file, status: record.status, ...(reason && { reason }) });
  }
  const { state: _, ...report } = batch;
  const mismatches = [...(batch.mismatches ?? []), ...[...documents.values()].flatMap(otherPages)];
  await closeBatch(workspace.store, { ...report, ...countFiles(files), files, mismatches });
  return true;
}

// How many pages a document has was not known when it was handed over.
const otherPages = (record: DocumentRecord) =>
  pagesApart(record.delivery?.pages, record.pages.length, { path: sourceName(record) });
