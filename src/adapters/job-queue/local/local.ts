// The queue of one process: nothing is stored, because the archive already says what is not done yet.
import { setTimeout as delay } from 'node:timers/promises';
import PQueue from 'p-queue';
import { concernsAll, UnavailableError } from '../../../model/errors.ts';
import type { DocumentJob, JobHandlers, JobQueue } from '../../../ports/job-queue.ts';
import { isTriedAgain, waitBefore } from '../attempts.ts';

// Pages queued ahead of each engine: enough that none runs dry, few enough that receiving does not run away from reading.
const AHEAD = 4;

/** A queue inside this process, `concurrency` pages at a time. */
export function openLocalQueue(options: { concurrency: number }): JobQueue {
  const pages = new PQueue({ concurrency: options.concurrency, autoStart: false });
  const documents = new Map<string, PromiseWithResolvers<void>>();
  const atHand = new Set<Promise<void>>();
  const worker = Promise.withResolvers<{ handlers: JobHandlers; signal: AbortSignal }>();
  const ended = Promise.withResolvers<void>();
  let over: { readonly reason: unknown } | null = null;

  // Forgets what waits and tells everybody who waits for it; the archive still knows what is not done.
  function end(reason: unknown): void {
    over ??= { reason };
    pages.clear();
    for (const document of documents.values()) document.reject(reason);
    documents.clear();
    ended.resolve();
  }

  async function runPage(documentId: string, page: number): Promise<void> {
    const { handlers, signal } = await worker.promise;
    const job = { documentId, page };
    try {
      await attempt((tried) => handlers.page(job, signal, tried), signal);
    } catch (error) {
      if (signal.aborted) return;
      // A full disk or a server that is away is no fault of the page: it stays to be read by the next run.
      if (concernsAll(error)) end(error);
      else await handlers.pageGivenUp(job, error);
    }
  }

  // What stops the count stops the document: whoever waits for it is told.
  async function count({ documentId }: DocumentJob, done: PromiseWithResolvers<void>): Promise<number> {
    try {
      const { handlers, signal } = await worker.promise;
      return await attempt(() => handlers.count(documentId, signal), signal);
    } catch (error) {
      documents.delete(documentId);
      done.reject(error);
      throw error;
    }
  }

  async function runDocument(job: DocumentJob, itsPages: readonly Promise<unknown>[]): Promise<void> {
    await Promise.all(itsPages);
    const { handlers, signal } = await worker.promise;
    signal.throwIfAborted();
    if (over) throw over.reason;
    const finishing = attempt((tried) => handlers.document(job, signal, tried), signal);
    atHand.add(finishing);
    await finishing.finally(() => atHand.delete(finishing));
  }

  return {
    async add(job) {
      if (documents.has(job.documentId)) return;
      const done = Promise.withResolvers<void>();
      done.promise.catch(() => {});
      documents.set(job.documentId, done);
      const itsPages: Promise<unknown>[] = [];
      const pageCount = job.pages ?? (await count(job, done));
      for (let page = 1; page <= pageCount && !over; page++) {
        const task = pages.add(() => runPage(job.documentId, page));
        // Its failure is the document's, which may not be waiting yet.
        task.catch(() => {});
        itsPages.push(task);
        await pages.onSizeLessThan(options.concurrency * AHEAD);
      }
      if (over) throw over.reason;
      runDocument(job, itsPages)
        .then(done.resolve, done.reject)
        .finally(() => documents.delete(job.documentId));
    },

    async work(handlers, signal) {
      worker.resolve({ handlers, signal });
      const onAbort = () => end(signal.reason);
      signal.addEventListener('abort', onAbort, { once: true });
      if (signal.aborted) onAbort();
      pages.start();
      await ended.promise;
      await pages.onIdle();
      if (over && !signal.aborted) throw over.reason;
    },

    async finished(documentId) {
      await documents.get(documentId)?.promise;
    },

    async counts() {
      return { waiting: pages.size, active: pages.pending };
    },

    async close() {
      end(
        new UnavailableError(
          'queue-closed',
          'The queue was closed before its work was done: run the command again.',
        ),
      );
      await pages.onIdle();
      await Promise.allSettled(atHand);
    },
  };
}

/** Tries as often as the error class allows, waiting longer each time. */
async function attempt<T>(job: (tried: number) => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await job(tried);
    } catch (error) {
      if (signal.aborted || !isTriedAgain(error, tried)) throw error;
      const wait = waitBefore(error, tried);
      if (wait > 0) await delay(wait, undefined, { signal });
    }
  }
}
