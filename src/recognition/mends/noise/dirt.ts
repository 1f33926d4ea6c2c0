import type { RecognizedWord } from '../../../ports/ocr-engine.ts';
import { keepWords, type Mend } from '../mend.ts';

export const dirt: Mend = {
  name: 'dirt',
  why: 'Rules, specks and edges of paper are read as signs.',
  apply: keepWords(({ words }, { page }) => words.filter((word) => isInk(word, page))),
};

/** Signs alone (`|`, `_`, `~`) are rules, specks and edges of paper unless the engine is this sure. */
const SURE_SIGN = 0.8;
/** In heights of a small x: no sign by itself is as small. */
const SPECK = 0.35;
/** In heights of a small x: a headline is up to five. */
const HIGHEST = 8;

/**
 * Whether a recognised word is writing, rather than dirt, a rule or a shadow that looked like some. Words of letters
 * or digits stay whatever the confidence: tesseract gives 0 to right words beside which it saw a stain.
 */
export function isInk(
  { text, box, confidence }: RecognizedWord,
  { letterHeight }: { readonly letterHeight: number | null },
): boolean {
  const isSign = !/[\p{L}\p{N}]/u.test(text);
  if (isSign && confidence < SURE_SIGN) return false;
  if (isSign && letterHeight !== null && Math.max(box.width, box.height) < SPECK * letterHeight) return false;
  return letterHeight === null || box.height <= HIGHEST * letterHeight;
}
