// What happens to the queue when processes end without a word: a worker, Redis, all that Redis holds.
import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBullQueue } from '../../src/adapters/job-queue/bullmq/bullmq.ts';
import type { Server } from '../support/servers/program.ts';
import { clientOf, freshQueue, REDIS, startRedis } from '../support/servers/redis.ts';

interface Said {
  readonly at?: string;
  readonly givenUp?: string;
  readonly code?: string;
  readonly done?: string;
}

describe.skipIf(!REDIS)('faults of the queue', () => {
  let server: Server;
  const children = new Set<ChildProcess>();
  beforeEach(async () => {
    server = await startRedis();
  });
  afterEach(async () => {
    for (const child of children) child.kill('SIGKILL');
    children.clear();
    await server[Symbol.asyncDispose]();
  });

  function startWorker(url: string, pageMs: number): { child: ChildProcess; said: Said[] } {
    const child = fork(path.join(import.meta.dirname, 'queue-worker.ts'), [url, String(pageMs)]);
    const said: Said[] = [];
    child.on('message', (message) => said.push(message as Said));
    children.add(child);
    return { child, said };
  }

  const hears = async (said: readonly Said[], wanted: keyof Said) => {
    while (!said.some((it) => it[wanted])) await delay(20);
  };
  const all = (said: readonly (readonly Said[])[], what: 'at' | 'done') =>
    said.flatMap((one) => one.flatMap((it) => it[what] ?? [])).toSorted();

  it('does the page of a killed worker once more, elsewhere, and no other page twice', async () => {
    const url = freshQueue(server);
    const producer = await openBullQueue(url, { concurrency: 1 });
    const pages = ['a/1', 'a/2', 'a/3', 'b/1', 'b/2', 'b/3'];
    for (const documentId of ['a', 'b']) await producer.add({ documentId, pages: 3 });
    const first = startWorker(url, 60_000);
    await hears(first.said, 'at');
    first.child.kill('SIGKILL');
    const second = startWorker(url, 10);
    await Promise.all(['a', 'b'].map((id) => producer.finished(id)));
    await producer.close();
    const [lost] = all([first.said], 'at');
    expect(all([first.said, second.said], 'at')).toEqual([...pages, lost].toSorted());
    expect(all([first.said, second.said], 'done')).toEqual(['a', 'b']);
  });

  it('finishes everything, each document after its pages, however often workers are killed', async () => {
    const url = freshQueue(server);
    const producer = await openBullQueue(url, { concurrency: 1 });
    const ids = Array.from({ length: 20 }, (_, i) => `d${i}`);
    for (const documentId of ids) await producer.add({ documentId, pages: 3 });
    let over = false;
    const finished = Promise.all(ids.map((id) => producer.finished(id))).finally(() => {
      over = true;
    });
    const all: Said[][] = [];
    // The one that is never killed makes sure that it ends.
    all.push(startWorker(url, 60).said);
    for (let kills = 0; kills < 8 && !over; kills++) {
      const victim = startWorker(url, 60);
      all.push(victim.said);
      while (!over && !victim.said.some(({ at }) => at)) await delay(20);
      await delay(Math.random() * 150);
      victim.child.kill('SIGKILL');
    }
    await finished;
    await producer.close();
    const pages = new Set(all.flat().flatMap(({ at }) => at ?? []));
    expect(pages.size).toBe(60);
    expect(all.flat().filter(({ givenUp }) => givenUp)).toEqual([]);
    for (const said of all)
      for (const [i, { done }] of said.entries())
        if (done) expect(said.slice(i).filter(({ at }) => at?.startsWith(`${done}/`))).toEqual([]);
  });

  it('marks the page of which every worker dies, and finishes its document', async () => {
    const url = freshQueue(server);
    const producer = await openBullQueue(url, { concurrency: 1 });
    await producer.add({ documentId: 'a', pages: 1 });
    for (let turn = 1; turn <= 3; turn++) {
      const victim = startWorker(url, 60_000);
      await hears(victim.said, 'at');
      victim.child.kill('SIGKILL');
    }
    const last = startWorker(url, 60_000);
    await producer.finished('a');
    await producer.close();
    expect(last.said).toEqual([{ givenUp: 'a/1', code: 'worker-lost' }, { done: 'a' }]);
  });

  it('goes on when Redis is killed in mid-batch and started again', async () => {
    const url = freshQueue(server);
    const producer = await openBullQueue(url, { concurrency: 1 });
    const ids = Array.from({ length: 30 }, (_, i) => `d${i}`);
    for (const documentId of ids) await producer.add({ documentId, pages: 4 });
    const finished = Promise.all(ids.map((id) => producer.finished(id)));
    const workers = [startWorker(url, 20), startWorker(url, 20)];
    while (all([workers[0]!.said, workers[1]!.said], 'at').length < 40) await delay(20);
    await server.kill();
    await delay(1_500);
    await server.restart();
    await finished;
    await producer.close();
    const said = workers.map((worker) => worker.said);
    // A page whose end Redis had not heard of is done again; none is left out, and each document is done at least once.
    expect(new Set(all(said, 'at')).size).toBe(120);
    expect(all(said, 'at').length).toBeLessThan(120 + 10);
    expect([...new Set(all(said, 'done'))]).toEqual(ids.toSorted());
  });

  it('tells who waits that a document is unknown once Redis was emptied', async () => {
    const url = freshQueue(server);
    const producer = await openBullQueue(url, { concurrency: 1 });
    await producer.add({ documentId: 'a', pages: 1 });
    const finished = producer.finished('a');
    await using client = clientOf(server.port);
    await client.redis.flushall();
    // The archive says what became of it: nothing yet (ingest.ts).
    await finished;
    await producer.add({ documentId: 'a', pages: 1 });
    const worker = startWorker(url, 10);
    await producer.finished('a');
    await producer.close();
    expect(worker.said).toEqual([{ at: 'a/1' }, { done: 'a' }]);
  });
});
