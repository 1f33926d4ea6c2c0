import { foldEnye } from './fold.ts';
import { hasDigit } from './tokens.ts';

/**
 * Singular and plural under one key. Plural only: Snowball also joins `licencia` with `licenciado`, `acta` with
 * `acto`, `cargo` with `carga` (test/search/stem.test.ts: 46 of 66 pairs that must stay apart; this one none).
 */
export function stem(term: string): string {
  if (term.length < 4) return term;
  if (term.length > 4 && term.endsWith('ces')) return `${term.slice(0, -3)}z`;
  if (term.length > 4 && /[^aeiou]es$/.test(term)) return term.slice(0, -2);
  const singular = /[aeiou]s$/.test(term) ? term.slice(0, -1) : term;
  return /..[^aeiou]e$/.test(singular) ? singular.slice(0, -1) : singular; // calle, calles
}

/**
 * What a term of the vocabulary is looked up by: words by their stem without ñ; numbers in which a zero or a one
 * was read as a letter (`o123`, `1l7`) by the number meant. Null: only the term itself leads to it.
 */
export function vocabularyKey(term: string): string | null {
  if (!hasDigit(term)) return stem(foldEnye(term));
  const letters = term.replace(/[0-9]/g, '');
  if (letters.length === 0 || letters.length * 2 > term.length || /[^oil]/.test(letters)) return null;
  return term
    .replaceAll('o', '0')
    .replace(/[il]/g, '1')
    .replace(/^0+(?=\d)/, '');
}
