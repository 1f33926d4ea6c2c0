import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ingestVia } from '../foja-cli.ts';
import { a4Jpeg, a4Page } from '../inputs/a4.ts';
import { writeLargeTiff } from '../inputs/large-tiff.ts';
import { writeLongPdf } from '../inputs/long-pdf.ts';
import { writeManyScans } from '../inputs/many-scans.ts';
import { measure } from '../measure/measure.ts';
import { median, ratio } from '../measure/statistics.ts';
import { say } from '../progress.ts';
import { scratchFolder } from '../scratch.ts';
import type { Specimen } from '../specimen.ts';
import { figure, megabytes, percent, type Table } from '../table.ts';
import { hasS3, s3Place } from './store.ts';

/** One run of `foja ingest` and the most memory that its process had. */
export interface MemoryCase {
  readonly name: string;
  readonly jobs: number;
  /** Whether the archive was on a server. */
  readonly s3?: true;
  readonly inputBytes: number;
  readonly pages: number;
  readonly seconds: number;
  readonly peakBytes: number | null;
  /** Median of the second half of the run against the first, its start left out; for the long run only. */
  readonly growth?: number | null;
  /** Why it did not pass. */
  readonly failed?: string;
}

export interface Memory {
  readonly cases: readonly MemoryCase[];
}

const SMALL_TIFF = 200e6;
const HUGE_TIFF = 2 * 2 ** 30;

interface MemoryOptions {
  readonly jobs: number;
  readonly soak: number;
  readonly pdfPages: number;
  readonly huge: boolean;
}

/** Memory is bounded by the page: one large page, many documents, a long document, a large file. */
export async function measureMemory(
  specimens: readonly Specimen[],
  { jobs, soak, pdfPages, huge }: MemoryOptions,
): Promise<Memory> {
  const tiffBytes = huge ? HUGE_TIFF : SMALL_TIFF;
  const large = {
    name: `TIFF of ${Math.round(tiffBytes / 1e6)} MB`,
    jobs,
    write: async (folder: string) =>
      writeLargeTiff(path.join(folder, 'large.tif'), await a4Page(300), tiffBytes),
  };
  const inputs: readonly Input[] = [
    {
      name: 'A4, 600 dpi, colour, one worker',
      jobs: 1,
      write: async (folder) => writeFile(path.join(folder, 'page.jpg'), await a4Jpeg(600)),
    },
    {
      name: `${soak} scans, each a document`,
      jobs,
      eachFile: true,
      write: (folder) => writeManyScans(folder, specimens, soak),
    },
    {
      name: `PDF of ${pdfPages} pages`,
      jobs,
      write: (folder) => writeLongPdf(path.join(folder, 'long.pdf'), pdfPages),
    },
    large,
    ...(hasS3 ? [{ ...large, name: `${large.name}, archive on S3`, s3: true as const }] : []),
  ];
  const cases: MemoryCase[] = [];
  for (const input of inputs) {
    say(`memory: ${input.name}`);
    cases.push(await ingestOnce(input).catch((error: Error) => failedCase(input, error)));
  }
  return { cases };
}

interface Input {
  readonly name: string;
  readonly jobs: number;
  /** Every file is a document: the run in which growth would show. */
  readonly eachFile?: boolean;
  readonly s3?: true;
  write(folder: string): Promise<unknown>;
}

async function ingestOnce({ name, jobs, eachFile, s3, write }: Input): Promise<MemoryCase> {
  await using scratch = await scratchFolder();
  await using place = s3 ? await s3Place(scratch.path) : null;
  const folder = path.join(scratch.path, 'scans');
  await mkdir(folder);
  await write(folder);
  const archive = place?.archive ?? path.join(scratch.path, 'archive');
  const flags = ['-j', String(jobs), ...(eachFile ? ['--each-file'] : [])];
  const { result, usage } = await measure(
    () => ingestVia(place?.variables ?? {}, archive, folder, ...flags),
    place?.pid,
  );
  const files = await readdir(folder);
  const sizes = await Promise.all(files.map(async (file) => (await stat(path.join(folder, file))).size));
  return {
    name,
    jobs,
    ...(s3 && { s3 }),
    inputBytes: sizes.reduce((sum, size) => sum + size, 0),
    pages: result.reduce((sum, document) => sum + document.pages, 0),
    seconds: usage.seconds,
    peakBytes: usage.peakBytes,
    ...(eachFile && { growth: growthOf(usage.bytesOverTime) }),
  };
}

const failedCase = ({ name, jobs, eachFile }: Input, { message }: Error): MemoryCase => ({
  ...{ name, jobs, inputBytes: 0, pages: 0, seconds: 0, peakBytes: null, failed: message },
  ...(eachFile && { growth: null }),
});

// Threads start, models load, caches fill: the first tenth of a run is no growth. The last moments are its end.
const WARM = 0.1;
const MIDDLE = 0.525;
const END = 0.95;
/** Tenths of a second: a minute in each half, or the halves do not hold the same kinds of pages. */
const FEWEST_SAMPLES = 1200;

/** How much more memory the second half of a run has than the first, as a share of the first; null of a run too short to tell. */
export function growthOf(bytesOverTime: readonly number[]): number | null {
  if (bytesOverTime.length < FEWEST_SAMPLES) return null;
  const part = (from: number, to: number) =>
    median(bytesOverTime.slice(Math.ceil(bytesOverTime.length * from), Math.ceil(bytesOverTime.length * to)));
  const change = ratio(part(MIDDLE, END), part(WARM, MIDDLE));
  return change === null ? null : change - 1;
}

/** One row a run. */
export function memoryTable({ cases }: Memory): Table {
  return {
    title: 'Memory',
    note: 'The most that the process of `foja ingest` had resident. Growth: median of the second half of the run against the first.',
    columns: ['what', 'pages at a time', 'input', 'pages', 'peak memory', 'growth', 'pages/min'],
    rows: cases.map((it) => [
      it.name,
      String(it.jobs),
      megabytes(it.inputBytes),
      String(it.pages),
      megabytes(it.peakBytes),
      percent(it.growth ?? null),
      it.failed ?? figure((it.pages * 60) / it.seconds),
    ]),
  };
}
