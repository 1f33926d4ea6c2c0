import { availableParallelism } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { DAMAGES, type DamageName } from '../fixtures/generator/index.ts';
import { readConfig } from '../src/config.ts';
import { MENDS } from '../src/recognition/mends/mends.ts';
import { chooseEngine } from '../src/wiring/ocr-engines.ts';
import { Refusal } from './refusal.ts';

export const SECTIONS = ['accuracy', 'orientation', 'fields', 'speed', 'memory', 'scale'] as const;
export type SectionName = (typeof SECTIONS)[number];

/** Kinds of damage that are read: a blank back says nothing. */
const KINDS = DAMAGES.filter((name) => name !== 'blank');

/** What a run measures, and on how much. */
export interface BenchOptions {
  readonly sections: readonly SectionName[];
  readonly kinds: readonly DamageName[];
  /** Synthetic pages a kind of damage; of the speed section apart, as its peers are slow. */
  readonly pages: number;
  readonly speedPages: number;
  readonly seeds: readonly number[];
  /** Mends to leave out, those of each way together; null where accuracy is measured as it is. */
  readonly without: readonly (readonly string[])[] | null;
  /** Pages of the orientation section. */
  readonly turned: number;
  readonly corpus: string | null;
  /** What foja reads with in the sections accuracy and orientation, as in FOJA_OCR. */
  readonly ocr: string;
  /** A folder of Tesseract's fast models, for the rows of the speed section; null for the installed program's own. */
  readonly models: string | null;
  /** Papers of every layout for the section fields: so many clean, so many damaged. */
  readonly rounds: number;
  /** Where the section fields keeps what was read. */
  readonly readings: string;
  readonly jobs: number;
  readonly runs: number;
  readonly soak: number;
  readonly pdfPages: number;
  readonly huge: boolean;
  /** Pages that wait in the queue, and pages that workers read, of the section scale. */
  readonly queuePages: number;
  readonly workerPages: number;
  readonly peers: boolean;
  readonly json: string;
  readonly markdown: string | null;
}

const USAGE = `npm run bench -- [${SECTIONS.join('] [')}]   all of them unless named
  --pages N        synthetic pages a kind of damage (8); speed reads --speed-pages of each (2)
  --kinds A,B      only these: ${KINDS.join(', ')}
  --seed N,N       other pages of the same kinds (1)
  --without A,B    accuracy: what these mends of src/recognition/mends are worth, left out together; "each": each of them
  --turned N       pages turned in four directions (200)
  --rounds N       papers of every layout for fields, clean and damaged (1)
  --readings DIR   where fields keeps what was read, and finds it again (bench/out/readings)
  --corpus DIR     real pages with an index.jsonl (FOJA_BENCH_CORPUS)
  --ocr URL        what foja reads with for accuracy and orientation, as in FOJA_OCR (tesseract-js:)
  --models DIR     fast models for the speed section (those of the installed tesseract)
  --jobs N         pages at a time, for every program (the number of cores)
  --runs N         interleaved runs of which the median counts (3)
  --soak N         pages of the run that shows whether memory grows (500)
  --pdf-pages N    pages of the long PDF (1000)
  --huge           the multi-page TIFF has 2 GB instead of 200 MB
  --queue-pages N  pages that wait in the queue (1000000: needs 1 GB of memory and 2 GB in the temporary folder)
  --worker-pages N pages that workers read, each way (40)
  --no-peers       leave OCRmyPDF and native Tesseract out
  --json FILE      where the figures go (bench/out/bench.json)
  --markdown FILE  where the tables go; between <!-- tables --> and <!-- /tables --> where FILE has these lines`;

/** Reads the command line. A Refusal says what is wrong and what there is. */
export function readOptions(argv: readonly string[], env: NodeJS.ProcessEnv): BenchOptions {
  const { values, positionals } = parse(argv);
  if (values.help) throw new Refusal(USAGE, 0);
  const sections = positionals.length > 0 ? positionals.map((name) => oneOf(SECTIONS, name)) : SECTIONS;
  const kinds = values.kinds?.split(',').map((name) => oneOf(KINDS, name)) ?? KINDS;
  const pages = count('pages', values.pages, 8);
  const corpus = values.corpus ?? env['FOJA_BENCH_CORPUS'];
  return {
    sections,
    kinds,
    pages,
    speedPages: Math.min(pages, count('speed-pages', values['speed-pages'], 2)),
    seeds: (values.seed?.split(',') ?? ['1']).map((seed) => count('seed', seed, 1)),
    without: values.without === undefined ? null : waysWithout(values.without),
    turned: count('turned', values.turned, 200),
    corpus: corpus ? path.resolve(corpus) : null,
    ocr: ocrUrl(values.ocr),
    models: values.models ? path.resolve(values.models) : null,
    rounds: count('rounds', values.rounds, 1),
    readings: path.resolve(values.readings ?? path.join(import.meta.dirname, 'out/readings')),
    jobs: count('jobs', values.jobs, availableParallelism()),
    runs: count('runs', values.runs, 3),
    soak: count('soak', values.soak, 500),
    pdfPages: count('pdf-pages', values['pdf-pages'], 1000),
    huge: values.huge ?? false,
    queuePages: count('queue-pages', values['queue-pages'], 1_000_000),
    workerPages: count('worker-pages', values['worker-pages'], 40),
    peers: !values['no-peers'],
    json: path.resolve(values.json ?? path.join(import.meta.dirname, 'out/bench.json')),
    markdown: values.markdown ? path.resolve(values.markdown) : null,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        pages: { type: 'string' },
        'speed-pages': { type: 'string' },
        kinds: { type: 'string' },
        seed: { type: 'string' },
        without: { type: 'string' },
        turned: { type: 'string' },
        rounds: { type: 'string' },
        readings: { type: 'string' },
        corpus: { type: 'string' },
        ocr: { type: 'string' },
        models: { type: 'string' },
        jobs: { type: 'string', short: 'j' },
        runs: { type: 'string' },
        soak: { type: 'string' },
        'pdf-pages': { type: 'string' },
        huge: { type: 'boolean' },
        'queue-pages': { type: 'string' },
        'worker-pages': { type: 'string' },
        'no-peers': { type: 'boolean' },
        json: { type: 'string' },
        markdown: { type: 'string' },
      },
    });
  } catch (cause) {
    throw new Refusal(`${(cause as Error).message}\n${USAGE}`, 1, { cause });
  }
}

// Not from the environment: figures are of what their command line says.
function ocrUrl(value: string | undefined): string {
  const { ocr } = readConfig(value === undefined ? {} : { ocr: value }, {});
  chooseEngine(ocr, []);
  return ocr;
}

function oneOf<T extends string>(known: readonly T[], name: string): T {
  const found = known.find((it) => it === name);
  if (found === undefined) throw new Refusal(`There is no "${name}".\n${USAGE}`, 1);
  return found;
}

const NAMES = MENDS.map(({ name }) => name);

const waysWithout = (asked: string): readonly (readonly string[])[] =>
  asked === 'each' ? NAMES.map((name) => [name]) : [asked.split(',').map((name) => oneOf(NAMES, name))];

function count(name: string, value: string | undefined, otherwise: number): number {
  const n = value === undefined ? otherwise : Number(value);
  if (!Number.isInteger(n) || n < 1)
    throw new Refusal(`--${name} takes a whole number from 1: ${value} is none.`, 1);
  return n;
}
