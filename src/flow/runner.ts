// Carries the pipeline out: hands the queue the steps of pipeline.ts and says what became of each document.
import type { Actor } from '../model/actor.ts';
import type { DocumentRecord, ReadPage } from '../model/document.ts';
import * as pipeline from '../pipeline.ts';
import type { IntakeWorkspace, ReadingWorkspace } from '../workspace.ts';
import { closeEndedBatches } from './close-batches.ts';
import { countPages } from './steps/locate-page.ts';
import { forget, openReceived } from './steps/work-in-flight.ts';

/** A turn of a job that has ended. */
export interface Turn {
  readonly stage: 'page' | 'document';
  readonly documentId: string;
  readonly page?: number;
  readonly attempt: number;
  readonly seconds: number;
  /** Null where the turn did nothing, because another had done it. */
  readonly result: ReadPage | DocumentRecord | null;
  readonly error?: unknown;
}

/** Told as work goes on: for progress on a terminal, for logs and metrics. */
export interface Watcher {
  pageDone(): void;
  turn?(turn: Turn): void;
  /** Something outside the jobs went wrong; it is tried again. */
  trouble?(error: unknown): void;
}

/**
 * Works on the queue until the signal aborts or the queue is closed; what it makes bears the actor's name (docs/decisions/0007). When there is nothing left to do, what was done is made
 * findable and the batches that ended with it are closed: nobody may be waiting to do that.
 */
export async function startWork(
  workspace: ReadingWorkspace,
  actor: Actor,
  watcher: Watcher,
  signal: AbortSignal,
): Promise<void> {
  const batches = new Set<string>();
  let resting = Promise.resolve();

  // One at a time, and the last is waited for.
  function idle(): Promise<void> {
    resting = resting.catch(() => {}).then(finish);
    return resting;
  }

  async function finish(): Promise<void> {
    if (batches.size === 0) return;
    const done = [...batches];
    batches.clear();
    try {
      await workspace.index.refresh();
      await closeEndedBatches(workspace, done);
    } catch (error) {
      for (const batch of done) batches.add(batch);
      throw error;
    }
  }

  await workspace.queue.work(
    {
      count: (documentId) => countOf(workspace, documentId, signal),
      page: (job, stop, attempt) =>
        timed(watcher, { stage: 'page', documentId: job.documentId, page: job.page, attempt }, async () => {
          const page = await pipeline.page(workspace, job, stop);
          watcher.pageDone();
          return page;
        }),
      async pageGivenUp(job, error) {
        await pipeline.giveUp(workspace, job, error, signal);
        watcher.pageDone();
      },
      document: ({ documentId }, stop, attempt) =>
        timed(watcher, { stage: 'document', documentId, attempt }, async () => {
          const record = await pipeline.document(workspace, actor, { documentId }, stop);
          await forget(workspace, documentId);
          batches.add(record.batch);
          return record;
        }),
      idle,
      trouble: (error) => watcher.trouble?.(error),
    },
    signal,
  );
  if (!signal.aborted) await idle();
}

async function timed(
  watcher: Watcher,
  turn: Omit<Turn, 'seconds' | 'result' | 'error'>,
  work: () => Promise<Turn['result']>,
): Promise<void> {
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  try {
    const result = await work();
    watcher.turn?.({ ...turn, seconds: seconds(), result });
  } catch (error) {
    watcher.turn?.({ ...turn, seconds: seconds(), result: null, error });
    throw error;
  }
}

/** How many pages a received document has; counted once, then known. Undefined where whoever reads them counts. */
export async function countDocument(
  workspace: IntakeWorkspace,
  documentId: string,
  signal: AbortSignal,
): Promise<number | undefined> {
  return canRead(workspace) ? countOf(workspace, documentId, signal) : undefined;
}

const canRead = (workspace: IntakeWorkspace): workspace is ReadingWorkspace => workspace.reader !== undefined;

async function countOf(
  workspace: ReadingWorkspace,
  documentId: string,
  signal: AbortSignal,
): Promise<number> {
  const { survey } = await openReceived(workspace, documentId, signal);
  return countPages(survey);
}
