import { mean, percentile } from '../measure/statistics.ts';
import { counting } from '../progress.ts';
import { readAll } from '../read-all.ts';
import type { Reader } from '../readers/reader.ts';
import type { Specimen } from '../specimen.ts';
import { figure, percent, type Table } from '../table.ts';

/** How a page was found to lie. */
interface Lying {
  readonly set: string;
  readonly id: string;
  readonly right: boolean;
  /** Degrees between the lean that was given and the one that was found; null where lines are bent, or turned wrong. */
  readonly skewError: number | null;
  readonly askew: boolean;
}

export interface Orientation {
  readonly pages: number;
  readonly right: number | null;
  /** 95th percentile over the pages laid askew, degrees; of the straight ones apart: those must be left alone. */
  readonly skewErrorP95: number | null;
  readonly straightErrorP95: number | null;
  readonly sets: readonly {
    readonly set: string;
    readonly pages: number;
    readonly right: number | null;
    readonly skewErrorP95: number | null;
  }[];
  readonly wrong: readonly string[];
}

/** Compares what the generator did to each page with the turn and the lean in the record. */
export async function measureOrientation(
  specimens: readonly Specimen[],
  reader: Reader,
  jobs: number,
): Promise<Orientation> {
  const tick = counting('orientation', specimens.length);
  const outcomes = await readAll(reader, specimens, jobs, tick);
  const pages = outcomes.map((outcome): Lying => {
    const { set, id, rotation, skew } = outcome.specimen;
    const reading = 'reading' in outcome ? outcome.reading : null;
    const right = reading?.rotation === rotation;
    const skewError =
      right && skew !== null && reading?.skew !== undefined ? Math.abs(reading.skew - skew) : null;
    return { set, id, right, skewError, askew: skew !== null && skew !== 0 };
  });
  const sets = [...Map.groupBy(pages, ({ set }) => set)];
  return {
    pages: pages.length,
    right: shareRight(pages),
    skewErrorP95: p95(pages.filter(({ askew }) => askew)),
    straightErrorP95: p95(pages.filter(({ askew }) => !askew)),
    sets: sets.map(([set, lying]) => ({
      set,
      pages: lying.length,
      right: shareRight(lying),
      skewErrorP95: p95(lying),
    })),
    wrong: pages.filter(({ right }) => !right).map(({ id }) => id),
  };
}

const shareRight = (pages: readonly Lying[]) => mean(pages.map(({ right }) => Number(right)));
const p95 = (pages: readonly Lying[]) =>
  percentile(
    pages.map(({ skewError }) => skewError),
    0.95,
  );

/** One row a kind of damage, and all of them. */
export function orientationTable({ sets, pages, right, skewErrorP95, straightErrorP95 }: Orientation): Table {
  return {
    title: 'Orientation and skew',
    note: `Each page lies in all four directions. The last row's skew is over the pages laid askew; of the straight ones the 95th percentile is ${figure(straightErrorP95, 2, '°')}.`,
    columns: ['set', 'pages', 'turned right', 'skew error, 95th percentile'],
    rows: [
      ...sets.map((it) => [it.set, String(it.pages), percent(it.right), figure(it.skewErrorP95, 2, '°')]),
      ['all', String(pages), percent(right), figure(skewErrorP95, 2, '°')],
    ],
  };
}
