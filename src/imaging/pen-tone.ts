import type { GrayImage } from '../ports/ocr-engine.ts';
import type { Box, Stroke } from './pen-strokes.ts';
import { wayOf } from './pen-strokes.ts';

/** Blue pens are 90 to 150 on levelled pages whose type is 20 or less; black ones are no paler than it. */
const APART = 50;
/** Between type and pen: a pen is uneven, and its edges are paler than its middle. */
const BETWEEN = 0.4;
/** Share of the type that is as dark or darker: its palest strokes are its edges. */
const MOST_TYPE = 0.7;
/** In pixels: the soft edges of letters are no farther from their dark middle. */
const EDGE = 2;
/** In heights of a small x: less of pen or type says nothing. */
const ENOUGH = 3;

interface Place {
  readonly image: GrayImage;
  readonly box: Box;
  /** For each row of the box, whether it belongs to a line of type. */
  readonly kept: Uint8Array;
  readonly letterHeight: number;
  /** Darker pixels are ink. */
  readonly ink: number;
}

/**
 * The value between type and a pen that is paler: the pen as it shows outside the lines of type, the type as it shows `beside` the box, in
 * pixels. Null where the pen is not paler, or too little of either shows.
 */
export function paleFrom(place: Place, strokes: readonly Stroke[], beside: number): number | null {
  const enough = ENOUGH * place.letterHeight;
  const pen = penValues(place, strokes);
  const type = typeValues(place, beside);
  if (pen.length < enough || type.length < enough) return null;
  const [penTone, typeTone] = [quantile(pen, 0.5), quantile(type, MOST_TYPE)];
  return penTone - typeTone < APART ? null : typeTone + BETWEEN * (penTone - typeTone);
}

function penValues({ image, box, kept, letterHeight }: Place, strokes: readonly Stroke[]): number[] {
  const values: number[] = [];
  for (const { level, runs } of strokes) {
    if (wayOf(runs) < letterHeight) continue;
    for (const { at, first, last } of runs) {
      const middle = (first + last) >> 1;
      const [x, y] = level ? [at, middle] : [middle, at];
      if (kept[y - box.top] === 0) values.push(image.data[y * image.width + x]!);
    }
  }
  return values;
}

/** Of the middles of strokes, on the rows of type to the left and to the right of the box. */
function typeValues({ image: { data, width }, box, kept, ink }: Place, beside: number): number[] {
  const values: number[] = [];
  const [from, to] = [Math.max(1, box.left - beside), Math.min(width - 2, box.right + beside)];
  for (let y = box.top; y <= box.bottom; y++) {
    if (kept[y - box.top] === 0) continue;
    for (let x = from; x <= to; x++) {
      if (x >= box.left && x <= box.right) continue;
      const at = y * width + x;
      if (data[at]! < ink && data[at]! <= data[at - 1]! && data[at]! <= data[at + 1]!) values.push(data[at]!);
    }
  }
  return values;
}

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)]!;

/** Whitens what is no darker than `from` and no edge of anything darker. In place. */
export function erasePale({ data, width, height }: GrayImage, box: Box, from: number): void {
  const isAlone = (x: number, y: number) => {
    for (let ny = Math.max(0, y - EDGE); ny <= Math.min(height - 1, y + EDGE); ny++)
      for (let nx = Math.max(0, x - EDGE); nx <= Math.min(width - 1, x + EDGE); nx++)
        if (data[ny * width + nx]! < from) return false;
    return true;
  };
  for (let y = box.top; y <= box.bottom; y++)
    for (let x = box.left; x <= box.right; x++)
      if (data[y * width + x] !== 255 && isAlone(x, y)) data[y * width + x] = 255;
}
