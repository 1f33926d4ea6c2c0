import type { Pixels } from '../../model/pixels.ts';
import { type Paper, TILE } from './paper.ts';

/** How colour becomes gray, so that the type stays and what lies across it goes. */
export interface Mix {
  /** The channel in which the type stands out most. */
  readonly channel: 0 | 1 | 2;
  /** What shows in blue goes from it by this share: pale coloured type (carbon copies) is stronger in `channel`, grain and the other side are not. */
  readonly without: number;
  /** Tiles in which coloured ink crosses the type, and goes; null where there is none. */
  readonly drop: Uint8Array | null;
}

/** Whether the type is pale and bluish, as carbon copies are. */
export const isCarbon = ({ without }: Mix): boolean => without > 0;

/** Ink takes away at least this much of the light, of 255, in its strongest channel. */
const INK = 40;
/** Carbon copies take 25 to 70; the other side of the sheet up to 35. */
const PALE_INK = 24;
/** Ink of which blue light takes this share of what red light takes is blue or violet. Carbon copies 0.6, black type 1. */
const BLUISH = 0.78;
/**
 * What shines through is gray and dilutes the blue of a carbon copy: to 0.89 of 31 copies at most; but their ink takes 35 to 41 of the red
 * light (of 255), that of worn ribbons 53 and more, and other pages of less than 0.95 have 94 and more (170 pages).
 */
const FAINT_BLUE = { share: 0.95, taken: 47 };
/** Measured on carbon copies: 0.4 beats 0.6, and both beat the red channel alone. */
const OTHER_SIDE = 0.4;
/** What ink takes differs by this share between channels: black type up to 0.2, violet and blue from 0.4. */
const COLOURED = 0.35;
/** And by this much of 255, on paper at least this bright: grain and JPEG give colour to black type in shadow. */
const DISTINCT = 40;
const LIT = 90;
/**
 * Black and coloured pixels are of one ink where the black ones have this much of the colour of the others: violet, red or blue type
 * alone 0.79 to 1 (ten inks on two pages), stamps and pens with black type up to 0.64 (140 pages).
 */
const ONE_INK = 0.7;
/** Pixels of a tile (64) that make it a tile of type, or of coloured ink. */
const ENOUGH = 4;
/** Share of the tiles of a coloured mark that also hold type: stamps over type reach 0.3, letterheads 0.1. */
const ACROSS = 0.15;

/** Chooses from a small picture and its paper. Gray pictures have one channel and nothing to drop. */
export function chooseMix(small: Pixels, paper: Paper): Mix {
  if (small.channels === 1) return { channel: 0, without: 0, drop: null };
  const { black, coloured, taken, pale } = countInk(small, paper);
  const mostlyColoured = sum(coloured.count) > sum(black.count);
  if (!mostlyColoured && isBluish(pale)) return { channel: 0, without: OTHER_SIDE, drop: null };
  const twoInks = hue(black) < ONE_INK * hue(coloured);
  const drop = twoInks ? marksAcross(black.count, coloured.count, paper.width, paper.height) : null;
  if (drop?.includes(1)) return { channel: 1, without: 0, drop };
  return { channel: mostlyColoured ? strongest(taken) : 1, without: 0, drop: null };
}

function isBluish({ taken: [red, , blue], pixels }: Pale): boolean {
  const faint = red < FAINT_BLUE.taken * pixels;
  return blue < (faint ? FAINT_BLUE.share : BLUISH) * red;
}

const sum = (counts: Uint8Array) => counts.reduce((total, count) => total + count, 0);

const strongest = (taken: readonly number[]): 0 | 1 | 2 =>
  taken[0]! >= taken[1]! && taken[0]! >= taken[2]! ? 0 : taken[1]! >= taken[2]! ? 1 : 2;

/** An ink: its pixels by tiles; in all, what they take of the light and by how much that differs between channels. */
interface Ink {
  readonly count: Uint8Array;
  taken: number;
  apart: number;
}

const inkOf = (tiles: number): Ink => ({ count: new Uint8Array(tiles), taken: 0, apart: 0 });

const hue = ({ taken, apart }: Ink) => apart / Math.max(1, taken);

/** All ink, pale ink included: its pixels, and what they take of each channel. */
interface Pale {
  readonly taken: [number, number, number];
  pixels: number;
}

/** Black and coloured ink per tile; what coloured ink takes of each channel in all, and what all ink, pale ink included, does. */
function countInk({ data, width, height }: Pixels, { planes, width: columns, height: rows }: Paper) {
  const black = inkOf(columns * rows);
  const coloured = inkOf(columns * rows);
  const taken: [number, number, number] = [0, 0, 0];
  const pale: Pale = { taken: [0, 0, 0], pixels: 0 };
  const [reds, greens, blues] = planes as readonly [Uint8Array, Uint8Array, Uint8Array];
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / TILE) * columns;
    for (let column = 0, from = y * width * 3; column < columns; column++) {
      const tile = row + column;
      const [red, green, blue] = [reds[tile]!, greens[tile]!, blues[tile]!];
      const end = (y * width + Math.min(width, (column + 1) * TILE)) * 3;
      for (; from < end; from += 3) {
        // The common case first: this pixel is paper in green, and in red.
        if (data[from + 1]! * 8 > green * 7 && data[from]! * 8 > red * 7) continue;
        const r = 255 - (data[from]! * 255) / Math.max(1, red);
        const g = 255 - (data[from + 1]! * 255) / Math.max(1, green);
        const b = 255 - (data[from + 2]! * 255) / Math.max(1, blue);
        const most = Math.max(r, g, b);
        if (most >= PALE_INK) {
          pale.pixels++;
          pale.taken[0] += r;
          pale.taken[1] += g;
          pale.taken[2] += b;
        }
        if (most < INK) continue;
        const apart = most - Math.min(r, g, b);
        const ink = apart < COLOURED * most || apart < DISTINCT || blue < LIT ? black : coloured;
        ink.count[tile]!++;
        ink.taken += most;
        ink.apart += apart;
        if (ink === coloured) {
          taken[0] += r;
          taken[1] += g;
          taken[2] += b;
        }
      }
    }
  }
  return { black, coloured, taken, pale };
}

/** The tiles of every coloured mark that lies across type. */
function marksAcross(black: Uint8Array, coloured: Uint8Array, width: number, height: number): Uint8Array {
  const drop = new Uint8Array(black.length);
  const seen = new Uint8Array(black.length);
  for (let start = 0; start < coloured.length; start++) {
    if (seen[start] === 1 || coloured[start]! < ENOUGH) continue;
    const mark = [start];
    seen[start] = 1;
    for (let next = 0; next < mark.length; next++) {
      const [x, y] = [mark[next]! % width, Math.floor(mark[next]! / width)];
      for (let ny = Math.max(0, y - 2); ny <= Math.min(height - 1, y + 2); ny++)
        for (let nx = Math.max(0, x - 2); nx <= Math.min(width - 1, x + 2); nx++) {
          const tile = ny * width + nx;
          if (seen[tile] === 1 || coloured[tile]! < ENOUGH) continue;
          seen[tile] = 1;
          mark.push(tile);
        }
    }
    const across = mark.filter((tile) => black[tile]! >= ENOUGH).length;
    if (across < ACROSS * mark.length || mark.length < 4) continue;
    for (const tile of mark) {
      const [x, y] = [tile % width, Math.floor(tile / width)];
      for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++)
        for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) drop[ny * width + nx] = 1;
    }
  }
  return drop;
}
