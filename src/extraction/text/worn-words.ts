import { letterFor } from '../../model/confusions.ts';

// What worn type leaves inside words of letters: specks, and letters that look like digits (dossier §1.7).

const SPECK = /(?<=\p{L}{2})["'*~^](?=\p{L})/gu;
const DIGIT =
  /(?<=\p{L})0(?=\p{L})|(?<=\p{L}{2})[01458](?=\p{L}|[.,;:]{0,2}(?:\s|$))|(?<=\p{Lu})[01458](?=\p{Lu}{2})|(?<!\S)[01458](?=\p{L}{3})/gu;

/** A text without specks inside its words. */
export const withoutSpecks = (text: string): string => text.replace(SPECK, '');

/** The words of a name: no speck and no digit stands in one. Small where the letter before is. */
export const lettersOnly = (text: string): string =>
  withoutSpecks(text).replace(DIGIT, (digit, at: number, whole: string) => {
    const letter = letterFor(digit)!;
    return /\p{Ll}/u.test(whole[at - 1] ?? '') ? letter.toLowerCase() : letter;
  });
