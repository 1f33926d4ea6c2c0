import { centreOf, middleOf, sharedWidth } from '../../model/boxes.ts';
import type { Piece, Sheet } from '../text/sheet.ts';

/** What the desk that receives or sends stamps on a paper. */
export const STAMP =
  /\b(?:RECIB[I1]D[O0]|DESPACHAD[O0]|ACUSE|RECEPC[I1][O0]N|OF[I1]C[I1]AL[I1]A\sDE\sPARTES|ENTRADA|SALIDA)\b/;
// A rubber stamp is about eight lines of type high.
const STAMP_REACH = 4.5;
const LONGEST_STAMP_LINE = 40;

/** Whether a piece is the word of a stamp, and not a sentence that speaks of one. */
export const isStampWord = (piece: Piece): boolean =>
  piece.folded.length < LONGEST_STAMP_LINE && STAMP.test(piece.folded) && !/\p{Ll}{3}/u.test(piece.text);

/** Whether a piece stands in a stamp: beside, above or below one of its words. */
export const isStamp = (sheet: Sheet, piece: Piece): boolean =>
  sheet.pieces.some(
    (other) =>
      STAMP.test(other.folded) &&
      other.folded.length < LONGEST_STAMP_LINE &&
      Math.abs(middleOf(other.box) - middleOf(piece.box)) < STAMP_REACH * sheet.size &&
      (other === piece ||
        sharedWidth(other.box, piece.box) > 0 ||
        Math.abs(centreOf(other.box) - centreOf(piece.box)) < 10 * sheet.letter),
  );

/** Whether a line belongs to the stamp whose first word stands right above it. */
export const isUnderStamp = (sheet: Sheet, piece: Piece): boolean =>
  sheet.pieces.some(
    (word) =>
      word !== piece &&
      isStampWord(word) &&
      sharedWidth(word.box, piece.box) > 0 &&
      middleOf(piece.box) > middleOf(word.box) &&
      middleOf(piece.box) - middleOf(word.box) < STAMP_REACH * sheet.size,
  );
