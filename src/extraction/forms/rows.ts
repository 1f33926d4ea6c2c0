import { type Passage, passage } from '../text/flow.ts';
import { isRowValue, restOf, startsRow, valueAt } from '../text/labels.ts';
import { pieceBelow } from '../text/neighbours.ts';
import type { Sheet } from '../text/sheet.ts';

/** The lines of a form's row whose label matches; undefined where the form has no such row or left it empty. */
export function rowOf(sheet: Sheet, label: RegExp): Passage[] | undefined {
  for (const piece of sheet.pieces) {
    const match = label.exec(piece.folded);
    const value = match && valueAt(sheet, piece, match[0].length);
    if (!value) continue;
    const lines = [passage(value.piece, value.from, value.piece.text.length)];
    const indent = restOf(value.piece, value.from).tokens[0]?.box.x ?? value.piece.box.x;
    let last = value.piece;
    while (lines.length < MOST_LINES) {
      const next = pieceBelow(sheet, last, TOGETHER);
      if (!next || startsRow(next) || isRowValue(sheet, next)) break;
      // Only a value set apart from its label tells a second line from the text below the form.
      if (next.box.x < piece.box.x + 4 * sheet.letter || Math.abs(next.box.x - indent) > 3 * sheet.letter)
        break;
      lines.push(passage(next, 0, next.text.length));
      last = next;
    }
    return lines;
  }
  return undefined;
}

const MOST_LINES = 3;
// Rows of a form are set wide.
const TOGETHER = 1.6;
