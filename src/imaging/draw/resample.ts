import type { Affine } from '../../model/document.ts';
import type { GrayImage } from '../../ports/ocr-engine.ts';
import { compose, scaling } from './geometry.ts';
import { shrink } from './shrink.ts';

const WHITE = 255;
const SHIFT = 16;
const ONE = 1 << SHIFT;

/**
 * Draws a picture of `width` × `height` by looking up every pixel at `toImage` in `image`, between the four nearest;
 * white outside. One pass for turn, straightening, flattening and scale, so that the letters are blurred once. `shift` says how
 * much lower, in pixels of the drawing, the point is to be looked up.
 */
export function resample(
  image: GrayImage,
  toImage: Affine,
  width: number,
  height: number,
  shift: ((x: number, y: number) => number) | null = null,
): GrayImage {
  const step = Math.floor(Math.sqrt(Math.abs(toImage[0] * toImage[3] - toImage[1] * toImage[2])) + 0.01);
  if (step >= 2) {
    const { data, ...size } = shrink({ ...image, channels: 1 }, step);
    return resample({ data, ...size }, compose(toImage, scaling(1 / step)), width, height, shift);
  }
  const out = new Uint8Array(width * height).fill(WHITE);
  const [a, b, c, d, e, f] = toImage;
  if (shift !== null) {
    drawBent(image, { data: out, width, height }, toImage, shift);
    return { data: out, width, height };
  }
  for (let y = 0; y < height; y++) {
    // From the middle of this pixel to the corner of the four that it lies between.
    const u = a * 0.5 + c * (y + 0.5) + e - 0.5;
    const v = b * 0.5 + d * (y + 0.5) + f - 0.5;
    const [first, last] = span(u, a, image.width, ...span(v, b, image.height, 0, width));
    drawRow(image, out, y * width + first, y * width + last, u + a * first, v + b * first, a, b);
  }
  return { data: out, width, height };
}

/** The part of first…last for which at + step·x lies within 0…size−1. */
function span(at: number, step: number, size: number, first: number, last: number): [number, number] {
  const limit = size - 1 - 1e-3;
  if (Math.abs(step) < 1e-9) return at >= 0 && at <= limit ? [first, last] : [first, first];
  const [low, high] = [-at / step, (limit - at) / step].sort((p, q) => p - q) as [number, number];
  const from = Math.max(first, Math.ceil(low));
  return [from, Math.max(from, Math.min(last, Math.floor(high) + 1))];
}

function drawRow(
  { data, width, height }: GrayImage,
  out: Uint8Array,
  from: number,
  to: number,
  u: number,
  v: number,
  stepU: number,
  stepV: number,
): void {
  let [x, y] = [Math.round(u * ONE), Math.round(v * ONE)];
  const [dx, dy] = [Math.round(stepU * ONE), Math.round(stepV * ONE)];
  const [right, bottom] = [width - 2, height - 2];
  for (let i = from; i < to; i++, x += dx, y += dy) {
    let column = x >> SHIFT;
    let row = y >> SHIFT;
    column = column < 0 ? 0 : Math.min(column, right);
    row = row < 0 ? 0 : Math.min(row, bottom);
    const at = row * width + column;
    const p = data[at]!;
    const q = data[at + 1]!;
    const r = data[at + width]!;
    const s = data[at + width + 1]!;
    // `out` is white already, as most of a page is: a third of the time.
    if ((p & q & r & s) === WHITE) continue;
    const fx = (x >> 8) & 255;
    const fy = (y >> 8) & 255;
    const top = p * (256 - fx) + q * fx;
    const low = r * (256 - fx) + s * fx;
    out[i] = (top * (256 - fy) + low * fy + (1 << 15)) >> 16;
  }
}

/** Pixels between the points at which the shift is asked for: paper bends over centimetres. */
const CELL = 16;

function drawBent(
  { data, width, height }: GrayImage,
  out: GrayImage,
  [a, b, c, d, e, f]: Affine,
  shift: (x: number, y: number) => number,
): void {
  const shifts = new Float64Array(Math.ceil(out.width / CELL) + 1);
  for (let y = 0; y < out.height; y++) {
    if (y % CELL === 0) for (let i = 0; i < shifts.length; i++) shifts[i] = shift(i * CELL, y + CELL / 2);
    for (let x = 0; x < out.width; x++) {
      const cell = x >> 4;
      const low = y + 0.5 + shifts[cell]! + ((shifts[cell + 1]! - shifts[cell]!) * (x & 15)) / CELL;
      const u = a * (x + 0.5) + c * low + e - 0.5;
      const v = b * (x + 0.5) + d * low + f - 0.5;
      const [column, row] = [Math.floor(u), Math.floor(v)];
      if (column < 0 || row < 0 || column >= width - 1 || row >= height - 1) continue;
      const at = row * width + column;
      const fx = u - column;
      const top = data[at]! + (data[at + 1]! - data[at]!) * fx;
      const foot = data[at + width]! + (data[at + width + 1]! - data[at + width]!) * fx;
      out.data[y * out.width + x] = top + (foot - top) * (v - row) + 0.5;
    }
  }
}
