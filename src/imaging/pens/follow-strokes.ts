import type { GrayImage } from '../../ports/ocr-engine.ts';

/** In heights of a small x. Pens are thinner, measured across the way that they go; stems along a level stroke, and where a pen crosses them, are longer. */
const THIN = 0.42;
/** A run this many times as wide as the stroke was so far is the stroke and something else. */
const WIDER = 1.6;
/** As far as a stroke may be hidden by stems that it crosses: an M. */
const HIDDEN = 1.3;
/** Share of its way on which a stroke is seen by itself; the rest is hidden by letters. */
const SEEN = 0.5;
/** Steps over which a stroke's slope is taken. */
const SLOPE_OVER = 8;

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A step of a stroke: the run of ink from `first` to `last` across its way, `at` along it. */
export interface Run {
  readonly at: number;
  readonly first: number;
  readonly last: number;
}

/** A stroke as far as it was followed; `level` when its way is from column to column, and its runs are rows. */
export interface Stroke {
  readonly level: boolean;
  readonly runs: readonly Run[];
}

/**
 * Follows thin strokes through a box, under the letters that they cross, the level ones from column to column and the steep ones from row to
 * row: bars and stems of letters among them. Coordinates are those of the picture.
 */
export function followStrokes(image: GrayImage, box: Box, letterHeight: number, ink: number): Stroke[] {
  const seen = ({ runs }: Stroke) => runs.length >= SEEN * wayOf(runs);
  return [follow(image, box, letterHeight, ink, true), follow(image, box, letterHeight, ink, false)]
    .flat()
    .filter(seen);
}

/** Pixels from a stroke's first step to its last. */
export const wayOf = (runs: readonly Run[]): number => runs.at(-1)!.at - runs[0]!.at + 1;

/** How far a stroke leaves its level, or its upright. */
export function wander(runs: readonly Run[]): number {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const run of runs) {
    least = Math.min(least, middleOf(run));
    most = Math.max(most, middleOf(run));
  }
  return most - least;
}

const widthOf = ({ first, last }: Run) => last - first + 1;

/** Mean over the last steps. */
function widthSoFar(runs: readonly Run[]): number {
  const last = runs.slice(-SLOPE_OVER);
  return last.reduce((sum, run) => sum + widthOf(run), 0) / last.length;
}

const middleOf = ({ first, last }: Run) => (first + last) / 2;

function follow(image: GrayImage, box: Box, letterHeight: number, ink: number, level: boolean): Stroke[] {
  const { data, width } = image;
  const [along, across] = level ? [1, width] : [width, 1];
  const [from, to] = level ? [box.left, box.right] : [box.top, box.bottom];
  const [low, high] = level ? [box.top, box.bottom] : [box.left, box.right];
  const isInk = (at: number, c: number) => c >= low && c <= high && data[at * along + c * across]! < ink;
  const most = THIN * letterHeight;
  const ended: Run[][] = [];
  let open: Run[][] = [];
  // The thin run that covers each place across the way, by its place in `thin`, from 1.
  const runAt = new Int32Array(high - low + 3);
  for (let at = from; at <= to; at++) {
    const thin: (Run | null)[] = [null];
    runAt.fill(0);
    for (let c = low; c <= high; c++) {
      if (data[at * along + c * across]! >= ink) continue;
      const first = c;
      while (c < high && data[at * along + (c + 1) * across]! < ink) c++;
      if (c - first + 1 > most) continue;
      runAt.fill(thin.length, first - low + 1, c - low + 2);
      thin.push({ at, first, last: c });
    }
    const next: Run[][] = [];
    for (const runs of open) {
      const expected = Math.round(expectedAt(runs, at));
      const place = Math.max(0, Math.min(runAt.length - 3, expected - low)) + 1;
      const found = runAt[place]! || runAt[place - 1]! || runAt[place + 1]!;
      const run = thin[found] ?? null;
      if (run !== null && widthOf(run) <= WIDER * widthSoFar(runs) + 1) {
        runs.push(run);
        thin[found] = null;
        next.push(runs);
      } else if (isInk(at, expected) && at - runs.at(-1)!.at <= HIDDEN * letterHeight) next.push(runs);
      else ended.push(runs);
    }
    open = next;
    for (const run of thin) if (run !== null) open.push([run]);
  }
  return [...ended, ...open].map((runs) => ({ level, runs }));
}

/** Where the stroke goes on, by the slope of its last steps. */
function expectedAt(runs: readonly Run[], at: number): number {
  const last = runs.at(-1)!;
  const before = runs.at(-1 - SLOPE_OVER) ?? runs[0]!;
  const slope = last.at === before.at ? 0 : (middleOf(last) - middleOf(before)) / (last.at - before.at);
  return middleOf(last) + slope * (at - last.at);
}
