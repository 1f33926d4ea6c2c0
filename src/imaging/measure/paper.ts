import type { Pixels } from '../../model/pixels.ts';
import { shrink } from '../draw/shrink.ts';

/** Pixels of the measured picture per tile of the paper estimate: about 1.3 mm of an A4 page. */
export const TILE = 8;
/** Averaged before the brightest is taken, so that grain does not pass for paper. */
const BLOCK = 4;
/** In tiles. What is dark and narrower than 7 tiles is ink; what is wider (stain, shadow, table) is ground. */
const RADIUS = 3;

/** How bright the bare paper is, tile by tile, one plane per channel. */
export interface Paper {
  readonly planes: readonly Uint8Array[];
  readonly width: number;
  readonly height: number;
}

/** Estimates the paper under the ink: the brightest spot of each tile, closed over letters and rules. */
export function estimatePaper(pixels: Pixels): Paper {
  const blocks = shrink(pixels, BLOCK);
  const width = Math.ceil(pixels.width / TILE);
  const height = Math.ceil(pixels.height / TILE);
  const planes = Array.from({ length: pixels.channels }, (_, channel) => {
    const plane = brightest(blocks, channel, width, height);
    spread(plane, width, height);
    for (let i = 0; i < plane.length; i++) plane[i] = 255 - plane[i]!;
    spread(plane, width, height);
    for (let i = 0; i < plane.length; i++) plane[i] = 255 - plane[i]!;
    return smooth(plane, width, height);
  });
  return { planes, width, height };
}

function brightest(blocks: Pixels, channel: number, width: number, height: number): Uint8Array {
  const out = new Uint8Array(width * height);
  const { data, channels } = blocks;
  const half = TILE / BLOCK;
  for (let y = 0; y < blocks.height; y++) {
    const row = Math.floor(y / half) * width;
    for (let x = 0; x < blocks.width; x++) {
      const value = data[(y * blocks.width + x) * channels + channel]!;
      const tile = row + Math.floor(x / half);
      if (value > out[tile]!) out[tile] = value;
    }
  }
  return fillRest(out, width, height, Math.floor(blocks.width / half), Math.floor(blocks.height / half));
}

/** The last column and row may hold no whole block: they repeat their neighbour. */
function fillRest(
  plane: Uint8Array,
  width: number,
  height: number,
  columns: number,
  rows: number,
): Uint8Array {
  for (let y = 0; y < height; y++) {
    const from = Math.min(y, Math.max(0, rows - 1)) * width;
    for (let x = 0; x < width; x++)
      if (x >= columns || y >= rows)
        plane[y * width + x] = Math.max(
          plane[y * width + x]!,
          plane[from + Math.min(x, Math.max(0, columns - 1))]!,
        );
  }
  return plane;
}

/** Each tile takes the brightest value within RADIUS, in place. */
function spread(plane: Uint8Array, width: number, height: number): void {
  const line = new Uint8Array(Math.max(width, height));
  const along = (start: number, step: number, length: number) => {
    for (let i = 0; i < length; i++) line[i] = plane[start + i * step]!;
    for (let i = 0; i < length; i++) {
      const end = Math.min(length - 1, i + RADIUS);
      let best = 0;
      for (let j = Math.max(0, i - RADIUS); j <= end; j++) if (line[j]! > best) best = line[j]!;
      plane[start + i * step] = best;
    }
  };
  for (let y = 0; y < height; y++) along(y * width, 1, width);
  for (let x = 0; x < width; x++) along(x, width, height);
}

/** A 3×3 mean: the paper changes slowly, the tiles must not show. */
function smooth(plane: Uint8Array, width: number, height: number): Uint8Array {
  const out = new Uint8Array(plane.length);
  for (let y = 0; y < height; y++) {
    const [above, below] = [Math.max(0, y - 1) * width, Math.min(height - 1, y + 1) * width];
    for (let x = 0; x < width; x++) {
      const [left, right] = [Math.max(0, x - 1), Math.min(width - 1, x + 1)];
      let sum = 0;
      for (const row of [above, y * width, below])
        sum += plane[row + left]! + plane[row + x]! + plane[row + right]!;
      out[y * width + x] = sum / 9;
    }
  }
  return out;
}
