import { type Score, score } from '../measure/score.ts';
import { mean, percentile } from '../measure/statistics.ts';
import { counting } from '../progress.ts';
import { type Outcome, readAll } from '../read-all.ts';
import type { Reader } from '../readers/reader.ts';
import type { Specimen } from '../specimen.ts';
import { figure, NONE, percent, type Table } from '../table.ts';

/** One page as one program read it. */
export interface PageScore extends Score {
  readonly reader: string;
  readonly set: string;
  readonly id: string;
  readonly turnedRight: boolean | null;
  readonly seconds: number | null;
  /** Why there is no reading: it counts as an empty one where the program failed, not where it was never asked. */
  readonly failed?: string;
  readonly refused?: string;
}

/** A set as one program read it: means over pages. */
export interface SetScore extends Score {
  readonly reader: string;
  readonly set: string;
  readonly pages: number;
  readonly failed: number;
  readonly turnedRight: number | null;
  readonly worstCer: number | null;
  readonly secondsPerPage: number | null;
}

export interface Accuracy {
  readonly sets: readonly SetScore[];
  readonly pages: readonly PageScore[];
}

/** Reads every specimen with every program, and compares with the truth: set by set, never pooled. */
export async function measureAccuracy(
  specimens: readonly Specimen[],
  readers: readonly Reader[],
  jobs: number,
): Promise<Accuracy> {
  const pages: PageScore[] = [];
  for (const reader of readers) {
    const tick = counting(`accuracy of ${reader.name}`, specimens.length);
    const outcomes = await readAll(reader, specimens, jobs, tick);
    pages.push(...outcomes.map((outcome) => scorePage(reader.name, outcome)));
  }
  const groups = Map.groupBy(pages, ({ reader, set }) => `${set}\n${reader}`);
  const order = [...new Set(specimens.map(({ set }) => set))];
  const sets = order.flatMap((set) =>
    readers.map(({ name }) => summarize(name, set, groups.get(`${set}\n${name}`) ?? [])),
  );
  return { sets, pages };
}

const UNKNOWN: Score = { cer: null, cerUnspaced: null, wer: null, recall: null, precision: null };

function scorePage(reader: string, outcome: Outcome): PageScore {
  const { set, id, truth, rotation } = outcome.specimen;
  const page = { reader, set, id, turnedRight: null, seconds: null };
  if ('refused' in outcome) return { ...page, ...UNKNOWN, refused: outcome.refused };
  if ('failed' in outcome) return { ...page, ...score(truth, ''), failed: outcome.failed };
  const { reading } = outcome;
  const turnedRight = reading.rotation === undefined ? null : reading.rotation === rotation;
  return { ...page, ...score(truth, reading.text), turnedRight, seconds: reading.seconds };
}

/** What a set comes to. */
export function summarize(reader: string, set: string, all: readonly PageScore[]): SetScore {
  const pages = all.filter((page) => page.refused === undefined);
  const of = (name: keyof Score | 'seconds') => pages.map((page) => page[name]);
  return {
    reader,
    set,
    pages: pages.length,
    failed: pages.filter((page) => page.failed !== undefined).length,
    cer: mean(of('cer')),
    cerUnspaced: mean(of('cerUnspaced')),
    wer: mean(of('wer')),
    recall: mean(of('recall')),
    precision: mean(of('precision')),
    turnedRight: mean(pages.map((page) => (page.turnedRight === null ? null : Number(page.turnedRight)))),
    worstCer: percentile(of('cer'), 1),
    secondsPerPage: mean(of('seconds')),
  };
}

/** One row a set and program. */
export function accuracyTable(title: string, sets: readonly SetScore[]): Table {
  return {
    title,
    note: 'Means over pages. CER, WER: edits over the length of the truth; unspaced: CER without any white space; recall, precision: words of three letters or more, without accents and case.',
    labels: 2,
    columns: [
      'set',
      'read by',
      'pages',
      'failed',
      'CER',
      'unspaced',
      'worst CER',
      'WER',
      'recall',
      'precision',
      'turned right',
      's/page',
    ],
    rows: sets.map((it) =>
      it.pages === 0
        ? [it.set, it.reader, ...Array.from({ length: 10 }, () => NONE)]
        : [
            it.set,
            it.reader,
            String(it.pages),
            String(it.failed),
            percent(it.cer),
            percent(it.cerUnspaced),
            percent(it.worstCer),
            percent(it.wer),
            percent(it.recall),
            percent(it.precision),
            percent(it.turnedRight),
            figure(it.secondsPerPage, 2),
          ],
    ),
  };
}
