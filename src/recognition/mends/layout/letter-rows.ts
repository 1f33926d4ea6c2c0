import type { Drawing } from '../../../imaging/measure/drawing.ts';
import { around, middleOf, rightOf } from '../../../model/boxes.ts';
import type { Box } from '../../../model/document.ts';
import type { RecognizedLine } from '../../../ports/ocr-engine.ts';

/** In heights of a small x: letters that stand alone are as high, and as wide with one or two they touch. */
const LETTER = { least: 0.6, most: 2.2, widest: 4 };
/** In heights of a small x: letters of one line lie no farther apart, sentences and letter-spaced headings included, and a letter between that was read by itself. */
const APART = 4;
/** Fewer letters are strokes and stamps more often than words. */
export const FEWEST_LETTERS = 4;

/** In heights of a small x: so near to a line stands the rest of a word in which it ends, the letter between them read with neither, and so wide is it at most. */
const REST = { gap: 1.5, wide: 12, level: 0.7 };
/** A page with more lines that were passed over is full of what is no type: handwriting, stains. Reading all would cost more than it gives. */
const MOST_LINES = 12;

/** Letters that follow each other at one height. */
export interface LetterRow {
  readonly box: Box;
  readonly count: number;
}

/**
 * Rows of letters that no word covers: what is long enough to be a line, as the box around it with some paper, and the others. Null on a page full of what is no type.
 */
export function rowsOutside(lines: readonly RecognizedLine[], image: Drawing, x: number) {
  const rows = rowsOf(lettersOutside(lines, image, x), x);
  const isLoose = (row: LetterRow) =>
    row.count < FEWEST_LETTERS || lines.some(({ box }) => isRest(row.box, box, x));
  const long = linesOf(
    rows.filter((row) => !isLoose(row)),
    x,
  );
  return long.length > MOST_LINES ? null : { long, loose: rows.filter(isLoose) };
}

/** Whether letters may be the rest of a word in which a line ends: they are read with it, as half a letter would be read as another. */
export function isRest(row: Box, line: Box, x: number): boolean {
  const gap = gapBetween(row, line);
  return (
    gap >= 0 && gap <= REST.gap * x && row.width <= REST.wide * x && stepBetween(row, line) <= REST.level * x
  );
}

/** The white between two boxes side by side. */
export const gapBetween = (a: Box, b: Box) => Math.max(b.x - rightOf(a), a.x - rightOf(b));
/** How much higher one of two boxes stands. */
export const stepBetween = (a: Box, b: Box) => Math.abs(middleOf(a) - middleOf(b));

/** The boxes of letters that no word covers. */
export function lettersOutside(lines: readonly RecognizedLine[], image: Drawing, x: number): Box[] {
  const { count, x0, y0, x1, y1 } = image.pieces();
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
