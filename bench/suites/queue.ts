// What a queue of many waiting pages costs: memory in Redis, and the time to add them.
import { createHash } from 'node:crypto';
import { openBullQueue } from '../../src/adapters/job-queue/bullmq/bullmq.ts';
import type { Server } from '../../test/support/servers/program.ts';
import { clientOf, freshQueue, REDIS, startRedis } from '../../test/support/servers/redis.ts';
import { say } from '../progress.ts';
import { figure, type Table } from '../table.ts';

/** Pages in the queue, and what they take. */
export interface QueueCase {
  readonly what: string;
  readonly pages: number;
  readonly bytesPerPage: number;
  /** Null where it was not the adding that was measured. */
  readonly pagesPerSecond: number | null;
}

export const ONE_EACH = 'waiting, each page a document of its own';

/** Fills a Redis of its own three ways; null where none is installed. */
export async function measureQueue({
  queuePages,
}: {
  readonly queuePages: number;
}): Promise<QueueCase[] | null> {
  if (!REDIS) return null;
  return [
    await waiting(ONE_EACH, queuePages, 1),
    await waiting('waiting, 20 pages a document', queuePages, 20),
    await open('under way, all of one document', Math.min(queuePages, 20_000)),
  ];
}

// So many are on their way at once, as `foja resume` adds them.
const LOT = 1000;

async function waiting(what: string, pages: number, each: number): Promise<QueueCase> {
  say(`scale: ${pages} pages ${what}`);
  await using server = await startRedis();
  const queue = await openBullQueue(freshQueue(server), { concurrency: 1 });
  const before = await memoryOf(server);
  const started = performance.now();
  for (let from = 0; from < pages; from += LOT * each) {
    const count = Math.min(LOT, Math.ceil((pages - from) / each));
    await Promise.all(
      Array.from({ length: count }, (_, i) => queue.add({ documentId: idOf(from / each + i) })),
    );
  }
  const seconds = (performance.now() - started) / 1000;
  const bytes = (await memoryOf(server)) - before;
  await queue.close();
  return { what, pages, bytesPerPage: bytes / pages, pagesPerSecond: pages / seconds };
}

// A worker opens the document and stays at its first page.
async function open(what: string, pages: number): Promise<QueueCase> {
  say(`scale: ${pages} pages ${what}`);
  await using server = await startRedis();
  const queue = await openBullQueue(freshQueue(server), { concurrency: 1 });
  const before = await memoryOf(server);
  const reached = Promise.withResolvers<void>();
  const leave = Promise.withResolvers<void>();
  const stop = new AbortController();
  const work = queue.work(
    {
      count: async () => pages,
      async page() {
        reached.resolve();
        await leave.promise;
      },
      async pageGivenUp() {},
      async document() {},
    },
    stop.signal,
  );
  await queue.add({ documentId: idOf(0) });
  await reached.promise;
  const bytes = (await memoryOf(server)) - before;
  stop.abort();
  leave.resolve();
  await work;
  await queue.close();
  return { what, pages, bytesPerPage: bytes / pages, pagesPerSecond: null };
}

// As long as a real one.
const idOf = (n: number) => createHash('sha256').update(String(n)).digest('hex').slice(0, 32);

async function memoryOf({ port }: Server): Promise<number> {
  await using client = clientOf(port);
  return Number(/^used_memory:(\d+)/m.exec(await client.redis.info('memory'))![1]);
}

/** One row a way of filling it. */
export function queueTable(cases: readonly QueueCase[]): Table {
  return {
    title: 'Queue on Redis',
    note: 'Memory by `used_memory`, after against before; adding from one process, the log synced once a second. A document that waits is one job whatever its length: its pages are added when its turn comes.',
    columns: ['pages', 'how many', 'bytes a page', 'added a second'],
    rows: cases.map((it) => [
      it.what,
      String(it.pages),
      figure(it.bytesPerPage, 0),
      figure(it.pagesPerSecond, 0),
    ]),
  };
}
