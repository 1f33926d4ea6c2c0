// A batch: what was handed over, and what became of each file. It goes on where it was when the same command runs again.
import { readRecord } from './archive/archive.ts';
import { closeBatch, openBatch } from './archive/batches.ts';
import type { DocumentRecord } from './document.ts';
import { concernsAll } from './errors.ts';
import type { WorkingFoja } from './foja.ts';
import type { FileGroup } from './intake/group.ts';
import { documentId, type HashedFile, hashFiles } from './intake/identify.ts';
import { planBatch } from './intake/plan.ts';
import {
  type DocumentEvent,
  failureOf,
  outcomeOf,
  type SettledEvent,
  type SummaryEvent,
  Tally,
} from './intake/tally.ts';
import { countDocument } from './runner.ts';
import { receive } from './stages/receive.ts';

export interface IngestOptions {
  /** Absolute paths of files and folders. */
  readonly paths: readonly string[];
  readonly eachFile: boolean;
  /** The archive's own folder, which is never taken in. */
  readonly skip: string;
}

/** Told as the batch goes on. */
export interface IngestWatcher {
  documentDone(event: DocumentEvent): void;
  /** Pages in all, as far as known; exact once every document has been opened. */
  expect(pages: number, exact: boolean): void;
  started(batch: { id: string; continued: boolean; ignored: number }): void;
}

/**
 * Receives and processes everything below the paths. A bad file is reported and never stops the batch; what stops it
 * is an archive that cannot be written, a missing engine, or the signal. Needs `startWork` to be running.
 */
export async function ingest(
  foja: WorkingFoja,
  options: IngestOptions,
  watcher: IngestWatcher,
  signal: AbortSignal,
): Promise<SummaryEvent> {
  const startedAt = new Date();
  const plan = await planBatch(options.paths, options, signal);
  const { batch, continued } = await openBatch(foja.store, {
    startedAt: startedAt.toISOString(),
    user: foja.user,
    paths: options.paths,
    options: { eachFile: options.eachFile },
  });
  watcher.started({ id: batch.id, continued, ignored: plan.ignored.length });

  const tally = new Tally(plan, watcher);
  const taken = new Set<string>();
  const finishing: Promise<void>[] = [];
  for (const group of plan.groups) {
    signal.throwIfAborted();
    const next = await take(foja, group, { batch: batch.id, taken }, signal).catch(
      onlyThisDocument(group, signal),
    );
    if (next.event) {
      tally.add(group, next.event, next.files);
      continue;
    }
    taken.add(next.id);
    const pages = await countDocument(foja, next.id, signal);
    tally.opened(group, pages);
    await foja.queue.add({ documentId: next.id, pages });
    const finished = foja.queue
      .finished(next.id)
      .then(async () => ({ event: outcomeOf(group, await readRecord(foja.archive, next.id)) }))
      .catch(onlyThisDocument(group, signal, next.id))
      .then(({ event }) => tally.add(group, event, next.files));
    finished.catch(() => {});
    finishing.push(finished);
  }
  await Promise.all(finishing);
  await foja.index.refresh(signal);
  await closeBatch(foja.store, { ...batch, ...tally.report() });
  return tally.summary(batch.id, Date.now() - startedAt.getTime());
}

type Taken = { event?: never; id: string; files: readonly HashedFile[] };
type Settled = { event: SettledEvent; files: readonly HashedFile[] };

// Receives a group, or says why there is nothing to do: the archive has it already, whatever its name.
async function take(
  foja: WorkingFoja,
  group: FileGroup,
  run: { batch: string; taken: ReadonlySet<string> },
  signal: AbortSignal,
): Promise<Taken | Settled> {
  const files = await hashFiles(group.files, signal);
  const id = documentId(files);
  const known = await receive(foja, { id, batch: run.batch, files }, signal);
  if (known && !isToDo(known, run)) {
    const ours = known.batch === run.batch && known.source[0]?.path === files[0]!.path;
    return { event: outcomeOf(group, known, ours ? known.status : 'duplicate'), files };
  }
  return { id, files };
}

// Received before an interruption and never finished: this run takes it up.
const isToDo = (record: DocumentRecord, run: { taken: ReadonlySet<string> }) =>
  record.status === 'received' && !run.taken.has(record.id);

/** Turns a failure that concerns one document into its event; one that concerns everything goes on up. */
function onlyThisDocument(group: FileGroup, signal: AbortSignal, id: string | null = null) {
  return (error: unknown): Settled => {
    if (signal.aborted || concernsAll(error)) throw error;
    return { event: failureOf(group.source, error, id), files: [] };
  };
}
