// The Redis that the tests run against: every write in its log at once a second, as in production, and nothing thrown out for want of memory.
import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import { findServer, type Server, startServer } from './program.ts';

export const REDIS = findServer('redis-server');

/** Redis on an empty folder. */
export const startRedis = (): Promise<Server> =>
  startServer({
    program: REDIS!,
    args: ({ port, folder }) => [
      ...['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''],
      ...['--appendonly', 'yes', '--appendfsync', 'everysec', '--maxmemory-policy', 'noeviction'],
    ],
    readyAt: async (port) => {
      await using client = clientOf(port);
      return (await client.redis.ping()) === 'PONG';
    },
  });

/** A URL of a queue that nobody has used. */
export const freshQueue = ({ port }: Server): string =>
  `redis://127.0.0.1:${port}/0?queue=${randomBytes(4).toString('hex')}`;

/** A client of the tests' own. */
export function clientOf(port: number): AsyncDisposable & { readonly redis: Redis } {
  const redis = new Redis({ port, host: '127.0.0.1', retryStrategy: () => null });
  redis.on('error', () => {});
  return { redis, [Symbol.asyncDispose]: async () => redis.disconnect() };
}
