import type { Box } from './document.ts';

export const rightOf = (box: Box): number => box.x + box.width;
export const bottomOf = (box: Box): number => box.y + box.height;
export const middleOf = (box: Box): number => box.y + box.height / 2;
export const centreOf = (box: Box): number => box.x + box.width / 2;

/** The smallest box around all of them; expects at least one. */
export function around(boxes: readonly Box[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, rightOf(box));
    bottom = Math.max(bottom, bottomOf(box));
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** How far two boxes share a stretch of the x axis, in pixels; negative is the gap. */
export const sharedWidth = (a: Box, b: Box): number => Math.min(rightOf(a), rightOf(b)) - Math.max(a.x, b.x);

/** The same along the y axis. */
export const sharedHeight = (a: Box, b: Box): number =>
  Math.min(bottomOf(a), bottomOf(b)) - Math.max(a.y, b.y);

export const overlap = (a: Box, b: Box): boolean => sharedWidth(a, b) > 0 && sharedHeight(a, b) > 0;

/** The middle value; 0 of nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
