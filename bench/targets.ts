// The floors that accuracy, speed, memory and scale are held to. They come from the issues "Reading" and "Many machines", sections
// "Must reach".

import { FOJA, FOJA_FAST, FOJA_NATIVE, TESSERACT } from './contenders.ts';
import { FIELD_FLOORS } from './fields/floors.ts';
import { ratio } from './measure/statistics.ts';
import { CLEANUP } from './readers/ocrmypdf.ts';
import type { Results } from './results.ts';
import type { Accuracy, SetScore } from './suites/accuracy.ts';
import type { Memory } from './suites/memory.ts';
import { serversOverhead, twoAgainstOne, waitingPage } from './suites/scale.ts';
import type { Pace, Speed } from './suites/speed.ts';
import { figure, megabytes, percent, type Table, times } from './table.ts';

interface Target {
  readonly what: string;
  readonly atMost?: number;
  readonly atLeast?: number;
  readonly show: (value: number | null) => string;
  /** Undefined where this run did not ask; null where it asked and got no figure: not reached. */
  readonly measured: (results: Results) => number | null | undefined;
}

const cer = (set: string, atMost: number): Target => ({
  what: `CER, ${set}`,
  atMost,
  show: percent,
  measured: ({ synthetic }) => of(synthetic, set, 'cer'),
});

const recall = (set: string, what: string, atLeast: number): Target => ({
  what: `word recall, ${what}`,
  atLeast,
  show: percent,
  measured: ({ real }) => of(real, set, 'recall'),
});

/** What `one` is to `other`; undefined where one of them did not run. */
function compare(
  speed: Speed | undefined,
  one: string,
  other: string,
  figureOf: (pace: Pace) => number | null,
) {
  const [a, b] = [one, other].map((name) => speed?.paces.find((pace) => pace.name === name));
  return a && b && ratio(figureOf(a), figureOf(b));
}

const faster = (name: string, peer: string, atLeast: number): Target => ({
  what: `pages a minute, scan to search hit: ${name}, against ${peer}`,
  atLeast,
  show: times,
  measured: ({ speed }) => compare(speed, name, peer, (pace) => pace.pagesPerMinute),
});

const OCRMYPDF = 'ocrmypdf';
const OCRMYPDF_CLEANUP = `ocrmypdf ${CLEANUP.join(' ')}`;

const TARGETS: readonly Target[] = [
  ...['clean', 'turned', 'worn', 'stained', 'lowres'].map((set) => cer(set, 0.01)),
  ...['photocopy', 'carbon', 'fax'].map((set) => cer(set, 0.02)),
  cer('faded', 0.15),
  cer('curved', 0.04),
  cer('stamped', 0.05),
  recall('fondue_es', 'Spanish print', 0.95),
  recall('tapus_fr', 'typed French', 0.85),
  recall('ehri_en', 'typed English', 0.96),
  {
    what: 'orientation right, four directions',
    atLeast: 0.995,
    show: percent,
    measured: ({ orientation }) => orientation?.right,
  },
  {
    what: 'skew error, 95th percentile',
    atMost: 0.2,
    show: (value) => figure(value, 2, '°'),
    measured: ({ orientation }) => orientation?.skewErrorP95 ?? undefined,
  },
  ...FIELD_FLOORS.map(
    ({ what, atLeast, measured }): Target => ({
      what,
      atLeast,
      show: percent,
      measured: ({ fields }) => measured(fields),
    }),
  ),
  faster(FOJA, OCRMYPDF_CLEANUP, 3.5),
  faster(FOJA, OCRMYPDF, 1.4),
  faster(FOJA_FAST, OCRMYPDF_CLEANUP, 5),
  faster(FOJA_FAST, OCRMYPDF, 2),
  faster(FOJA_NATIVE, OCRMYPDF_CLEANUP, 8),
  faster(FOJA_NATIVE, OCRMYPDF, 3.5),
  {
    what: `CPU seconds a page, scan to search hit: ${FOJA_FAST}, against ${TESSERACT} alone on the raw scan`,
    atMost: 1,
    show: times,
    measured: ({ speed }) => compare(speed, FOJA_FAST, TESSERACT, (pace) => pace.cpuSecondsPerPage),
  },
  {
    what: 'peak memory, one worker, A4 at 600 dpi in colour',
    atMost: 700e6,
    show: megabytes,
    measured: ({ memory }) => memory?.cases[0]?.peakBytes,
  },
  {
    what: 'peak memory, TIFF of 2 GB, archive on S3',
    atMost: 700e6,
    show: megabytes,
    measured: ({ memory }) => memory?.cases.find(({ s3, inputBytes }) => s3 && inputBytes > 2e9)?.peakBytes,
  },
  {
    // What is left of "none" when the same run is measured twice.
    what: 'growth over the long run',
    atMost: 0.05,
    show: percent,
    measured: ({ memory }) => growth(memory),
  },
  {
    what: 'Redis memory a waiting page, each a document',
    atMost: 1024,
    show: (value) => figure(value, 0, 'B'),
    measured: ({ scale }) => waitingPage(scale)?.bytesPerPage,
  },
  {
    what: 'pages added to the queue a second, each a document',
    atLeast: 5000,
    show: (value) => figure(value, 0),
    measured: ({ scale }) => waitingPage(scale)?.pagesPerSecond,
  },
  {
    what: 'two workers against one, same pages',
    atLeast: 1.8,
    show: times,
    measured: ({ scale }) => twoAgainstOne(scale),
  },
  {
    what: 'CPU a page of a worker with Redis and S3, over embedded',
    atMost: 0.05,
    show: percent,
    measured: ({ scale }) => serversOverhead(scale),
  },
];

// A run too short to tell was not measured; one that broke off was.
function growth(memory: Memory | undefined) {
  const run = memory?.cases.find((it) => it.growth !== undefined);
  return run?.failed === undefined ? (run?.growth ?? undefined) : null;
}

function of(accuracy: Accuracy | undefined, set: string, name: 'cer' | 'recall') {
  const found = accuracy?.sets.find((it: SetScore) => it.set === set && it.reader === 'foja');
  return found && found.pages > 0 ? found[name] : undefined;
}

/** Every floor that this run measured, and whether it is reached. */
export function targetTable(results: Results): Table {
  const rows = TARGETS.flatMap(({ what, atMost, atLeast, show, measured }) => {
    const value = measured(results);
    if (value === undefined) return [];
    const reached = value !== null && (atMost !== undefined ? value <= atMost : value >= (atLeast ?? 0));
    const floor = atMost !== undefined ? `≤ ${show(atMost)}` : `≥ ${show(atLeast ?? 0)}`;
    return [[what, floor, show(value), reached ? 'yes' : 'NO']];
  });
  return { title: 'Must reach', columns: ['what', 'at least', 'measured', 'reached'], rows };
}
