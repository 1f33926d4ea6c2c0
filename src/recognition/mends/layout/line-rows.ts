import { median, middleOf, rightOf } from '../../../model/boxes.ts';
import type { Box } from '../../../model/document.ts';
import type { RecognizedLine } from '../../../ports/ocr-engine.ts';

/** Lines side by side in rows from top to bottom, each from left to right. */
export function rowsOf(lines: readonly RecognizedLine[]): RecognizedLine[][] {
  const rows: { line: RecognizedLine; box: Box }[][] = [];
  const usual = lines.map((line) => ({ line, box: usualBox(line) }));
  for (const next of usual.toSorted((a, b) => middleOf(a.box) - middleOf(b.box))) {
    // Only the last few rows can be near: a row is at most as high as its lines.
    const row = rows.slice(-4).find((other) => other.every(({ box }) => isBeside(box, next.box)));
    if (row) row.push(next);
    else rows.push([next]);
  }
  return rows.map((row) => row.map(({ line }) => line).sort((a, b) => a.box.x - b.box.x));
}

/** The box of a line as high as most of its words: dirt and pens make some of them higher. */
const usualBox = ({ box, words }: RecognizedLine): Box => ({
  ...box,
  y: median(words.map((word) => word.box.y)),
  height: median(words.map((word) => word.box.height)),
});

const isBeside = (a: Box, b: Box) =>
  Math.abs(middleOf(a) - middleOf(b)) < Math.min(a.height, b.height) / 2 &&
  (rightOf(a) <= b.x || rightOf(b) <= a.x);
