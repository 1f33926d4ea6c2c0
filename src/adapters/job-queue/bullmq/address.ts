// Where a queue on Redis lies, and how connections to it behave.
import type { ConnectionOptions, QueueOptions } from 'bullmq';
import { UsageError } from '../../../model/errors.ts';

export interface RedisAddress {
  /** Of the queue: archives that share a Redis have names of their own (src/wiring/job-queues.ts). */
  readonly name: string;
  readonly connection: Extract<ConnectionOptions, { host?: string }>;
  /** The URL without its password, for messages. */
  readonly shown: string;
}

/** Reads `redis://[user:password@]host[:port][/database][?queue=name]`; `rediss://` is the same with TLS. */
export function parseAddress(url: string): RedisAddress {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  const database = /^\/?(\d{0,4})$/.exec(parsed?.pathname ?? '-')?.[1];
  const name = parsed?.searchParams.get('queue') ?? 'foja';
  if (!parsed || database === undefined || !/^[\w-]{1,40}$/.test(name)) {
    throw new UsageError(
      'bad-queue-url',
      'The address of the queue is not redis://[user:password@]host[:port][/database][?queue=name].',
    );
  }
  const { hostname, port, username, password, protocol } = parsed;
  return {
    name,
    shown: `${protocol}//${parsed.host}${parsed.pathname}`,
    connection: {
      host: hostname.replace(/^\[|\]$/g, '') || '127.0.0.1',
      port: port ? Number(port) : 6379,
      ...(username && { username: decodeURIComponent(username) }),
      ...(password && { password: decodeURIComponent(password) }),
      ...(database && { db: Number(database) }),
      ...(protocol.toLowerCase() === 'rediss:' && { tls: {} }),
      // A server that restarts with a large log is back within a minute.
      retryStrategy: (tries: number) => Math.min(100 * 2 ** tries, 2_000) * (0.5 + Math.random()),
    },
  };
}

// Of keys in Redis: `foja:<queue>:…`.
const PREFIX = 'foja';

/** For connections that give up on a command after a while: about 30 s without a server. */
export const asker = ({ connection }: RedisAddress): QueueOptions => ({
  prefix: PREFIX,
  connection: { ...connection, maxRetriesPerRequest: 20 },
});

/** For connections that wait for their server as long as it takes. */
export const waiter = ({ connection }: RedisAddress) => ({
  prefix: PREFIX,
  connection: { ...connection, maxRetriesPerRequest: null },
});
