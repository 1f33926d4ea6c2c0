import type { Affine, Box } from '../../model/document.ts';
import { applyTo } from '../draw/geometry.ts';
import type { Letters } from './letters.ts';
import { solve } from './solve.ts';

/** How far lines leave the straight: `at(x, y)` is how much lower a line of height `y` runs at `x`. In pixels of the frame. */
export interface Curve {
  at(x: number, y: number): number;
  /** The largest displacement where there is text. */
  readonly most: number;
}

/** In heights of a small x: letters of one line are no higher or lower than the one before, or than this share of the way to it. */
const STEP = { within: 0.45, share: 0.14 };
/** Shorter lines say little about a curve. */
const FEWEST_LETTERS = 12;
/** In heights of a small x. Straight pages, skewed and worn ones included, stay below 0.2; books bend by 0.5 and more. */
const BENT = 0.35;
/** What is left of the distance between feet and lines: 0.1 to 0.3 in books, 0.6 and more where print or a hand is merely uneven. */
const BETTER = 0.5;
/** Feet farther from their line than this share of a small x are tails, commas and accents. */
const STRAY = [0.6, 0.35, 0.25];
/**
 * Lines bend like the paper does, a little more at one end of the page than at the other. A sheet of few lines, such as
 * the last one of an oficio, says less: there, letters are followed across stops, too.
 * `gap` in heights of a small x: typed letters follow each other at 1.4, 2.8 with a blank, 7 from the second `c` to the `C` of
 * `c.c.p. C.`, whose p hangs below. `back`: how many of the last letters the next is measured by, as one may hang.
 */
const SHEETS: readonly Habit[] = [
  {
    lines: 4,
    gap: 3.2,
    back: 1,
    powers: [1, 2, 3, 4].flatMap(
      (p): Powers => [
        [p, 0],
        [p, 1],
      ],
    ),
  },
  {
    lines: 2,
    gap: 7.5,
    back: 2,
    powers: [
      [1, 0],
      [2, 0],
      [3, 0],
    ],
  },
];

interface Habit {
  readonly lines: number;
  readonly gap: number;
  readonly back: number;
  readonly powers: Powers;
}

/** Of x and y. */
type Powers = readonly (readonly [number, number])[];

/**
 * How the lines of an upright page bend, from the feet of its letters; null where they are straight or too few to tell.
 * `toFrame` maps the measured picture to the frame, `x` is the height of a small x in the frame.
 */
export function findCurve(letters: Letters, toFrame: Affine, x: number, frame: Size): Curve | null {
  const feet = feetOf(letters, toFrame);
  for (const habit of SHEETS) {
    const lines = linesOf(feet, x, habit).filter(({ length }) => length >= FEWEST_LETTERS);
    if (lines.length >= habit.lines) return fitted(lines, habit.powers, x, frame);
  }
  return null;
}

function fitted(lines: readonly Foot[][], powers: Powers, x: number, frame: Size): Curve | null {
  const unit = Math.max(frame.width, frame.height) / 2;
  const [cx, cy] = [frame.width / 2, frame.height / 2];
  const terms = (px: number, py: number) => {
    const [u, v] = [(px - cx) / unit, (py - cy) / unit];
    return powers.map(([p, q]) => u ** p * v ** q);
  };
  let kept = lines;
  let weights: number[] | null = null;
  for (const stray of STRAY) {
    weights = bestFit(kept, terms);
    if (weights === null) return null;
    const bend = weights;
    kept = kept.map((line) => {
      const left = residuals(line, terms, bend);
      return line.filter((_, i) => Math.abs(left[i]!) < stray * x);
    });
  }
  const bend = weights!;
  if (
    spreadOf(lines, terms, bend, x) >
    BETTER *
      spreadOf(
        lines,
        terms,
        bend.map(() => 0),
        x,
      )
  )
    return null;
  const raw = (px: number, py: number) => terms(px, py).reduce((sum, term, i) => sum + term * bend[i]!, 0);
  const feet = kept.flat();
  const moves = feet.map((foot) => raw(foot.x, foot.y));
  const middle = moves.reduce((sum, move) => sum + move, 0) / moves.length;
  const most = Math.max(...moves.map((move) => Math.abs(move - middle)));
  if (!(most > BENT * x)) return null;
  // Beyond the outermost letters a power would run away: the paper is taken to go on as it was there.
  const [low, high] = [Math.min(...feet.map((it) => it.x)), Math.max(...feet.map((it) => it.x))];
  const [top, foot] = [Math.min(...feet.map((it) => it.y)), Math.max(...feet.map((it) => it.y))];
  const within = (value: number, from: number, to: number) => Math.min(to, Math.max(from, value));
  return { most, at: (px, py) => raw(within(px, low, high), within(py, top, foot)) - middle };
}

