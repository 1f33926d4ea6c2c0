import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBullBoard } from '../../../../src/adapters/job-queue/bullmq/board.ts';
import { openBullQueue } from '../../../../src/adapters/job-queue/bullmq/bullmq.ts';
import {
  AccessError,
  DependencyError,
  EngineError,
  InputError,
  UnavailableError,
  UsageError,
} from '../../../../src/model/errors.ts';
import type { JobHandlers, JobQueue } from '../../../../src/ports/job-queue.ts';
import { jobQueueContract } from '../../../contracts/job-queue.ts';
import type { Server } from '../../../support/servers/program.ts';
import { clientOf, freshQueue, REDIS, startRedis } from '../../../support/servers/redis.ts';

describe.skipIf(!REDIS)('BullMQ', () => {
  let server: Server;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server[Symbol.asyncDispose]());

  jobQueueContract('BullMQ on Redis', () => openBullQueue(freshQueue(server), { concurrency: 2 }), {
    without: { 'lets no producer run away': 'the server has room for a million pages (bench: scale)' },
  });

  const NOTHING: JobHandlers = {
    count: async () => 1,
    async page() {},
    async pageGivenUp() {},
    async document() {},
  };

  /** Another process's view of a queue, working with these handlers where there are any. */
  async function at(url: string, handlers?: Partial<JobHandlers>, concurrency = 1) {
    const queue = await openBullQueue(url, { concurrency });
    const stop = new AbortController();
    const work = handlers ? queue.work({ ...NOTHING, ...handlers }, stop.signal) : Promise.resolve();
    work.catch(() => {});
    return {
      ...{ queue, stop, work },
      async [Symbol.asyncDispose]() {
        stop.abort();
        await work.catch(() => {});
        await queue.close();
      },
    };
  }

  const finishAll = (queue: JobQueue, ids: readonly string[]) =>
    Promise.all(ids.map((id) => queue.finished(id)));

  it('shares the work among workers, each page once', async () => {
    const url = freshQueue(server);
    const by: string[][] = [[], []];
    const worker = (n: number) =>
      at(url, {
        async page({ documentId, page }) {
          by[n]!.push(`${documentId}/${page}`);
          await delay(10);
        },
      });
    await using one = await worker(0);
    await using _other = await worker(1);
    await using producer = await at(url);
    const ids = Array.from({ length: 10 }, (_, i) => `d${i}`);
    await Promise.all(ids.map((documentId) => producer.queue.add({ documentId, pages: 4 })));
    await finishAll(producer.queue, ids);
    expect(by.flat()).toHaveLength(40);
    expect(new Set(by.flat()).size).toBe(40);
    expect(Math.min(...by.map((pages) => pages.length))).toBeGreaterThan(5);
    expect(await one.queue.counts()).toEqual({ waiting: 0, active: 0 });
  });

  it('tells who waits in another process what a document failed with, class and code', async () => {
    const url = freshQueue(server);
    await using _worker = await at(url, {
      async document() {
        throw new InputError('undecodable', 'Beyond repair [a bracket]\nand a line: look at it.', {
          about: 'caja/"1"] x.tif',
        });
      },
    });
    await using producer = await at(url);
    await producer.queue.add({ documentId: 'a', pages: 0 });
    const failure = await producer.queue.finished('a').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(InputError);
    expect(failure).toMatchObject({
      code: 'undecodable',
      message: 'Beyond repair [a bracket]\nand a line: look at it.',
      about: 'caja/"1"] x.tif',
    });
  });

  it('reads what a person waits for before a batch, whatever was there first', async () => {
    const url = freshQueue(server);
    await using producer = await at(url);
    await producer.queue.add({ documentId: 'batch-1', pages: 3 });
    await producer.queue.add({ documentId: 'batch-2', pages: 3 });
    const order: string[] = [];
    const opened = Promise.withResolvers<void>();
    await using _worker = await at(url, {
      async page({ documentId }) {
        order.push(documentId);
        // In the middle of the batch a person comes.
        if (order.length === 1) {
          await producer.queue.add({ documentId: 'person', pages: 2, urgent: true });
          opened.resolve();
        }
      },
    });
    await opened.promise;
    await finishAll(producer.queue, ['batch-1', 'batch-2', 'person']);
    expect(order.slice(0, 3)).toEqual(['batch-1', 'person', 'person']);
  });

  it('brings a document forward when a person asks for what waited already', async () => {
    const url = freshQueue(server);
    await using producer = await at(url);
    for (const documentId of ['first', 'second']) await producer.queue.add({ documentId, pages: 1 });
    await producer.queue.add({ documentId: 'second', pages: 1, urgent: true });
    const order: string[] = [];
    await using _worker = await at(url, {
      async document({ documentId }) {
        order.push(documentId);
      },
    });
    await finishAll(producer.queue, ['first', 'second']);
    expect(order).toEqual(['second', 'first']);
  });

  it('finishes a document before it opens the next', async () => {
    const url = freshQueue(server);
    const order: string[] = [];
    await using producer = await at(url);
    const ids = ['a', 'b', 'c'];
    for (const documentId of ids) await producer.queue.add({ documentId });
    await using _worker = await at(url, {
      async count(documentId) {
        order.push(`open ${documentId}`);
        return 2;
      },
      async document({ documentId }) {
        order.push(`done ${documentId}`);
      },
    });
    await finishAll(producer.queue, ids);
    expect(order).toEqual(['open a', 'done a', 'open b', 'done b', 'open c', 'done c']);
  });

  it('leaves a job to others when a worker lacks what every job needs', async () => {
    const url = freshQueue(server);
    await using producer = await at(url);
    await producer.queue.add({ documentId: 'a', pages: 2 });
    await using lame = await at(url, {
      async page() {
        throw new DependencyError('language-missing', 'no model');
      },
    });
    await expect(lame.work).rejects.toThrow('no model');
    const pages: number[] = [];
    await using _sound = await at(url, {
      async page({ page }, _signal, attempt) {
        expect(attempt).toBe(1);
        pages.push(page);
      },
    });
    await producer.queue.finished('a');
    expect(pages.toSorted()).toEqual([1, 2]);
  });

  it('puts off a page for a full disk or a server that is away, and never gives it up for that', async () => {
    const url = freshQueue(server);
    const troubles = [
      new UnavailableError('s3-unavailable', 'no answer'),
      new AccessError('enospc', 'full'),
      new EngineError('engine-crashed', 'boom'),
    ];
    const givenUp: unknown[] = [];
    await using producer = await at(url);
    await producer.queue.add({ documentId: 'a', pages: 1 });
    await using _worker = await at(url, {
      async page() {
        const trouble = troubles.shift();
        if (trouble) throw trouble;
      },
      async pageGivenUp(_job, error) {
        givenUp.push(error);
      },
    });
    await using board = await adopt(openBullBoard(url));
    await until(async () => (await board.list('retrying', 10)).length > 0);
    expect(await board.list('retrying', 10)).toMatchObject([
      { documentId: 'a', page: 1, reason: { code: 's3-unavailable', message: 'no answer' } },
    ]);
    await producer.queue.finished('a');
    expect(troubles).toEqual([]);
    expect(givenUp).toEqual([]);
  });

  it('lists what waits and what failed, and gives failed documents another turn', async () => {
    const url = freshQueue(server);
    let broken = true;
    await using producer = await at(url);
    await using board = await adopt(openBullBoard(url));
    await producer.queue.add({ documentId: 'a', pages: 2 });
    expect(await board.list('waiting', 10)).toMatchObject([
      { documentId: 'a', page: null, attempts: 0, reason: null },
    ]);
    await using _worker = await at(url, {
      async page({ page }) {
        if (broken && page === 2) throw new InputError('damaged', 'torn');
      },
      async document() {
        if (broken) throw new InputError('undecodable', 'beyond repair');
      },
    });
    await expect(producer.queue.finished('a')).rejects.toThrow('beyond repair');
    const failed = await board.list('failed', 10);
    expect(failed).toHaveLength(2);
    expect(failed).toContainEqual(
      expect.objectContaining({ page: null, reason: { code: 'undecodable', message: 'beyond repair' } }),
    );
    expect(failed).toContainEqual(
      expect.objectContaining({ page: 2, reason: { code: 'damaged', message: 'torn' } }),
    );
    broken = false;
    expect(await board.retry(['other'])).toBe(0);
    expect(await board.retry()).toBe(1);
    await producer.queue.finished('a');
    expect(await board.counts()).toMatchObject({ failed: 0, waiting: 0, open: 0, workers: 1 });
  });

  it('keeps to a limit for all workers together', async () => {
    const url = freshQueue(server);
    await using board = await adopt(openBullBoard(url));
    await board.setLimits({ atOnce: 2 });
    expect(await board.limits()).toEqual({ atOnce: 2, perMinute: null });
    let atOnce = 0;
    let most = 0;
    const counting = {
      async page() {
        most = Math.max(most, ++atOnce);
        await delay(5);
        atOnce--;
      },
    };
    await using _one = await at(url, counting, 4);
    await using _other = await at(url, counting, 4);
    await using producer = await at(url);
    const ids = ['a', 'b', 'c', 'd'];
    await Promise.all(ids.map((documentId) => producer.queue.add({ documentId, pages: 5 })));
    await finishAll(producer.queue, ids);
    expect(most).toBe(2);
    await board.setLimits({ atOnce: null, perMinute: 120 });
    expect(await board.limits()).toEqual({ atOnce: null, perMinute: 120 });
  });

  it('says when there is nothing left to do, once something was done', async () => {
    const url = freshQueue(server);
    const events: string[] = [];
    await using producer = await at(url);
    await using _worker = await at(url, {
      async document({ documentId }) {
        events.push(documentId);
      },
      async idle() {
        events.push('idle');
      },
    });
    await Promise.all(['a', 'b'].map((documentId) => producer.queue.add({ documentId, pages: 1 })));
    await until(async () => events.includes('idle'));
    expect(events.toSorted()).toEqual(['a', 'b', 'idle']);
    expect(events.at(-1)).toBe('idle');
  });

  it('says so each time, however many are at work', async () => {
    const url = freshQueue(server);
    let idle = 0;
    await using producer = await at(url);
    await using _worker = await at(
      url,
      {
        async idle() {
          idle++;
        },
      },
      3,
    );
    for (let round = 1; round <= 8; round++) {
      const ids = Array.from({ length: 1 + (round % 4) }, (_, i) => `${round}-${i}-d`);
      await Promise.all(ids.map((documentId) => producer.queue.add({ documentId, pages: round % 3 })));
      await finishAll(producer.queue, ids);
      await until(async () => idle === round);
    }
  });

  it('finishes what is at hand when it is closed, and takes nothing more', async () => {
    const url = freshQueue(server);
    await using producer = await at(url);
    await producer.queue.add({ documentId: 'a', pages: 3 });
    const started = Promise.withResolvers<void>();
    const done: number[] = [];
    const worker = await at(url, {
      async page({ page }, signal) {
        started.resolve();
        await delay(100, undefined, { signal });
        done.push(page);
      },
    });
    await started.promise;
    await worker.queue.close();
    await worker.work;
    expect(done).toHaveLength(1);
    expect(await producer.queue.counts()).toEqual({ waiting: 2, active: 0 });
  });

  it('gives back what is at hand when it is aborted', async () => {
    const url = freshQueue(server);
    await using producer = await at(url);
    await producer.queue.add({ documentId: 'a', pages: 1 });
    const started = Promise.withResolvers<void>();
    const worker = await at(url, {
      async page(_job, signal) {
        started.resolve();
        await delay(60_000, undefined, { signal });
      },
    });
    await started.promise;
    worker.stop.abort();
    await worker.work;
    expect(await producer.queue.counts()).toEqual({ waiting: 1, active: 0 });
    await worker.queue.close();
  });

  it.each([
    ['redis://127.0.0.1:1', UnavailableError, 'queue-unavailable'],
    ['redis://127.0.0.1/zero', UsageError, 'bad-queue-url'],
    ['redis://127.0.0.1/0?queue=a%20b', UsageError, 'bad-queue-url'],
  ])('refuses %s', async (url, Kind, code) => {
    const failure = await openBullQueue(url, { concurrency: 1 }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Kind);
    expect(failure).toMatchObject({ code });
  });

  it('says that a password is wrong, and never shows one', async () => {
    await using admin = clientOf(server.port);
    await admin.redis.config('SET', 'requirepass', 'solo-para-pruebas');
    try {
      const wrong = `redis://:equivocada@127.0.0.1:${server.port}`;
      const failure = await openBullQueue(wrong, { concurrency: 1 }).catch((error: unknown) => error);
      expect(failure).toMatchObject({ name: 'AccessError', code: 'queue-denied' });
      expect(String(failure)).not.toContain('equivocada');
    } finally {
      await admin.redis.config('SET', 'requirepass', '');
    }
  });
});

/** Waits until something is so; the test's own time is the limit. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await delay(20);
}

async function adopt<T extends { close(): Promise<void> }>(
  opening: Promise<T>,
): Promise<T & AsyncDisposable> {
  const opened = await opening;
  return { ...opened, [Symbol.asyncDispose]: () => opened.close() };
}
