// The queue of many machines: BullMQ on Redis. Losing Redis loses no document: `foja resume` adds what the archive says is not done.
import type { Worker } from 'bullmq';
import { UnavailableError } from '../../../model/errors.ts';
import type { JobQueue } from '../../../ports/job-queue.ts';
import { adder } from './add.ts';
import { connect } from './connect.ts';
import { asked } from './errors.ts';
import type { JobData } from './jobs.ts';
import { openWaiters } from './waiters.ts';
import { PATIENCE, startWorker } from './work.ts';

/** Opens a queue that all processes with the same URL share; `concurrency` jobs at a time where this one works. */
export async function openBullQueue(
  url: string,
  { concurrency, patience = PATIENCE }: { readonly concurrency: number; readonly patience?: typeof PATIENCE },
): Promise<JobQueue> {
  const connected = await connect(url);
  const { address, redis, queue, key } = connected;
  const waiters = openWaiters(address, redis, key);
  const add = adder(connected);
  const ended = Promise.withResolvers<void>();
  let worker: Worker<JobData> | null = null;
  let failure: { readonly reason: unknown } | null = null;

  // What is at hand is left to end before anything else happens.
  async function endWork(reason: unknown): Promise<void> {
    waiters.rejectAll(reason);
    await worker?.close();
    ended.resolve();
  }

  return {
    add: (job) => asked(address, () => add(job)),

    async work(handlers, signal) {
      const onAbort = () => void endWork(signal.reason);
      signal.addEventListener('abort', onAbort, { once: true });
      worker = startWorker(connected, {
        ...{ handlers, signal, concurrency, patience },
        stop(reason) {
          failure ??= { reason };
          void endWork(reason);
        },
      });
      if (signal.aborted) onAbort();
      await ended.promise;
      signal.removeEventListener('abort', onAbort);
      if (failure) throw failure.reason;
    },

    finished: (documentId) => waiters.wait(documentId),

    counts: () =>
      asked(address, async () => {
        const { active = 0, ...waiting } = await queue.getJobCounts(
          'active',
          'wait',
          'prioritized',
          'delayed',
        );
        return { waiting: Object.values(waiting).reduce((sum, count) => sum + count, 0), active };
      }),

    async close() {
      await endWork(
        new UnavailableError(
          'queue-closed',
          'The queue was closed before its work was done: run the command again.',
        ),
      );
      await waiters.close();
      await connected.close();
    },
  };
}
