import type { Flow } from '../text/flow.ts';
import { lettersOf } from '../text/fold.ts';
import { isNear } from '../text/near.ts';

/** Whether a piece is the word that ends an address: PRESENTE, CIUDAD, EDIFICIO, letter-spaced or not. */
export function isPresente(piece: Flow): boolean {
  // In running text the word is "presente", in an address it has a capital.
  if (piece.folded.length > 40 || !/^[^\p{L}]*\p{Lu}/u.test(piece.text)) return false;
  const letters = lettersOf(piece.folded);
  if (isNear(letters, 'PRESENTE') || letters === 'PRESENTES') return true;
  // `P R E S E N T E S` that lost a letter at an end.
  if (letters.length >= 6 && 'PRESENTES'.includes(letters) && !/\p{Ll}/u.test(piece.text)) return true;
  return /^(?:CIUDAD|EDIFICIO|PRESENTECIUDAD|CIUDADPRESENTE|EDIFICIOPRESENTE)$/.test(letters);
}
