import { middleOf } from '../../model/boxes.ts';
import { type Flow, flowOf } from './flow.ts';
import type { Piece, Sheet } from './sheet.ts';

// Baselines of one line of type differ by less than this, in heights of type.
const SAME_ROW = 0.6;

/** The page read straight across, for sentences whose halves the reader took for two columns. */
export function rowFlow(sheet: Sheet): Flow {
  const rows: Piece[][] = [];
  for (const piece of sheet.pieces.toSorted((a, b) => middleOf(a.box) - middleOf(b.box))) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && middleOf(piece.box) - middleOf(first.box) < SAME_ROW * sheet.size) row.push(piece);
    else rows.push([piece]);
  }
  const across = rows.flatMap((row) => row.toSorted((a, b) => a.box.x - b.box.x));
  return flowOf(across.flatMap((piece) => piece.tokens));
}
