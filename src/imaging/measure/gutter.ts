import type { Affine } from '../../model/document.ts';
import { applyTo } from '../draw/geometry.ts';
import type { Letters } from './letters.ts';

/** Two upright sheets side by side are wider than high: two oficio sheets by 1.27, two letter sheets by 1.55. */
const WIDE = 1.15;
/** In widths of the scan: where a fold can be. */
const MIDDLE = { from: 0.4, to: 0.6 };
/** In widths of the scan: two inner margins. A tab stop or the white between two columns of a table is narrower, or a title crosses it. */
const MARGINS = 0.035;
/** Of all letters, on each side: a short letter may face a full page, but a column of figures is no page. */
const SHARE = 0.1;
/** On each side: fewer are a page number and a stamp. */
const FEWEST = 120;
/** Of all letters: specks and the shadow of the fold, read as letters. */
const STRAY = 0.004;
/** Columns in which letters are counted, each a five-hundredth of the width. */
const COLUMNS = 500;

/**
 * Where an open book folds, as x in the frame; null where the scan shows one page. Text on both sides and none between, not even a
 * title. `toFrame` maps the measured picture to the frame, so that the fold of a leaning book is found as well.
 */
export function findGutter(
  { components: { x0, x1, y0, y1 }, pieces }: Letters,
  toFrame: Affine,
  frame: { readonly width: number; readonly height: number },
): number | null {
  if (frame.width < WIDE * frame.height || pieces.length < 2 * FEWEST) return null;
  const letters = new Int32Array(COLUMNS);
  const column = (x: number) => Math.min(COLUMNS - 1, Math.max(0, Math.floor((x / frame.width) * COLUMNS)));
  for (const i of pieces) {
    const [x, y] = [(x0[i]! + x1[i]! + 1) / 2, (y0[i]! + y1[i]! + 1) / 2];
    letters[column(applyTo(toFrame, x, y)[0])]!++;
  }
  const white = widestWhite(letters, pieces.length * STRAY);
  if (white === null || white.to - white.from < MARGINS * COLUMNS) return null;
  const middle = Math.round((white.from + white.to) / 2);
  const left = letters.subarray(0, middle).reduce((sum, count) => sum + count, 0);
  const fewer = Math.min(left, pieces.length - left);
  return fewer < FEWEST || fewer < SHARE * pieces.length ? null : (middle / COLUMNS) * frame.width;
}

/** The widest run of columns about the middle that holds no more letters than `stray`. */
function widestWhite(letters: Int32Array, stray: number): { from: number; to: number } | null {
  let best: { from: number; to: number } | null = null;
  let held = 0;
  for (let from = 0, to = 0; to < COLUMNS; to++) {
    held += letters[to]!;
    while (held > stray) held -= letters[from++]!;
    const middle = (from + to + 1) / 2 / COLUMNS;
    const isBest = best === null || to + 1 - from > best.to - best.from;
    if (isBest && middle >= MIDDLE.from && middle <= MIDDLE.to) best = { from, to: to + 1 };
  }
  return best;
}
