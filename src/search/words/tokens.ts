import { fold } from './fold.ts';

// Longer ones are noise (dotted leaders read as letters, base64); the cut is the same on both sides.
const LONGEST = 64;
const THOUSANDS = /(?<=\d)[,'’´](?=\d{3}(?!\d))/g; // 1,987 and 1'500,000: one number
const LETTER_SPACED = /(?<![\p{L}\p{N}])(?:\p{L} ){3,}\p{L}(?![\p{L}\p{N}])/gu;

/** Separates texts inside one indexed column, so that no phrase runs from one into the next. */
export const BREAK = '\uE000';

/**
 * The terms of a text, in order: folded, cut at everything that is neither letter nor digit, numbers without
 * leading zeros. `SA/0123/1987` → `sa`, `123`, `1987`.
 */
export function tokensOf(text: string): string[] {
  const folded = unspaced(fold(text.replace(THOUSANDS, '')));
  return (folded.match(/[\p{L}\p{N}]+/gu) ?? []).map(withoutZeros);
}

/** The text with letter-spaced words (`A T E N T A M E N T E`) written together. */
export const unspaced = (text: string): string =>
  text.replace(LETTER_SPACED, (run) => run.replaceAll(' ', ''));

const withoutZeros = (term: string) => term.replace(/^0+(?=\d)/, '').slice(0, LONGEST);

/** Whether a term is read as a number or part of an identifier: never inflected, never a typo. */
export const hasDigit = (term: string): boolean => /\p{N}/u.test(term);
