// The queue of many machines: BullMQ on Redis. Losing Redis loses no document: `foja resume` adds what the archive says is not done.
import { Queue, type Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { UnavailableError } from '../../errors.ts';
import type { JobQueue } from '../../ports/job-queue.ts';
import { adder } from './bullmq-add.ts';
import { asker, parseAddress, type RedisAddress } from './bullmq-address.ts';
import { asked } from './bullmq-errors.ts';
import type { JobData } from './bullmq-jobs.ts';
import { openWaiters } from './bullmq-waiters.ts';
import { PATIENCE, startWorker } from './bullmq-work.ts';

const CONNECT_WITHIN_MS = 10_000;

export interface Connected {
  readonly address: RedisAddress;
  readonly redis: Redis;
  readonly queue: Queue<JobData>;
  /** The full name of a key of the queue. */
  key(name: string): string;
  close(): Promise<void>;
}

/** Connects to the queue of a URL. UnavailableError where nobody answers, UsageError for a URL that is none. */
export async function connect(url: string): Promise<Connected> {
  const address = parseAddress(url);
  const options = asker(address);
  const redis = new Redis({
    ...(options.connection as object),
    lazyConnect: true,
    connectTimeout: CONNECT_WITHIN_MS,
  });
  // Failures reach whoever asks.
  redis.on('error', () => {});
  try {
    await asked(address, () => firstAnswer(redis));
    const queue = new Queue<JobData>(address.name, { prefix: options.prefix!, connection: redis });
    queue.on('error', () => {});
    await asked(address, () => queue.waitUntilReady());
    return {
      ...{ address, redis, queue },
      key: (name) => queue.toKey(name),
      async close() {
        await queue.close();
        redis.disconnect();
      },
    };
  } catch (error) {
    redis.disconnect();
    throw error;
  }
}

// At the start nobody waits for a server to come back: what is wrong is said.
async function firstAnswer(redis: Redis): Promise<void> {
  const failed = new Promise<never>((_, reject) => redis.once('error', reject));
  failed.catch(() => {});
  await Promise.race([redis.connect(), failed]);
  await redis.ping();
}

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
