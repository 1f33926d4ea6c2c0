import type { Pixels } from '../../model/pixels.ts';
import type { GrayImage } from '../../ports/ocr-engine.ts';
import type { Mix } from '../measure/ink.ts';
import type { Paper } from '../measure/paper.ts';

/** Gains are whole numbers of 1/4096: integer arithmetic halves the time of this pass. */
const SHIFT = 12;

/**
 * Divides the picture by its paper: even light, no yellow, paper at 255, coloured ink across the type gone. `tile`
 * is the size of a tile of the paper estimate in pixels of this picture.
 */
export function level(
  pixels: Pixels,
  paper: Paper,
  tile: number,
  { channel, without, drop }: Mix,
): GrayImage {
  const { data, width, height, channels } = pixels;
  const out = new Uint8Array(width * height);
  const gains = paper.planes.map(gainsOf);
  const rows = paper.planes.map(() => new Int32Array(width));
  for (let y = 0; y < height; y++) {
    // Light changes over centimetres: one row of gains serves four rows of pixels.
    if (y % 4 === 0)
      for (const [i, plane] of gains.entries())
        if (i === channel || without > 0 || drop !== null) fillRow(plane, paper, y + 2, tile, rows[i]!);
    const to = y * width;
    divide(data, to * channels + channel, channels, rows[channel]!, out, to);
    if (without > 0) takeBlue(data, to, rows[2]!, without, out);
    if (drop === null) continue;
    const tiles = Math.min(paper.height - 1, Math.floor(y / tile)) * paper.width;
    for (let column = 0; column < paper.width; column++)
      if (drop[tiles + column] === 1)
        dropColour(data, to, rows as Rows, out, column * tile, Math.min(width, (column + 1) * tile));
  }
  return { data: out, width, height };
}

type Rows = [Int32Array, Int32Array, Int32Array];

function divide(data: Uint8Array, from: number, step: number, row: Int32Array, out: Uint8Array, to: number) {
  let at = from;
  for (let x = 0; x < row.length; x++, at += step) {
    const value = (data[at]! * row[x]!) >> SHIFT;
    out[to + x] = Math.min(value, 255);
  }
}

/** Contrast lost with the blue, given back. */
const REGAIN = 1.4;

/** Weakens what shows in blue as in the row drawn already; what does not stays as strong as it was. */
function takeBlue(data: Uint8Array, to: number, blue: Int32Array, share: number, out: Uint8Array) {
  for (let x = 0, at = to * 3 + 2; x < blue.length; x++, at += 3) {
    const taken = 255 - Math.min(255, (data[at]! * blue[x]!) >> SHIFT);
    const left = REGAIN * (255 - out[to + x]! - share * taken);
    out[to + x] = left <= 0 ? 255 : left >= 255 ? 0 : 255 - left;
  }
}

/** JPEG colours the edges of black letters by this much. */
const FRINGE = 16;

/** The lightest channel, lightened by as much as the channels differ: black stays black, colour becomes paper. */
function dropColour(
  data: Uint8Array,
  to: number,
  [red, green, blue]: Rows,
  out: Uint8Array,
  first: number,
  end: number,
) {
  for (let x = first, at = (to + first) * 3; x < end; x++, at += 3) {
    const r = (data[at]! * red[x]!) >> SHIFT;
    const g = (data[at + 1]! * green[x]!) >> SHIFT;
    const b = (data[at + 2]! * blue[x]!) >> SHIFT;
    const most = Math.max(r, g, b);
    const least = Math.min(r, g, b);
    const value = most - least > FRINGE ? 2 * most - least - FRINGE : most;
    out[to + x] = Math.min(value, 255);
  }
}

/** Below this the ground is a table or a shadow without letters: more gain would only amplify noise. */
const DARKEST_PAPER = 24;

function gainsOf(plane: Uint8Array): Float32Array {
  const gains = new Float32Array(plane.length);
  for (let i = 0; i < plane.length; i++) gains[i] = (255 * (1 << SHIFT)) / Math.max(DARKEST_PAPER, plane[i]!);
  return gains;
}

/** The gain of every pixel of a row, between the middles of the tiles. */
function fillRow(gains: Float32Array, paper: Paper, y: number, tile: number, row: Int32Array): void {
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
