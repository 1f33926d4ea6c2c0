import { stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ingest } from './foja-cli.ts';
import { a4Jpeg, a4Page } from './inputs/a4.ts';
import { writeLargeTiff } from './inputs/large-tiff.ts';
import { writeLongPdf } from './inputs/long-pdf.ts';
import { writeManyScans } from './inputs/many-scans.ts';
import { measure, type Usage } from './measure.ts';
import { say } from './progress.ts';
import { scratchFolder } from './scratch.ts';
import type { Specimen } from './specimen.ts';
import { median, ratio } from './statistics.ts';
import { figure, megabytes, percent, type Table } from './table.ts';

/** One run of `foja ingest` and the most memory that its process had. */
export interface MemoryCase {
  readonly name: string;
  readonly jobs: number;
  readonly inputBytes: number;
  readonly pages: number;
  readonly seconds: number;
  readonly peakBytes: number | null;
  /** Median of the second half of the run against the first, its start left out; for the long run only. */
  readonly growth?: number | null;
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

/** Memory is bounded by the page: one large page, many pages, a long document, a large file. */
export async function measureMemory(specimens: readonly Specimen[], options: MemoryOptions): Promise<Memory> {
  const { jobs, soak, pdfPages, huge } = options;
  const cases: MemoryCase[] = [];
  const one = async (name: string, threads: number, make: (target: string) => Promise<unknown>, ...flags: string[]) => {
    say(`memory: ${name}`);
    const { usage, ...found } = await ingestOnce(make, threads, flags);
    cases.push({ name, jobs: threads, ...found, ...(flags.length > 0 && { growth: growthOf(usage) }) });
  };
  await one('A4, 600 dpi, colour, one worker', 1, async (target) => writeFile(`${target}.jpg`, await a4Jpeg(600)));
  await one(`${soak} scans, each a document`, jobs, (target) => writeManyScans(target, specimens, soak), '--each-file');
  await one(`PDF of ${pdfPages} pages`, jobs, (target) => writeLongPdf(`${target}.pdf`, pdfPages));
  const bytes = huge ? HUGE_TIFF : SMALL_TIFF;
  await one(`TIFF of ${Math.round(bytes / 1e6)} MB`, jobs, async (target) =>
    writeLargeTiff(`${target}.tif`, await a4Page(300), bytes),
  );
  return { cases };
}
