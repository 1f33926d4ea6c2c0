import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { asker, parseAddress, type RedisAddress } from './address.ts';
import { asked } from './errors.ts';
import type { JobData } from './jobs.ts';

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
