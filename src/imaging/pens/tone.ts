import type { GrayImage } from '../../ports/ocr-engine.ts';
import type { Box, Stroke } from './follow-strokes.ts';
import { wayOf } from './follow-strokes.ts';

/** Blue pens are 90 to 150 on levelled pages whose type is 20 or less; black ones are no paler than it. */
const APART = 50;
/** Between type and pen: a pen is uneven, and its edges are paler than its middle. */
const BETWEEN = 0.4;
/** Share of the type that is as dark or darker: its palest strokes are its edges. */
const MOST_TYPE = 0.7;
/** Share of the type beside a signature that may go by the same tone: more, and the ribbon is as uneven as the pen is pale. On twelve pages 0 to 0.04. */
const MOST_LOST = 0.1;
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
  const from = typeTone + BETWEEN * (penTone - typeTone);
  return penTone - typeTone < APART || losesOf(place, beside, from) > MOST_LOST ? null : from;
}

/** Share of the type beside the box that would go if what is no darker than `from` went there too. */
function losesOf({ image, box, kept, ink }: Place, beside: number, from: number): number {
  let [all, lost] = [0, 0];
  for (const [x, y] of placesBeside({ image, box, kept }, beside)) {
    if (image.data[y * image.width + x]! >= ink) continue;
    all++;
    if (isAlone(image, x, y, from)) lost++;
  }
  return lost / all;
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

/** Of the middles of strokes beside the box. */
function typeValues(place: Place, beside: number): number[] {
  const { data, width } = place.image;
  const values: number[] = [];
  for (const [x, y] of placesBeside(place, beside)) {
    const at = y * width + x;
    if (data[at]! < place.ink && data[at]! <= data[at - 1]! && data[at]! <= data[at + 1]!)
      values.push(data[at]!);
  }
  return values;
}

/** The pixels on the rows of type to the left and to the right of a box. */
function* placesBeside(
  { image, box, kept }: Pick<Place, 'image' | 'box' | 'kept'>,
  beside: number,
): Generator<[x: number, y: number]> {
  const [from, to] = [Math.max(1, box.left - beside), Math.min(image.width - 2, box.right + beside)];
  for (let y = box.top; y <= box.bottom; y++) {
    if (kept[y - box.top] === 0) continue;
    for (let x = from; x < box.left; x++) yield [x, y];
    for (let x = box.right + 1; x <= to; x++) yield [x, y];
  }
}

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)]!;

/** Whitens what is no darker than `from` and no edge of anything darker. In place. */
export function erasePale(image: GrayImage, box: Box, from: number): void {
  for (let y = box.top; y <= box.bottom; y++)
    for (let x = box.left; x <= box.right; x++) {
      const at = y * image.width + x;
      if (image.data[at] !== 255 && isAlone(image, x, y, from)) image.data[at] = 255;
    }
}

/** Whether nothing darker than `from` is near. */
function isAlone({ data, width, height }: GrayImage, x: number, y: number, from: number): boolean {
  for (let ny = Math.max(0, y - EDGE); ny <= Math.min(height - 1, y + EDGE); ny++)
    for (let nx = Math.max(0, x - EDGE); nx <= Math.min(width - 1, x + EDGE); nx++)
      if (data[ny * width + nx]! < from) return false;
  return true;
}
