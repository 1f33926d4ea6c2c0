/** What is known of a page's visible text when it is judged. */
export interface TextSample {
  readonly words: readonly string[];
  readonly characters: number;
  /** Characters whose font does not say what letter they are. */
  readonly unmapped: number;
}

// Measured on 561 born-digital pages (openpreserve's format corpus) and 22 of Spanish print: wordlike 0.87…1.0, vowels 0.30…0.48 of
// the letters. The same pages with their codes shifted by 29, as fonts without a map give them: vowels 0.03…0.26 on 99 %;
// with their letters permuted: wordlike 0.24…0.81 on 95 %, vowels at most 0.29. Together they let 3 of 1,122 such pages pass.
const MAX_BAD_SIGNS = 0.02;
// Bullets from symbol fonts have no letter to be mapped to: 3 % of the signs on a page that is a list.
const MAX_UNMAPPED = 0.1;
const MIN_WORDLIKE = 0.7;
const VOWEL_SHARE = { min: 0.28, max: 0.6, letters: 40 };
// Tokens of letters: "L i c e n c i a" has a mean of 1, text without spaces one of 20 and more.
const MIN_MEAN_LETTERS = 2;
const MAX_MEAN_LETTERS = 15;

/**
 * Whether text is what its page says: signs that exist, tokens of a natural length, and most of them shaped like words
 * of a language in Latin letters, or numbers.
 */
export function isPlausible({ words, characters, unmapped }: TextSample): boolean {
  if (words.length === 0 || characters === 0) return false;
  const bad = words.join('').match(BAD_SIGN)?.length ?? 0;
  if (bad / characters > MAX_BAD_SIGNS || unmapped / characters > MAX_UNMAPPED) return false;
  const tokens = words.map(bare).filter((token) => token !== '');
  if (tokens.length === 0) return words.length < 5; // page furniture: a rule of dashes
  const lettered = tokens.filter((token) => /^\p{L}+$/u.test(token));
  const mean = lettered.reduce((sum, token) => sum + token.length, 0) / Math.max(1, lettered.length);
  if (lettered.length > 4 && (mean < MIN_MEAN_LETTERS || mean > MAX_MEAN_LETTERS)) return false;
  return hasVowels(tokens.join('')) && tokens.filter(isWordlike).length / tokens.length >= MIN_WORDLIKE;
}

// A few words may have any share; a page of a language in Latin letters has its own.
function hasVowels(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const share = (text.match(new RegExp(VOWEL, 'giu'))?.length ?? 0) / letters;
  return letters < VOWEL_SHARE.letters || (share >= VOWEL_SHARE.min && share <= VOWEL_SHARE.max);
}

// Replacement character, private use, unassigned, controls.
const BAD_SIGN = /[\uFFFD\p{Co}\p{Cn}\p{Cc}]/gu;

// Leaders (….....____) and brackets around a word are no part of it; a token of nothing else is left out.
const bare = (word: string) =>
  word
    .normalize('NFC')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .replace(/['’]/gu, '');

const VOWEL = /[aeiouáéíóúüàèìòùâêîôûäëïöãõæœø]/iu;
const CONSONANTS = /[bcdfghjklmnñpqrstvwxzç]{6}/iu;

/** Shaped like a word in Latin letters, a number, an identifier or an abbreviation. */
export function isWordlike(token: string): boolean {
  if (/^[\d.,:/°ºª%$-]+$/u.test(token)) return true;
  // Identifiers and composites are judged by their parts: SA/0123/1987, 12-A, correo@municipio.gob.mx.
  const parts = token.split(/[^\p{L}]+/u).filter((part) => part !== '');
  return parts.every(isWordPart);
}

function isWordPart(part: string): boolean {
  if (!/^\p{Script=Latin}+$/u.test(part)) return false;
  if (/(.)\1\1/iu.test(part) && !/^([ivxlcdm]+|www)$/iu.test(part)) return false;
  // Capitals come first in a word and in the parts of a name (APIs, McDonald); wrong font maps mix them.
  const cased = /^(\p{Ll}+|(\p{Lu}+\p{Ll}*)+)$/u.test(part);
  // Abbreviations and acronyms (Lic, CURP, km) need no vowel.
  return cased && !CONSONANTS.test(part) && (part.length <= 4 || VOWEL.test(part) || /y/iu.test(part));
}
