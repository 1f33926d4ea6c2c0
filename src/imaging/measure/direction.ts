import type { Rotation } from '../../model/document.ts';
import { type Letters, type Side, sidesOf } from './letters.ts';
import { findLean, type Lean } from './skew.ts';

/** Which way the text runs, as far as the shapes of its letters tell. */
export interface Direction {
  /** Clockwise turn that brings the text upright. */
  readonly rotation: Rotation;
  /** How much sharper the rows are than the columns, at least 1. Real pages: 1.2 to 20. */
  readonly axis: number;
  /** How much sharper the feet of letters are than their heads, at least 1. Real pages: 1.1 to 2. */
  readonly up: number;
  /** Degrees, clockwise positive, that the lines would lean after each turn. */
  readonly leans: Readonly<Record<Rotation, number>>;
}

/**
 * Letters stand on a line: rows of feet are sharper than rows of heads (b d f h k l t and capitals rise above
 * the rest, far fewer letters hang below), and both are sharper than any column.
 */
export function findDirection(letters: Letters, width: number, height: number): Direction {
  const lean = (side: Side) =>
    findLean(sidesOf(letters, side), side === 'top' || side === 'bottom' ? height : width);
  const rows = sharper(lean('bottom'), lean('top'));
  const columns = sharper(lean('left'), lean('right'));
  const level = rows.lean.sharpness >= columns.lean.sharpness;
  const [along, across] = level ? [rows, columns] : [columns, rows];
  const rotation = level ? (rows.isFirst ? 0 : 180) : columns.isFirst ? 270 : 90;
  const [flat, steep] = [rows.lean.degrees, -columns.lean.degrees];
  return {
    rotation,
    axis: along.lean.sharpness / Math.max(across.lean.sharpness, Number.EPSILON),
    up: along.ratio,
    leans: { 0: flat, 180: flat, 90: steep, 270: steep },
  };
}

function sharper(first: Lean, second: Lean) {
  const isFirst = first.sharpness >= second.sharpness;
  const [lean, other] = isFirst ? [first, second] : [second, first];
  return { lean, isFirst, ratio: lean.sharpness / Math.max(other.sharpness, Number.EPSILON) };
}
