import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import PQueue from 'p-queue';
import { ingest, search } from './foja-cli.ts';
import { writeScannedPdf } from './inputs/scanned-pdf.ts';
import { words } from './measure/score.ts';
import { CLEANUP, ocrmypdfVersion } from './readers/ocrmypdf.ts';
import { tesseractLanguages, tesseractModels, tesseractPlain } from './readers/tesseract.ts';
import { run } from './run.ts';
import type { Specimen } from './specimen.ts';

/** The same pages in the forms that programs take: a folder of scans, or one PDF of them. */
export interface SpeedInput {
  readonly folder: string;
  readonly pdf: string;
  readonly files: readonly string[];
  /** A word that stands on one of the pages. */
  readonly query: string;
}

/** A program with its options, in a race over the same pages with the same cores. */
export interface Contender {
  readonly name: string;
  /** Handles all pages, `jobs` at a time. `scratch` is an empty folder. Rejects when one is missing in the end. */
  run(input: SpeedInput, scratch: string, jobs: number): Promise<void>;
}

/** Lays the pages out for every contender. */
export async function prepareInput(specimens: readonly Specimen[], scratch: string): Promise<SpeedInput> {
  const folder = path.join(scratch, 'scans');
  const pdf = path.join(scratch, 'scans.pdf');
  await mkdir(folder);
  for (const { path: file } of specimens) await copyFile(file, path.join(folder, path.basename(file)));
  await writeScannedPdf(pdf, specimens);
  const longest = words(specimens[0]!.truth).sort((a, b) => b.length - a.length);
  return { folder, pdf, files: specimens.map(({ path: file }) => file), query: longest[0]! };
}

/** foja with its engines and, where wanted and installed, its peers. `models`: fast ones, else the installed Tesseract's own. */
export async function contenders(wanted: {
  readonly peers: boolean;
  readonly models: string | null;
}): Promise<Contender[]> {
  const [ocrmypdf, languages, own] = await Promise.all([
    ocrmypdfVersion(),
    tesseractLanguages(),
    tesseractModels(),
  ]);
  const native = languages?.includes('spa') === true;
  const models = wanted.models ?? (native ? own : null);
  return [
    foja(FOJA),
    ...(models ? [foja(FOJA_FAST, '--ocr', `tesseract-js:${models}`)] : []),
    ...(models && native ? [foja(FOJA_NATIVE, '--ocr', `tesseract:${models}`)] : []),
    ...(wanted.peers && ocrmypdf && native ? [OCRMYPDF, OCRMYPDF_CLEANUP] : []),
    ...(wanted.peers && models && native ? [tesseract(models)] : []),
  ];
}

export const FOJA = 'foja';
export const FOJA_FAST = 'foja, fast model';
export const FOJA_NATIVE = 'foja, native engine, fast model';
export const TESSERACT = 'tesseract';

/** The whole way: from the scan to the hit of a search. */
const foja = (name: string, ...flags: string[]): Contender => ({
  name,
  async run({ folder, files, query }, scratch, jobs) {
    const archive = path.join(scratch, 'archive');
    const documents = await ingest(archive, folder, jobs, ...flags);
    const pages = documents.reduce((sum, document) => sum + document.pages, 0);
    if (pages !== files.length) throw new Error(`foja has ${pages} of ${files.length} pages.`);
    if ((await search(archive, query)) === 0) throw new Error(`foja does not find "${query}".`);
  },
});

const ocrmypdf = (name: string, flags: readonly string[]): Contender => ({
  name,
  async run({ pdf }, scratch, jobs) {
    const target = path.join(scratch, 'out.pdf');
    await run('ocrmypdf', ['--quiet', '--jobs', String(jobs), '-l', 'spa', ...flags, pdf, target]);
  },
});

const OCRMYPDF = ocrmypdf('ocrmypdf', []);
const OCRMYPDF_CLEANUP = ocrmypdf(`ocrmypdf ${CLEANUP.join(' ')}`, CLEANUP);

/** Recognition alone, on the raw scans: the floor of what a page costs. */
const tesseract = (models: string): Contender => ({
  name: TESSERACT,
  async run({ files }, _, jobs) {
    const queue = new PQueue({ concurrency: jobs });
    await Promise.all(files.map((file) => queue.add(() => tesseractPlain(file, models))));
  },
});
