import { bottomOf, middleOf, rightOf, sharedWidth } from '../../model/boxes.ts';
import type { Piece, Sheet } from './sheet.ts';

// Typed values sit up to half a line above or below their printed label (dossier §1.1, zone 2).
const SAME_LINE = 0.8;
// Wider than any gap inside a form, narrower than the page.
const FARTHEST_VALUE = 0.5;

/** The nearest piece to the right on about the same line; undefined at the end of the line. */
export const pieceRightOf = (sheet: Sheet, piece: Piece): Piece | undefined =>
  beside(sheet, piece, (other) => other.box.x - rightOf(piece.box));

/** The nearest piece to the left on about the same line; undefined at the start of the line. */
export const pieceLeftOf = (sheet: Sheet, piece: Piece): Piece | undefined =>
  beside(sheet, piece, (other) => piece.box.x - rightOf(other.box));

/** The piece across the smallest gap: on the engine's own line if there is one, else on about the same height. */
function beside(sheet: Sheet, piece: Piece, gapTo: (other: Piece) => number): Piece | undefined {
  const reach = SAME_LINE * Math.max(sheet.size, piece.box.height);
  let [nearest, smallest]: [Piece | undefined, number] = [undefined, Infinity];
  for (const other of sheet.pieces) {
    const gap = gapTo(other);
    if (other === piece || gap < -sheet.letter || gap > FARTHEST_VALUE * sheet.width) continue;
    if (other.row !== piece.row && Math.abs(middleOf(other.box) - middleOf(piece.box)) > reach) continue;
    const distance = other.row === piece.row ? gap - sheet.width : gap;
    if (distance < smallest) [nearest, smallest] = [other, distance];
  }
  return nearest;
}

/** The nearest piece below that shares some width, no farther than `lines` heights of type; undefined otherwise. */
export function pieceBelow(sheet: Sheet, piece: Piece, lines: number): Piece | undefined {
  let nearest: Piece | undefined;
  for (const other of sheet.pieces) {
    if (middleOf(other.box) <= bottomOf(piece.box) || sharedWidth(other.box, piece.box) <= 0) continue;
    if (other.box.y - bottomOf(piece.box) > lines * sheet.size) continue;
    if (!nearest || other.box.y < nearest.box.y) nearest = other;
  }
  return nearest;
}

/** The nearest piece above that shares some width, no farther than `lines` heights of type; undefined otherwise. */
export function pieceAbove(sheet: Sheet, piece: Piece, lines: number): Piece | undefined {
  let nearest: Piece | undefined;
  for (const other of sheet.pieces) {
    if (middleOf(other.box) >= piece.box.y || sharedWidth(other.box, piece.box) <= 0) continue;
    if (piece.box.y - bottomOf(other.box) > lines * sheet.size) continue;
    if (!nearest || bottomOf(other.box) > bottomOf(nearest.box)) nearest = other;
  }
  return nearest;
}
