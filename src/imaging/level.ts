import type { GrayImage } from '../ports/ocr-engine.ts';
import type { Paper } from './paper.ts';
import type { Pixels } from './pixels.ts';

/** How channels become gray: the lightest of the three (drops coloured ink), or one of them. */
export type Mix = 'lightest' | 0 | 1 | 2;

/**
 * Divides the picture by its paper: even light, no yellow, paper at 255. `tile` is the size of a tile of the
 * paper estimate in pixels of this picture; values at or above `white` (of 255) become 255.
 */
export function level(pixels: Pixels, paper: Paper, tile: number, mix: Mix, white = 255): GrayImage {
  const { width, height, channels } = pixels;
  const out = new Uint8Array(width * height);
  const used = channels === 1 ? [0] : mix === 'lightest' ? [0, 1, 2] : [mix];
  const gains = used.map((channel) => gainPlane(paper.planes[channel]!, (255 * 255) / white));
  const rows = used.map(() => new Int32Array(width));
  for (let y = 0; y < height; y++) {
    // Light changes over centimetres: one row of gains serves four rows of pixels.
    if (y % 4 === 0) for (const [i, plane] of gains.entries()) gainRow(plane, paper, y + 2, tile, rows[i]!);
    if (rows.length === 3) lightest(pixels.data, y * width, rows as Rows, out);
    else single(pixels.data, used[0]!, channels, y * width, rows[0]!, out);
  }
  return { data: out, width, height };
}

type Rows = [Int32Array, Int32Array, Int32Array];

/** Gains are whole numbers of 1/4096: integer arithmetic halves the time of this pass. */
const SHIFT = 12;

function single(
  data: Uint8Array,
  channel: number,
  step: number,
  to: number,
  row: Int32Array,
  out: Uint8Array,
) {
  let from = to * step + channel;
  for (let x = 0; x < row.length; x++, from += step) {
    const value = (data[from]! * row[x]!) >> SHIFT;
    out[to + x] = Math.min(value, 255);
  }
}

function lightest(data: Uint8Array, to: number, [red, green, blue]: Rows, out: Uint8Array) {
  let from = to * 3;
  for (let x = 0; x < red.length; x++, from += 3) {
    const r = data[from]! * red[x]!;
    const g = data[from + 1]! * green[x]!;
    const b = data[from + 2]! * blue[x]!;
    const value = (r > g ? Math.max(r, b) : Math.max(g, b)) >> SHIFT;
    out[to + x] = Math.min(value, 255);
  }
}

/** Below this the ground is a table or a shadow without letters: more gain would only amplify noise. */
const DARKEST_PAPER = 24;

function gainPlane(plane: Uint8Array, top: number): Float32Array {
  const gains = new Float32Array(plane.length);
  for (let i = 0; i < plane.length; i++) gains[i] = (top * (1 << SHIFT)) / Math.max(DARKEST_PAPER, plane[i]!);
  return gains;
}

/** The gain of every pixel of a row, between the middles of the tiles. */
function gainRow(gains: Float32Array, paper: Paper, y: number, tile: number, row: Int32Array): void {
  const at = Math.min(paper.height - 1, Math.max(0, (y + 0.5) / tile - 0.5));
  const upper = Math.floor(at);
  const lower = Math.min(paper.height - 1, upper + 1);
  const weight = at - upper;
  const value = (x: number) => {
    const column = Math.min(paper.width - 1, Math.max(0, x));
    const top = gains[upper * paper.width + column]!;
    return top + (gains[lower * paper.width + column]! - top) * weight;
  };
  for (let column = -1; column < paper.width; column++) {
    const [start, end] = [(column + 0.5) * tile, (column + 1.5) * tile];
    const left = value(column);
    const step = (value(column + 1) - left) / tile;
    const first = Math.max(0, Math.ceil(start));
    const last = column === paper.width - 1 ? row.length : Math.min(row.length, Math.ceil(end));
    for (let x = first, gain = left + (x + 0.5 - start) * step; x < last; x++, gain += step) row[x] = gain;
  }
}