/** The box around what lies in a box once the page is bent again. */
export function bentBox(box: Box, curve: Curve | null): Box {
  if (curve === null) return box;
  const across = [0, 0.25, 0.5, 0.75, 1].map((share) => box.x + share * box.width);
  const top = Math.min(...across.map((x) => box.y + curve.at(x, box.y)));
  const foot = Math.max(...across.map((x) => box.y + box.height + curve.at(x, box.y + box.height)));
  return { ...box, y: top, height: foot - top };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Foot {
  readonly x: number;
  readonly y: number;
}

/** Where letters stand, from left to right. */
function feetOf({ components: { x0, x1, y0, y1 }, pieces }: Letters, toFrame: Affine): Foot[] {
  return pieces
    .map((i) => {
      const corners = [
        applyTo(toFrame, x0[i]!, y0[i]!),
        applyTo(toFrame, x1[i]! + 1, y0[i]!),
        applyTo(toFrame, x0[i]!, y1[i]! + 1),
        applyTo(toFrame, x1[i]! + 1, y1[i]! + 1),
      ];
      const xs = corners.map(([px]) => px);
      return { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: Math.max(...corners.map(([, py]) => py)) };
    })
    .sort((a, b) => a.x - b.x);
}

/** Feet that follow each other without a jump. */
function linesOf(feet: readonly Foot[], x: number, { gap, back }: Habit): Foot[][] {
  const done: Foot[][] = [];
  let open: Foot[][] = [];
  for (const foot of feet) {
    const near = open.filter((line) => foot.x - line.at(-1)!.x <= gap * x);
    if (near.length < open.length) done.push(...open.filter((line) => foot.x - line.at(-1)!.x > gap * x));
    open = near;
    let [best, least]: [Foot[] | null, number] = [null, 1];
    for (const line of open) {
      const step = stepTo(foot, line, back, x);
      if (step <= least) [best, least] = [line, step];
    }
    if (best) best.push(foot);
    else open.push([foot]);
  }
  return [...done, ...open];
}

/** How much higher or lower a foot is than one of the last of a line, as a share of what may be. */
function stepTo(foot: Foot, line: readonly Foot[], back: number, x: number): number {
  let least = Infinity;
  for (let i = Math.max(0, line.length - back); i < line.length; i++) {
    const most = Math.max(STEP.within * x, STEP.share * (foot.x - line[i]!.x));
    least = Math.min(least, Math.abs(foot.y - line[i]!.y) / most);
  }
  return least;
}

type Terms = (x: number, y: number) => number[];

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** A line's own height does not matter: both sides are taken from the mean of the line. */
function centred(line: readonly Foot[], terms: Terms) {
  const height = mean(line.map(({ y }) => y));
  const rows = line.map((foot) => terms(foot.x, height));
  const middle = rows[0]!.map((_, i) => mean(rows.map((row) => row[i]!)));
  return line.map((foot, j) => ({
    row: rows[j]!.map((value, i) => value - middle[i]!),
    left: foot.y - height,
  }));
}

function bestFit(lines: readonly (readonly Foot[])[], terms: Terms): number[] | null {
  const n = terms(0, 0).length;
  const matrix = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => (i === j ? 1e-6 : 0)),
  );
  const right = new Array<number>(n).fill(0);
  for (const line of lines) {
    if (line.length < 2) continue;
    for (const { row, left } of centred(line, terms))
      for (let i = 0; i < n; i++) {
        right[i]! += row[i]! * left;
        for (let j = 0; j < n; j++) matrix[i]![j]! += row[i]! * row[j]!;
      }
  }
  return solve(matrix, right);
}

/** How far feet are from their lines, but for the tails: the 70th percentile, in heights of a small x, half a pixel at least. */
function spreadOf(
  lines: readonly (readonly Foot[])[],
  terms: Terms,
  weights: readonly number[],
  x: number,
): number {
  const all = lines.flatMap((line) => residuals(line, terms, weights).map(Math.abs)).sort((a, b) => a - b);
  return Math.max(all[Math.floor(all.length * 0.7)] ?? 0, 0.5) / x;
}

function residuals(line: readonly Foot[], terms: Terms, weights: readonly number[]): number[] {
  if (line.length === 0) return [];
  const left = centred(line, terms).map(
    ({ row, left: y }) => y - row.reduce((sum, value, i) => sum + value * weights[i]!, 0),
  );
  // Most letters stand on the line, few hang below it: the median is the line.
  const middle = left.toSorted((a, b) => a - b)[Math.floor(left.length / 2)]!;
  return left.map((value) => value - middle);
}
