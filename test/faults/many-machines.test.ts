// What the queue's server does to a batch of foja's own workers, with the archive on S3: killed in mid-batch, wiped in mid-batch.
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openJobs } from '../../src/wiring/job-queues.ts';
import { writeDelivery } from '../support/deliveries.ts';
import { foja, start } from '../support/foja.ts';
import type { Server } from '../support/servers/program.ts';
import { clientOf, freshQueue, REDIS, startRedis } from '../support/servers/redis.ts';
import { MINIO, startMinio } from '../support/servers/s3.ts';
import { useS3 } from '../support/servers/s3-suite.ts';
import { expectWhole } from '../support/whole-archive.ts';

const DOCUMENTS = 7;

describe.skipIf(!REDIS || !MINIO)('Redis, under workers whose archive is on S3', () => {
  const s3 = useS3(startMinio);
  let redis: Server;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis[Symbol.asyncDispose]());
  beforeEach(async () => {
    vi.stubEnv('FOJA_ARCHIVE', s3.url);
    vi.stubEnv('FOJA_INDEX', `sqlite:${path.join(s3.scratch, 'indice.sqlite')}`);
    vi.stubEnv('FOJA_QUEUE', freshQueue(redis));
    await writeDelivery(path.join(s3.scratch, 'caja'), DOCUMENTS);
  });

  /** A worker, and how many documents it has finished. */
  function startWorker() {
    const { child, done } = start(s3.scratch, 'worker', '--concurrency', '1', '--port', '0');
    let said = '';
    child.stderr!.on('data', (piece: Buffer) => {
      said += piece;
    });
    const isOver = done.then(() => true);
    return {
      async documents(count: number) {
        const finished = () => said.split('"stage":"document"').length - 1;
        while (finished() < count)
          if (await Promise.race([isOver, delay(5, false)])) throw new Error(`The worker ended: ${said}`);
        expect(finished()).toBeLessThan(DOCUMENTS);
      },
      async [Symbol.asyncDispose]() {
        child.kill('SIGTERM');
        await done;
      },
    };
  }

  async function expectNothingWaits(): Promise<void> {
    const board = await openJobs(process.env['FOJA_QUEUE']!);
    expect(await board.counts()).toMatchObject({ waiting: 0, active: 0, retrying: 0, failed: 0, open: 0 });
    await board.close();
  }

  it('is killed and started again: who waits is told of every document', async () => {
    await using worker = startWorker();
    const { done } = start(s3.scratch, 'ingest', 'caja', '--each-file', '--json');
    await worker.documents(2);
    await redis.kill();
    await delay(2_000);
    await redis.restart();
    const { code, json } = await done;
    expect(code).toBe(0);
    expect(json.at(-1)).toMatchObject({ documents: DOCUMENTS, processed: DOCUMENTS, partial: 0, failed: 0 });
    await expectWhole(s3.url, DOCUMENTS);
    await expectNothingWaits();
  });

  it('is wiped: foja resume hands over what is not done', async () => {
    await using worker = startWorker();
    expect((await foja(s3.scratch, 'ingest', 'caja', '--each-file', '--no-wait', '--json')).code).toBe(0);
    await worker.documents(2);
    await using client = clientOf(redis.port);
    await client.redis.flushall();
    const resumed = await foja(s3.scratch, 'resume', '--json');
    expect(resumed.code).toBe(0);
    expect(resumed.json[0]).toMatchObject({ partial: 0, failed: 0 });
    await expectWhole(s3.url, DOCUMENTS);
    await expectNothingWaits();
  });
});
