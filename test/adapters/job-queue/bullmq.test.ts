import { afterAll, beforeAll, describe } from 'vitest';
import { openBullQueue } from '../../../src/adapters/job-queue/bullmq.ts';
import { jobQueueContract } from '../../contracts/job-queue.ts';
import type { Server } from '../../support/servers/program.ts';
import { freshQueue, REDIS, startRedis } from '../../support/servers/redis.ts';

describe.skipIf(!REDIS)('BullMQ', () => {
  let server: Server;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server[Symbol.asyncDispose]());

  jobQueueContract('BullMQ on Redis', () => openBullQueue(freshQueue(server), { concurrency: 2 }), {
    without: { 'lets no producer run away': 'the server has room for a million pages (bench: scale)' },
  });
});
