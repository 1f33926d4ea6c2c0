import type { GrayImage } from '../../ports/ocr-engine.ts';
import { type Box, type Stroke, wander, wayOf } from './follow-strokes.ts';

/** In heights of a small x. Two bars and a serif between them are shorter than the level one, stems that stand alone and slanted legs than the steep. */
const LONG = { level: 3, steep: 2.2 };
/** A level stroke that leaves its level by less may be the serifs of a line of type, or a rule. */
const WANDERS = 0.25;
/** Seen this far outside the lines of type, with their tails and accents, a stroke is a pen's. */
const OUTSIDE = 0.5;
/** In both directions. Less than a letter; dots and accents that a pen touches are lost. */
const CRUMB = 0.5;

/** Pixels of a box, row by row; 1 where a pen went. */
export type PenMask = Uint8Array;

/** The strokes that are longer than any letter has them. */
export const longStrokes = (strokes: readonly Stroke[], letterHeight: number): Stroke[] =>
  strokes.filter(({ level, runs }) =>
    level
      ? wayOf(runs) >= LONG.level * letterHeight && wander(runs) >= WANDERS * letterHeight
      : wayOf(runs) >= LONG.steep * letterHeight,
  );

/** The strokes of a pen, as far as they are no letter's: long ones, and those that enter the lines of type (rows that are `kept`) from between them. */
export function penStrokes(
  strokes: readonly Stroke[],
  box: Box,
  kept: Uint8Array,
  letterHeight: number,
): Stroke[] {
  const long = new Set(longStrokes(strokes, letterHeight));
  return strokes
    .filter((it) => long.has(it) || outside(it, box, kept) >= OUTSIDE * letterHeight)
    .map((it) => (it.level ? it : withoutStems(it, box, kept)));
}

function outside({ level, runs }: Stroke, { top }: Box, kept: Uint8Array): number {
  const isKept = ({ at, first, last }: (typeof runs)[number]) =>
    kept[(level ? (first + last) >> 1 : at) - top] === 1;
  return runs.filter((run) => !isKept(run)).length;
}

/** A steep stroke that ends within a line of type may have gone on along the stem of a letter: from where it met it, it is the letter's. */
function withoutStems({ level, runs }: Stroke, { top }: Box, kept: Uint8Array): Stroke {
  const isGap = (i: number) => runs[i]!.at - runs[i - 1]!.at > 1;
  const isKept = (i: number) => kept[runs[i]!.at - top] === 1;
  let [start, end] = [0, runs.length];
  for (let i = 1; i < runs.length && isKept(i - 1); i++) if (isGap(i)) start = i;
  for (let i = runs.length - 1; i > start && isKept(i); i--) if (isGap(i)) end = i;
  return { level, runs: runs.slice(start, end) };
}

/** Where strokes are, with the pixel on each side that their soft edges reach. */
export function maskOf(strokes: readonly Stroke[], box: Box): PenMask {
  const wide = box.right - box.left + 1;
  const mask = new Uint8Array(wide * (box.bottom - box.top + 1));
  for (const { level, runs } of strokes) {
    const [low, high] = level ? [box.top, box.bottom] : [box.left, box.right];
    for (const { at, first, last } of runs)
      for (let across = Math.max(low, first - 1); across <= Math.min(high, last + 1); across++) {
        const [x, y] = level ? [at, across] : [across, at];
        mask[(y - box.top) * wide + x - box.left] = 1;
      }
  }
  return mask;
}

/** Whitens what a mask covers, and the crumbs beside it where strokes met: pieces of less than a letter. In place; darker than `ink` is ink. */
export function eraseMask(
  image: GrayImage,
  box: Box,
  mask: PenMask,
  letterHeight: number,
  ink: number,
): void {
  const wide = box.right - box.left + 1;
  const place = (at: number) => (box.top + Math.floor(at / wide)) * image.width + box.left + (at % wide);
  for (let at = 0; at < mask.length; at++) if (mask[at] === 1) image.data[place(at)] = 255;
  const isInk = (at: number) => image.data[place(at)]! < ink;
  const seen = new Uint8Array(mask.length);
  for (let at = 0; at < mask.length; at++) {
    if (mask[at] === 0) continue;
    for (const start of around(at, wide, mask.length)) {
      const piece = pieceAt(start, wide, seen, isInk);
      if (isCrumb(piece, wide, CRUMB * letterHeight)) for (const it of piece) image.data[place(it)] = 255;
    }
  }
}

/** The pixels of a box beside one of them, as places in it. */
function around(at: number, wide: number, length: number): number[] {
  const x = at % wide;
  const beside = [at, ...(x > 0 ? [at - 1] : []), ...(x < wide - 1 ? [at + 1] : [])];
  return beside.flatMap((it) => [it - wide, it, it + wide]).filter((it) => it >= 0 && it < length);
}

/** The connected ink at a pixel that was not seen before. */
function pieceAt(start: number, wide: number, seen: Uint8Array, isInk: (at: number) => boolean): number[] {
  if (seen[start] === 1 || !isInk(start)) return [];
  const piece = [start];
  seen[start] = 1;
  for (let next = 0; next < piece.length; next++)
    for (const at of around(piece[next]!, wide, seen.length)) {
      if (seen[at] === 1 || !isInk(at)) continue;
      seen[at] = 1;
      piece.push(at);
    }
  return piece;
}

function isCrumb(piece: readonly number[], wide: number, most: number): boolean {
  if (piece.length > most * most) return false;
  const [xs, ys] = [piece.map((at) => at % wide), piece.map((at) => Math.floor(at / wide))];
  return Math.max(...xs) - Math.min(...xs) < most && Math.max(...ys) - Math.min(...ys) < most;
}
