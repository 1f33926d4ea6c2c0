// What many machines need: the figures that docs/scaling.md reckons with.

import { ratio } from '../measure/statistics.ts';
import type { Specimen } from '../specimen.ts';
import type { Table } from '../table.ts';
import { measureQueue, ONE_EACH, type QueueCase, queueTable } from './queue.ts';
import {
  EMBEDDED,
  measureWorkers,
  ONE_WORKER,
  ONE_WORKER_S3,
  TWO_WORKERS,
  type Workers,
  workersTable,
} from './workers.ts';

export interface Scale {
  /** Null where no Redis is installed. */
  readonly queue: readonly QueueCase[] | null;
  readonly workers: Workers | null;
}

/** Measures what there are servers for. */
export async function measureScale(
  specimens: readonly Specimen[],
  options: { readonly runs: number; readonly queuePages: number; readonly workerPages: number },
): Promise<Scale> {
  return {
    queue: await measureQueue(options),
    workers: await measureWorkers(specimens, options),
  };
}

export const scaleTables = ({ queue, workers }: Scale): Table[] => [
  ...(queue ? [queueTable(queue)] : []),
  ...(workers ? [workersTable(workers)] : []),
];

/** What a waiting page takes where each is a document of its own: the most that it can. */
export const waitingPage = (scale: Scale | undefined): QueueCase | null | undefined =>
  scale && (scale.queue?.find(({ what }) => what === ONE_EACH) ?? null);

const pace = (scale: Scale, name: string) => scale.workers?.paces.find((it) => it.name === name);

/** How much faster two workers are than one. */
export const twoAgainstOne = (scale: Scale | undefined) =>
  scale && ratio(pace(scale, ONE_WORKER)?.seconds, pace(scale, TWO_WORKERS)?.seconds);

/** What more a page costs with Redis, S3 and one worker, as a share of what it costs embedded. */
export function serversOverhead(scale: Scale | undefined): number | null | undefined {
  const share =
    scale && ratio(pace(scale, ONE_WORKER_S3)?.cpuSecondsPerPage, pace(scale, EMBEDDED)?.cpuSecondsPerPage);
  return share == null ? share : share - 1;
}
