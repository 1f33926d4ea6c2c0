import { bottomOf, middleOf, rightOf, sharedWidth } from './boxes.ts';
import type { Piece, Sheet } from './sheet.ts';

// Typed values sit up to half a line above or below their printed label (dossier §1.1, zone 2).
const SAME_LINE = 0.75;
// Wider than any gap inside a form, narrower than the page.
const FARTHEST_VALUE = 0.5;

/** The nearest piece to the right on about the same line; undefined at the end of the line. */
export function pieceRightOf(sheet: Sheet, piece: Piece): Piece | undefined {
  const reach = SAME_LINE * Math.max(sheet.size, piece.box.height);
  let nearest: Piece | undefined;
  for (const other of sheet.pieces) {
    const gap = other.box.x - rightOf(piece.box);
    if (other === piece || gap < -sheet.letter || gap > FARTHEST_VALUE * sheet.width) continue;
    if (Math.abs(middleOf(other.box) - middleOf(piece.box)) > reach) continue;
    if (!nearest || other.box.x < nearest.box.x) nearest = other;
  }
  return nearest;
}

/** The nearest piece to the left on about the same line; undefined at the start of the line. */
export function pieceLeftOf(sheet: Sheet, piece: Piece): Piece | undefined {
  const reach = SAME_LINE * Math.max(sheet.size, piece.box.height);
  let nearest: Piece | undefined;
  for (const other of sheet.pieces) {
    const gap = piece.box.x - rightOf(other.box);
    if (other === piece || gap < -sheet.letter || gap > FARTHEST_VALUE * sheet.width) continue;
    if (Math.abs(middleOf(other.box) - middleOf(piece.box)) > reach) continue;
    if (!nearest || rightOf(other.box) > rightOf(nearest.box)) nearest = other;
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
