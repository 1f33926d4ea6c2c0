import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { contenders, prepareInput } from '../contenders.ts';
import { measure, type Usage } from '../measure/measure.ts';
import { median, ratio } from '../measure/statistics.ts';
import { say } from '../progress.ts';
import { scratchFolder } from '../scratch.ts';
import type { Specimen } from '../specimen.ts';
import { figure, megabytes, type Table, times } from '../table.ts';

/** One contender over all pages: medians of its runs. */
export interface Pace {
  readonly name: string;
  readonly pagesPerMinute: number | null;
  readonly secondsPerPage: number | null;
  readonly cpuSecondsPerPage: number | null;
  readonly peakBytes: number | null;
  readonly runs: readonly Omit<Usage, 'bytesOverTime'>[];
  /** Why a run has no figures. */
  readonly failed?: string;
}

export interface Speed {
  readonly pages: number;
  readonly jobs: number;
  readonly paces: readonly Pace[];
}

/** Runs everybody over the same pages, in turns, so that a slow hour of the machine is slow for all. */
export async function measureSpeed(
  specimens: readonly Specimen[],
  options: {
    readonly jobs: number;
    readonly runs: number;
    readonly peers: boolean;
    readonly models: string | null;
  },
): Promise<Speed> {
  const { jobs, runs } = options;
  await using scratch = await scratchFolder();
  const input = await prepareInput(specimens, scratch.path);
  const racing = await contenders(options);
  const usages = new Map<string, Usage[]>(racing.map(({ name }) => [name, []]));
  const failures = new Map<string, string>();
  for (let lap = 1; lap <= runs; lap++) {
    for (const contender of racing) {
      const own = path.join(scratch.path, 'lap');
      await mkdir(own);
      const said = `speed, run ${lap} of ${runs}: ${contender.name}`;
      try {
        const { usage } = await measure(() => contender.run(input, own, jobs));
        usages.get(contender.name)!.push(usage);
        say(`${said} ${usage.seconds.toFixed(1)} s`);
      } catch (error) {
        failures.set(contender.name, (error as Error).message);
        say(`${said} failed: ${(error as Error).message}`);
      }
      await rm(own, { recursive: true });
    }
  }
  const paces = racing.map(({ name }): Pace => {
    const failed = failures.get(name);
    return { ...paceOf(name, usages.get(name)!, specimens.length), ...(failed !== undefined && { failed }) };
  });
  return { pages: specimens.length, jobs, paces };
}

/** Medians of the runs, by the page. */
export function paceOf(name: string, usages: readonly Usage[], pages: number): Pace {
  const seconds = median(usages.map((usage) => usage.seconds));
  return {
    name,
    pagesPerMinute: ratio(pages * 60, seconds),
    secondsPerPage: ratio(seconds, pages),
    cpuSecondsPerPage: ratio(median(usages.map((usage) => usage.cpuSeconds)), pages),
    peakBytes: median(usages.map((usage) => usage.peakBytes)),
    runs: usages.map(({ seconds, cpuSeconds, peakBytes }) => ({ seconds, cpuSeconds, peakBytes })),
  };
}

/** One row a contender; the last two columns put the first beside it. */
export function speedTable({ pages, jobs, paces }: Speed): Table {
  const foja = paces[0];
  return {
    title: 'Speed',
    note: `${pages} pages of all kinds, ${jobs} at a time, median of ${foja?.runs.length ?? 0} interleaved. foja: from the scan to the hit of a search, starts of both commands included, with its own models (best_int), with the fast model, with the installed Tesseract and the fast model; OCRmyPDF: one PDF of the same scans; Tesseract: recognition alone, with the fast model. The last two columns put the first row beside each.`,
    columns: [
      'program',
      'pages/min',
      's/page',
      'CPU s/page',
      'peak memory',
      'foja is faster by',
      'CPU of foja to it',
    ],
    rows: paces.map((pace) => [
      pace.failed ? `${pace.name} (failed)` : pace.name,
      figure(pace.pagesPerMinute),
      figure(pace.secondsPerPage, 2),
      figure(pace.cpuSecondsPerPage, 2),
      megabytes(pace.peakBytes),
      times(ratio(foja?.pagesPerMinute, pace.pagesPerMinute)),
      times(ratio(foja?.cpuSecondsPerPage, pace.cpuSecondsPerPage)),
    ]),
  };
}
