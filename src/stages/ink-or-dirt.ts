import type { RecognizedWord } from '../ports/ocr-engine.ts';

/** Signs alone (`|`, `_`, `~`) are rules, specks and edges of paper unless the engine is this sure. */
const SURE_SIGN = 0.8;
/** A word that the engine itself does not believe. */
const UNBELIEVED = 0.1;
/** In heights of a small x: a comma is a fifth, a headline up to five. */
const LOWEST = 0.35;
const HIGHEST = 8;

/** Whether a recognised word is writing, rather than dirt, a rule or a shadow that looked like some. */
export function isInk(
  { text, box, confidence }: RecognizedWord,
  { letterHeight }: { readonly letterHeight: number | null },
): boolean {
  if (confidence < UNBELIEVED) return false;
  const wordlike = /[\p{L}\p{N}]/u.test(text);
  if (!wordlike && confidence < SURE_SIGN) return false;
  if (letterHeight === null) return true;
  return box.height <= HIGHEST * letterHeight && (!wordlike || box.height >= LOWEST * letterHeight);
}
