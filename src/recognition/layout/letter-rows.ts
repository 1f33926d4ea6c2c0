import { findComponents } from '../../imaging/measure/components.ts';
import { around } from '../../model/boxes.ts';
import type { Box } from '../../model/document.ts';
import type { GrayImage, RecognizedLine } from '../../ports/ocr-engine.ts';

/** On a levelled page. */
const INK = 128;
/** In heights of a small x: letters that stand alone are as high, and as wide with one or two they touch. */
const LETTER = { least: 0.6, most: 2.2, widest: 4 };
/** In heights of a small x: letters of one line lie no farther apart, sentences and letter-spaced headings included, and a letter between that was read by itself. */
const APART = 4;
/** Fewer letters are strokes and stamps more often than words. */
export const FEWEST_LETTERS = 4;

/** Letters that follow each other at one height. */
export interface LetterRow {
  readonly box: Box;
  readonly count: number;
}

/** The boxes of letters that no word covers. */
export function lettersOutside(lines: readonly RecognizedLine[], image: GrayImage, x: number): Box[] {
  const { count, x0, y0, x1, y1 } = findComponents(image, INK);
  const words = lines.flatMap((line) => line.words.map(({ box }) => box));
  const letters: Box[] = [];
  for (let i = 0; i < count; i++) {
    const [width, height] = [x1[i]! - x0[i]! + 1, y1[i]! - y0[i]! + 1];
    if (height < LETTER.least * x || height > LETTER.most * x || width > LETTER.widest * x) continue;
    const [cx, cy] = [(x0[i]! + x1[i]!) / 2, (y0[i]! + y1[i]!) / 2];
    const covers = (box: Box) =>
      cx >= box.x - x / 2 &&
      cx <= box.x + box.width + x / 2 &&
      cy >= box.y - x / 2 &&
      cy <= box.y + box.height + x / 2;
    if (!words.some(covers)) letters.push({ x: x0[i]!, y: y0[i]!, width, height });
  }
  return letters;
}

/** Letters in rows: each goes to the first row that it stands beside. `x` is the height of a small x, in pixels. */
export function rowsOf(letters: readonly Box[], x: number): LetterRow[] {
  const rows: { box: Box; count: number }[] = [];
  // Rows that no letter can reach any more are not looked at: on a page full of dirt there are thousands.
  let open: typeof rows = [];
  for (const [i, letter] of letters.toSorted((a, b) => a.x - b.x).entries()) {
    if (i % 256 === 0) open = open.filter(({ box }) => letter.x - (box.x + box.width) < APART * x);
    const line = open.find(
      ({ box }) =>
        letter.x - (box.x + box.width) < APART * x &&
        Math.abs(letter.y + letter.height / 2 - (box.y + box.height / 2)) < 0.6 * x,
    );
    if (line) {
      line.box = around([line.box, letter]);
      line.count++;
    } else {
      const row = { box: letter, count: 1 };
      rows.push(row);
      open.push(row);
    }
  }
  return rows;
}

/** Rows that are long enough to be a line, as the box around them with some paper. */
export const linesOf = (rows: readonly LetterRow[], x: number): Box[] =>
  rows
    .filter(({ box, count }) => count >= FEWEST_LETTERS && box.height <= 2 * LETTER.most * x)
    .map(({ box }) => ({ x: box.x - x, y: box.y - x / 2, width: box.width + 2 * x, height: box.height + x }));
