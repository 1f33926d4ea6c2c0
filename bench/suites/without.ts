// What each mend is worth: `npm run bench -- accuracy --without each`.
import { score } from '../measure/score.ts';
import { mean, standardError } from '../measure/statistics.ts';
import type { Specimen } from '../specimen.ts';
import { figure, NONE, type Table } from '../table.ts';
import { type ReadWithout, readWithout } from '../without/read-without.ts';

/** A page without some mends, against the same page with all of them: positive is what they are worth. */
export interface PageWorth {
  readonly set: string;
  readonly id: string;
  readonly isReal: boolean;
  readonly cer: number;
  readonly recall: number;
  /** With all mends, and without. */
  readonly worthCer: number;
  readonly worthRecall: number;
  readonly cpuSeconds: number;
}

/** Mends that were left out together. */
export interface Worth {
  readonly without: string;
  readonly pages: readonly PageWorth[];
}

/** What the run measured. */
export interface Without {
  readonly worths: readonly Worth[];
  /** Pages that could not be read. */
  readonly failed: readonly string[];
}

/** By what their floors are: docs/bench.md. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  plain: ['clean', 'turned', 'skewed', 'worn', 'stained', 'lowres'],
  copies: ['photocopy', 'carbon', 'fax'],
  spoilt: ['faded', 'curved', 'stamped'],
};

/** Reads every page with all mends, and once without those of each way. */
export async function measureWithout(
  { synthetic, real }: { readonly synthetic: readonly Specimen[]; readonly real: readonly Specimen[] },
  options: { readonly ways: readonly (readonly string[])[]; readonly ocr: string; readonly jobs: number },
): Promise<Without> {
  const read = await readWithout([...synthetic, ...real], options);
  const worths = options.ways.map(
    (way, i): Worth => ({
      without: way.join(', '),
      pages: read.flatMap((page) => worthOf(page, i + 1, real.includes(page.specimen))),
    }),
  );
  return {
    worths,
    failed: read.flatMap(({ specimen, answer }) => ('failed' in answer ? [specimen.id] : [])),
  };
}

function worthOf({ specimen, answer }: ReadWithout, way: number, isReal: boolean): PageWorth[] {
  if ('failed' in answer) return [];
  const [all, less] = [answer.ways[0]!, answer.ways[way]!];
  const [whole, without] = [all, less].map(({ text }) => score(specimen.truth, text)) as [Figures, Figures];
  const { cer, recall } = whole;
  if (cer === null || recall === null) return [];
  return [
    {
      ...{ set: specimen.set, id: specimen.id, isReal, cer, recall },
      worthCer: without.cer! - cer,
      worthRecall: recall - without.recall!,
      cpuSeconds: all.cpuSeconds - less.cpuSeconds,
    },
  ];
}

type Figures = ReturnType<typeof score>;

/** One row a mend. */
export function withoutTable({ worths, failed }: Without): Table {
  const columns = [
    ...Object.keys(GROUPS),
    'all kinds',
    'noise',
    'recall, real',
    'noise',
    'pages changed',
    'CPU s/page',
  ];
  return {
    title: 'What mends are worth',
    note: `What is lost where a mend is left out: points of CER on synthetic pages by kind, points of word recall on real ones, CPU seconds that it takes a page. Noise: twice the standard error of the mean of the differences, page by page.${failed.length > 0 ? ` Not read: ${failed.join(', ')}.` : ''}`,
    columns: ['mend', ...columns],
    rows: worths.map(({ without, pages }) => [without, ...rowOf(pages)]),
  };
}

function rowOf(pages: readonly PageWorth[]): string[] {
  const [real, synthetic] = [pages.filter(({ isReal }) => isReal), pages.filter(({ isReal }) => !isReal)];
  const cer = (of: readonly PageWorth[]) => of.map(({ worthCer }) => worthCer);
  const recall = real.map(({ worthRecall }) => worthRecall);
  const groups = Object.values(GROUPS).map((sets) => cer(synthetic.filter(({ set }) => sets.includes(set))));
  const changed = pages.filter(({ worthCer, worthRecall }) => worthCer !== 0 || worthRecall !== 0);
  return [
    ...groups.map((values) => points(mean(values))),
    points(mean(cer(synthetic))),
    noise(cer(synthetic)),
    points(mean(recall)),
    noise(recall),
    String(changed.length),
    figure(mean(pages.map(({ cpuSeconds }) => cpuSeconds)), 2),
  ];
}

const points = (share: number | null): string => (share === null ? NONE : (100 * share).toFixed(2));
const noise = (values: readonly number[]): string => {
  const error = standardError(values);
  return error === null ? NONE : `± ${(200 * error).toFixed(2)}`;
};
