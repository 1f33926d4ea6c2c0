// What workers of their own cost and bring, against everything in one process: the same pages, read with one thread each.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { freshQueue, REDIS, startRedis } from '../../test/support/servers/redis.ts';
import { environment, ingest, ingestVia, MAIN, makeArchive } from '../foja-cli.ts';
import { writeManyScans } from '../inputs/many-scans.ts';
import { measure } from '../measure/measure.ts';
import { median, ratio } from '../measure/statistics.ts';
import { say } from '../progress.ts';
import { scratchFolder } from '../scratch.ts';
import type { Specimen } from '../specimen.ts';
import { figure, type Table, times } from '../table.ts';
import { hasS3, s3Place } from './store.ts';

export interface WorkersPace {
  readonly name: string;
  /** From the first document handed over to the last one finished; workers were ready before. */
  readonly seconds: number | null;
  /** Of all processes, Redis among them but no S3 server, from their start to their end, for one page alone. */
  readonly firstPageCpuSeconds: number | null;
  /** What each page after the first one adds to that: processes start once a day. */
  readonly cpuSecondsPerPage: number | null;
  /** Of the S3 server alone, and what it was asked; absent where there is none. */
  readonly store?: {
    readonly cpuSecondsPerPage: number | null;
    readonly requestsPerPage: Record<string, number>;
  };
}

export interface Workers {
  readonly pages: number;
  readonly runs: number;
  readonly paces: readonly WorkersPace[];
}

export const EMBEDDED = 'embedded, one page at a time';
export const ONE_WORKER = 'Redis, one worker';
export const TWO_WORKERS = 'Redis, two workers';
export const ONE_WORKER_S3 = 'Redis and S3, one worker';

interface Way {
  readonly name: string;
  readonly workers: number;
  readonly s3?: true;
}

const WAYS: readonly Way[] = [
  { name: EMBEDDED, workers: 0 },
  { name: ONE_WORKER, workers: 1 },
  { name: TWO_WORKERS, workers: 2 },
  ...(hasS3 ? [{ name: ONE_WORKER_S3, workers: 1, s3: true } as const] : []),
];

interface Run {
  readonly seconds: number;
  readonly cpuSeconds: number | null;
  readonly store: { readonly cpuSeconds: number | null; readonly requests: Record<string, number> } | null;
}

interface Lap extends Run {
  readonly firstCpuSeconds: number | null;
}

/** Reads the pages each way, in turns; null where there is no Redis. */
export async function measureWorkers(
  specimens: readonly Specimen[],
  options: { readonly runs: number; readonly workerPages: number },
): Promise<Workers | null> {
  if (!REDIS) return null;
  const { runs, workerPages: pages } = options;
  await using scratch = await scratchFolder();
  const folder = path.join(scratch.path, 'scans');
  await mkdir(folder);
  await writeManyScans(folder, specimens, pages);
  const single = path.join(scratch.path, 'single');
  await mkdir(single);
  await writeManyScans(single, specimens, 1);
  const laps = new Map<string, Lap[]>();
  for (let lap = 1; lap <= runs; lap++) {
    for (const way of WAYS) {
      const [first, all] = [await runOnce(way, single), await runOnce(way, folder)];
      laps.set(way.name, [...(laps.get(way.name) ?? []), { ...all, firstCpuSeconds: first.cpuSeconds }]);
      say(`scale, run ${lap} of ${runs}: ${way.name} ${all.seconds.toFixed(1)} s`);
    }
  }
  const paces = WAYS.map(({ name }): WorkersPace => {
    const all = laps.get(name)!;
    const store = all.at(-1)!.store;
    const [cpu, first] = [
      median(all.map((it) => it.cpuSeconds)),
      median(all.map((it) => it.firstCpuSeconds)),
    ];
    return {
      name,
      seconds: median(all.map((it) => it.seconds)),
      firstPageCpuSeconds: first,
      cpuSecondsPerPage: ratio(cpu === null || first === null ? null : cpu - first, pages - 1),
      ...(store && {
        store: {
          cpuSecondsPerPage: ratio(median(all.map((it) => it.store!.cpuSeconds)), pages),
          requestsPerPage: Object.fromEntries(
            Object.entries(store.requests).map(([request, count]) => [request, count / pages]),
          ),
        },
      }),
    };
  });
  return { pages, runs, paces };
}

