import type { Box } from '../../model/document.ts';
import type { Components } from './components.ts';
import type { Points } from './skew.ts';

/** Pieces of ink that may be letters or touching letters: not specks, rules, stamps or pictures. */
export interface Letters {
  readonly components: Components;
  /** Indexes into `components`. */
  readonly pieces: readonly number[];
}

/** A letter is at least this high and wide on the measured picture; below, it is grain. */
const SMALLEST = 4;

/** Keeps what has the size of letters: around the middle of all sizes, where big pieces count more than small. */
export function findLetters(components: Components, width: number, height: number): Letters {
  const largest = Math.max(width, height) / 20;
  const sizes: number[] = [];
  for (let i = 0; i < components.count; i++) {
    const size = sizeOf(components, i);
    if (size >= SMALLEST && size <= largest) sizes.push(size);
  }
  const middle = weightedMedian(sizes);
  const pieces: number[] = [];
  for (let i = 0; i < components.count; i++) {
    const size = sizeOf(components, i);
    if (size >= SMALLEST && size >= 0.4 * middle && size <= 2.5 * middle) pieces.push(i);
  }
  return { components, pieces };
}

const sizeOf = ({ x0, y0, x1, y1 }: Components, i: number) => Math.max(x1[i]! - x0[i]!, y1[i]! - y0[i]!) + 1;

function weightedMedian(sizes: number[]): number {
  sizes.sort((a, b) => a - b);
  const half = sizes.reduce((sum, size) => sum + size, 0) / 2;
  let seen = 0;
  for (const size of sizes) {
    seen += size;
    if (seen >= half) return size;
  }
  return 0;
}

export type Side = 'top' | 'bottom' | 'left' | 'right';

/** The middle of one side of every letter. For `left` and `right` x and y change places, so that columns become rows. */
export function sidesOf({ components, pieces }: Letters, side: Side): Points {
  const { x0, y0, x1, y1 } = components;
  const across = side === 'left' || side === 'right';
  const [low, high] = across ? [y0, y1] : [x0, x1];
  const edge = { top: y0, bottom: y1, left: x0, right: x1 }[side];
  const x = new Float32Array(pieces.length);
  const y = new Float32Array(pieces.length);
  for (const [j, i] of pieces.entries()) {
    x[j] = (low[i]! + high[i]!) / 2;
    y[j] = edge[i]!;
  }
  return { x, y };
}

/** A taller group (ascenders, capitals) that must stand above the commonest height if that is of small letters. */
const TALL = { from: 1.22, to: 1.75, share: 0.06 };
/** Capitals of typewriters and book faces are 1.35 to 1.5 times as high as x. */
const CAPITAL = 1.4;

/**
 * The height of a small x in pixels, to a fraction; null with too few letters to tell. `turned` when lines run
 * down the picture.
 */
export function measureLetters({ components, pieces }: Letters, turned: boolean): number | null {
  const [low, high] = turned ? [components.x0, components.x1] : [components.y0, components.y1];
  const counts = new Float64Array(512);
  for (const i of pieces) counts[Math.min(500, high[i]! - low[i]! + 1)]!++;
  const near = (height: number) => counts[height - 1]! + counts[height]! + counts[height + 1]!;
  let mode = 0;
  for (let height = SMALLEST; height < 500; height++)
    if (near(height) > near(mode || SMALLEST) || mode === 0) mode = height;
  const count = near(mode);
  if (count < FEWEST) return null;
  const mean =
    ((mode - 1) * counts[mode - 1]! + mode * counts[mode]! + (mode + 1) * counts[mode + 1]!) / count;
  let tall = 0;
  for (let height = Math.ceil(mean * TALL.from); height <= mean * TALL.to; height++) tall += counts[height]!;
  return tall >= TALL.share * pieces.length ? mean : mean / CAPITAL;
}

/** Fewer letters of one height than this are chance. */
const FEWEST = 12;

/** Height of the strip in sizes of a letter: three to seven lines. */
const STRIP = 14;

/** The strip across the text, as wide as the picture, that holds the most letters: enough to tell up from down. */
export function busiestStrip(
  { components, pieces }: Letters,
  { width, height }: { readonly width: number; readonly height: number },
  turned: boolean,
): Box {
  const [low, high] = turned ? [components.x0, components.x1] : [components.y0, components.y1];
  const length = turned ? width : height;
  const sizes = pieces.map((i) => high[i]! - low[i]! + 1).sort((a, b) => a - b);
  const depth = Math.min(length, STRIP * (sizes[Math.floor(sizes.length / 2)] ?? length));
  const middles = pieces.map((i) => (low[i]! + high[i]!) / 2).sort((a, b) => a - b);
  let [best, from] = [0, 0];
  for (let first = 0, last = 0; last < middles.length; last++) {
    while (middles[last]! - middles[first]! > depth) first++;
    if (last - first > best) [best, from] = [last - first, middles[first]!];
  }
  const margin = depth / STRIP;
  const at = Math.max(0, from - margin);
  const size = Math.min(length - at, depth + 2 * margin);
  return turned ? { x: at, y: 0, width: size, height } : { x: 0, y: at, width, height: size };
}
