import type { GrayImage } from '../ports/ocr-engine.ts';

/** How many pixels have each value. */
export function histogramOf({ data }: GrayImage): Uint32Array {
  const counts = new Uint32Array(256);
  for (let i = 0; i < data.length; i++) counts[data[i]!]!++;
  return counts;
}

// On levelled paper (255) black type lies below 100 and the palest carbon near 200; beyond these bounds
// Otsu has split the black of a border from the type, or the grain of the paper from itself.
const DARKEST = 110;
const PALEST = 215;

/** Otsu's threshold between ink and paper of a levelled picture. */
export function inkThreshold(counts: Uint32Array): number {
  let [total, sum] = [0, 0];
  for (const [value, count] of counts.entries()) {
    total += count;
    sum += value * count;
  }
  let [best, bestAt, below, sumBelow] = [-1, DARKEST, 0, 0];
  for (let value = 0; value < PALEST; value++) {
    below += counts[value]!;
    sumBelow += value * counts[value]!;
    const above = total - below;
    if (below === 0 || above === 0) continue;
    const gap = sumBelow / below - (sum - sumBelow) / above;
    const between = below * above * gap * gap;
    if (between > best) [best, bestAt] = [between, value + 1];
  }
  return Math.max(DARKEST, bestAt);
}
