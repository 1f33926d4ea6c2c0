import { asLetters, lettersOf } from '../text/fold.ts';
import { isNear } from '../text/near.ts';
import type { Piece, Sheet } from '../text/sheet.ts';
import { isMostlyCapitals } from './posts.ts';

const FORMULAS = [
  'ATENTAMENTE',
  'RESPETUOSAMENTE',
  'PROTESTOLONECESARIO',
  'PROTESTAMOSLONECESARIO',
  'CORDIALMENTE',
  'MUYATENTAMENTE',
  'AFECTUOSAMENTE',
  'FRATERNALMENTE',
  'SINCERAMENTE',
];
// `Su afmo. amigo y seguro servidor`: letters between gentlemen.
const SERVANT =
  /^\W{0,3}(?:SU|DE\sUSTED(?:ES)?)\s(?:MUY\s)?(?:ATENTO|ATTO|AF+MO|AFECTISIMO|SEGURO)\b[^:;]{0,45}$/;
// The formula may carry "de usted" or a short lema; a longer line is a sentence that begins with it.
const LONGEST_FORMULA = 34;

/** Whether a piece is a closing formula: `A T E N T A M E N T E`, `Protesto lo necesario`. */
export function isClosing(piece: Piece): boolean {
  if (piece.folded.length > 80) return false;
  if (SERVANT.test(piece.folded)) return true;
  const letters = lettersOf(asLetters(piece.folded));
  if (letters.length > LONGEST_FORMULA) return false;
  // Faded heads of the word: nothing else in capitals ends so and stands alone.
  if (letters.length <= 12 && letters.endsWith('ENTAMENTE') && isMostlyCapitals(piece.text)) return true;
  return FORMULAS.some((formula) => letters.startsWith(formula) || isNear(letters, formula));
}

/** Whether a piece is a lema such as "SUFRAGIO EFECTIVO. NO REELECCIÓN", or any line in quotes. */
export function isLema(piece: Piece): boolean {
  const letters = lettersOf(asLetters(piece.folded));
  return /SUFRAG|EFECTIVONORE|NOREELEC|RESPETOALDERECHO/.test(letters) || /^\s*".*"\W*$/.test(piece.folded);
}

const SUFFRAGE = /SUFRAG|\bEFECTIVO\W{1,6}NO\s?RE/;

/** The closing formula of a page; the lema alone closes too. Undefined on a page that does not close. */
export function closingOf(sheet: Sheet): Piece | undefined {
  return sheet.pieces.find(isClosing) ?? sheet.pieces.find((piece) => SUFFRAGE.test(piece.folded));
}
