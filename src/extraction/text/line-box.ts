import { around, median } from '../../model/boxes.ts';
import type { Box } from '../../model/document.ts';

// Of words on one line a capital with its accent has at most half as much again as one without; ink of a pen has twice.
const TALL = 1.9;

/** The box of a line: as wide as its words, but no taller than type, where a pen or a stamp made one word's box so. */
export function lineBox(boxes: readonly Box[], size: number): Box {
  const all = around(boxes);
  const usual = Math.max(size, median(boxes.map((box) => box.height)));
  const plain = boxes.filter((box) => box.height <= TALL * usual);
  if (plain.length === 0 || plain.length === boxes.length) return all;
  const { y, height } = around(plain);
  return { ...all, y, height };
}
