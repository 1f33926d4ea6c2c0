/** Points on the picture, as columns. */
export interface Points {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/** How far the lines lean, and how much sharper they are there than chance would have it. */
export interface Lean {
  /** Degrees, clockwise positive. */
  readonly degrees: number;
  /** 1 for points without any order; typed pages reach 4 to 15. */
  readonly sharpness: number;
}

/** Scanners and hands lean a page by a few degrees; beyond this it is a quarter turn or a drawing. */
const RANGE = 12;

/**
 * Finds the lean at which the points (say, the feet of letters) fall into the sharpest rows: the sum of squares
 * of the row profile, searched in steps of 0.5°, then 0.1°, then 0.02°.
 */
export function findLean(points: Points, height: number): Lean {
  let best = { degrees: 0, sharpness: 0 };
  for (const [step, range] of [
    [0.5, RANGE],
    [0.1, 0.5],
    [0.02, 0.1],
  ] as const) {
    const middle = best.degrees;
    for (let i = -Math.round(range / step); i <= Math.round(range / step); i++) {
      const degrees = middle + i * step;
      // Coarse steps need coarse rows: half a degree moves the end of a line by many pixels.
      const sharpness = sharpnessAt(points, height, degrees, step === 0.5 ? 4 : step === 0.1 ? 2 : 1);
      if (i === -Math.round(range / step) || sharpness > best.sharpness) best = { degrees, sharpness };
    }
  }
  return best;
}

/** How concentrated the points are in rows leaning by `degrees`; 1 is chance. Rows are `bin` pixels high. */
export function sharpnessAt({ x, y }: Points, height: number, degrees: number, bin = 1): number {
  if (x.length === 0) return 0;
  const slope = Math.tan((degrees * Math.PI) / 180);
  let [low, high] = [Infinity, -Infinity];
  const rows = new Float32Array(x.length);
  for (let i = 0; i < x.length; i++) {
    const row = (y[i]! + dither(i) - x[i]! * slope) / bin;
    rows[i] = row;
    if (row < low) low = row;
    if (row > high) high = row;
  }
  const profile = new Float32Array(Math.ceil(high - low) + 3);
  for (let i = 0; i < rows.length; i++) {
    const at = rows[i]! - low;
    const row = Math.floor(at);
    profile[row]! += row + 1 - at;
    profile[row + 1]! += at - row;
  }
  let squares = 0;
  for (const value of profile) squares += value * value;
  return (squares * height) / (bin * x.length * x.length);
}

/** Whole pixels would fall into rows of their own at exactly 0°, and pull every small lean there. */
const dither = (i: number) => ((i * 0.618034) % 1) - 0.5;
