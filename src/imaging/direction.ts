import type { Rotation } from '../document.ts';
import { type Letters, sidesOf } from './letters.ts';
import { findLean, type Lean } from './skew.ts';

/** Which way the text runs, as far as the shapes of its letters tell. */
export interface Direction {
  /** Clockwise turn that brings the text upright. */
  readonly rotation: Rotation;
  /** Degrees, clockwise positive, that the lines lean after that turn. */
  readonly lean: number;
  /** How much sharper the rows are than the columns, at least 1. Real pages: 1.2 to 20. */
  readonly axis: number;
  /** How much sharper the feet of letters are than their heads, at least 1. Real pages upright: 1.1 to 2. */
  readonly up: number;
}

/**
 * Letters stand on a line: rows of feet are sharper than rows of heads (b d f h k l t and capitals rise above
 * the rest, far fewer letters hang below), and both are sharper than any column.
 */
export function findDirection(letters: Letters, width: number, height: number): Direction {
  const lean = (side: 'top' | 'bottom' | 'left' | 'right') =>
    findLean(sidesOf(letters, side), side === 'top' || side === 'bottom' ? height : width);
  const [top, bottom, left, right] = [lean('top'), lean('bottom'), lean('left'), lean('right')];
  const rows = sharper(bottom, top);
  const columns = sharper(left, right);
  if (rows.best.sharpness >= columns.best.sharpness)
    return {
      rotation: rows.second ? 180 : 0,
      lean: rows.best.degrees,
      axis: rows.best.sharpness / columns.best.sharpness,
      up: rows.ratio,
    };
  return {
    rotation: columns.second ? 90 : 270,
    lean: -columns.best.degrees,
    axis: columns.best.sharpness / rows.best.sharpness,
    up: columns.ratio,
  };
}

function sharper(first: Lean, second: Lean) {
  const isSecond = second.sharpness > first.sharpness;
  const [best, other] = isSecond ? [second, first] : [first, second];
  return { best, second: isSecond, ratio: best.sharpness / Math.max(other.sharpness, Number.MIN_VALUE) };
}