async function runOnce({ workers, s3 }: Way, scans: string): Promise<Run> {
  await using scratch = await scratchFolder();
  await using place = s3 ? await s3Place(scratch.path) : null;
  const archive = place?.archive ?? path.join(scratch.path, 'archive');
  const variables = place?.variables ?? {};
  const none = path.join(scratch.path, 'none');
  await mkdir(none);
  await makeArchive(archive, none, variables);
  const { result: seconds, usage } = await measure(
    () => (workers === 0 ? embedded : queued)({ archive, scans, variables, workers }),
    place?.pid,
  );
  const store = place && { cpuSeconds: place.cpuSeconds(), requests: await place.requests() };
  return { seconds, cpuSeconds: usage.cpuSeconds, store };
}

interface Job {
  readonly archive: string;
  readonly scans: string;
  readonly variables: NodeJS.ProcessEnv;
  readonly workers: number;
}

async function embedded({ archive, scans }: Job): Promise<number> {
  const started = performance.now();
  await ingest(archive, scans, 1, '--each-file');
  return (performance.now() - started) / 1000;
}

async function queued({ archive, scans, variables, workers }: Job): Promise<number> {
  await using server = await startRedis();
  const all = { ...variables, FOJA_QUEUE: freshQueue(server) };
  await using _workers = await startWorkers(archive, all, workers);
  const started = performance.now();
  await ingestVia(all, archive, scans, '--each-file');
  return (performance.now() - started) / 1000;
}

/** Workers that are ready; told to stop, and waited for, in the end. */
async function startWorkers(
  archive: string,
  variables: NodeJS.ProcessEnv,
  count: number,
): Promise<AsyncDisposable> {
  const workers = Array.from({ length: count }, () =>
    spawn(process.execPath, [MAIN, 'worker', '--archive', archive, '--concurrency', '1', '--port', '0'], {
      env: { ...process.env, ...environment(variables) },
      stdio: ['ignore', 'ignore', 'pipe'],
    }),
  );
  await Promise.all(workers.map(ready));
  return {
    async [Symbol.asyncDispose]() {
      await Promise.all(
        workers.map((worker) => {
          const ended = new Promise((resolve) => worker.once('exit', resolve));
          worker.kill('SIGTERM');
          return ended;
        }),
      );
    },
  };
}

function ready(worker: ChildProcess): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let said = '';
  worker.stderr!.on('data', (piece: Buffer) => {
    said = (said + piece).slice(-2_000);
    if (said.includes('"msg":"ready"')) resolve();
  });
  worker.once('exit', () => reject(new Error(`A worker ended at once: ${said}`)));
  return promise;
}

/** One row a way of reading the same pages. */
export function workersTable({ pages, runs, paces }: Workers): Table {
  const seconds = (name: string) => paces.find((pace) => pace.name === name)?.seconds;
  const cpu = paces.find(({ name }) => name === EMBEDDED)?.cpuSecondsPerPage;
  return {
    title: 'Workers',
    note: `${pages} pages, each a document, median of ${runs} interleaved; one thread that reads a worker. Seconds: from the first file taken in to the last document found, workers ready before. CPU: of all processes and Redis, from start to end, without the S3 server${storeNote(paces)}; a page is what each after the first adds.`,
    columns: [
      'way',
      'seconds',
      'pages/min',
      'faster than one worker',
      'CPU s, one page',
      'CPU s/page',
      'against embedded',
    ],
    rows: paces.map((pace) => [
      pace.name,
      figure(pace.seconds),
      figure(ratio(pages * 60, pace.seconds)),
      times(ratio(seconds(ONE_WORKER), pace.seconds)),
      figure(pace.firstPageCpuSeconds),
      figure(pace.cpuSecondsPerPage, 2),
      times(ratio(pace.cpuSecondsPerPage, cpu)),
    ]),
  };
}

function storeNote(paces: readonly WorkersPace[]): string {
  const store = paces.find((pace) => pace.store)?.store;
  if (!store) return '';
  const requests = Object.entries(store.requestsPerPage).map(
    ([name, count]) => `${name} ${figure(count, 2)}`,
  );
  return `, which took ${figure(store.cpuSecondsPerPage, 2)} s a page itself for these requests a page: ${requests.join(', ')}`;
}
