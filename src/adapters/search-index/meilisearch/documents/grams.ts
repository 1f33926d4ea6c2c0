import { hasDigit } from '../../../../search/words/tokens.ts';
import { quoted } from './value.ts';

// The server keeps 468 bytes of a value: three of the longest terms that are no noise fit.
const LONGEST = 120;
/** A phrase of more terms is as good as found by its beginning. */
const MOST_GRAMS = 40;

/** A term, or terms side by side, as one value to filter by. The server would take ñ apart and lose it among the accents. */
export const gram = (terms: readonly string[]): string =>
  terms.join(' ').slice(0, LONGEST).replaceAll('ñ', 'n~');

/**
 * By what a run of terms is found: every term, every two side by side, and every three with a digit among them, so that
 * a number of an oficio is one value.
 */
export function gramsOf(terms: readonly string[]): string[] {
  return terms.flatMap((term, i) => {
    const three = terms.slice(i, i + 3);
    return [
      gram([term]),
      ...(i + 1 < terms.length ? [gram(terms.slice(i, i + 2))] : []),
      ...(three.length === 3 && three.some(hasDigit) ? [gram(three)] : []),
    ];
  });
}

/** The condition that a run of terms stands on the page. */
export function standing(terms: readonly string[], prefix: boolean): string {
  const needed = neededGrams(terms).slice(0, MOST_GRAMS);
  return needed
    .map(({ value, last }) => `grams ${prefix && last ? 'STARTS WITH' : '='} ${quoted(value)}`)
    .join(' AND ');
}

// The longest values that cover the run.
function neededGrams(terms: readonly string[]): { value: string; last: boolean }[] {
  const at = (start: number, size: number) => ({
    value: gram(terms.slice(start, start + size)),
    last: start + size === terms.length,
  });
  if (terms.length < 3) return [at(0, terms.length)];
  const wide = terms.map((_, i) => i + 2 < terms.length && terms.slice(i, i + 3).some(hasDigit));
  return terms.flatMap((_, i) => {
    if (wide[i]) return [at(i, 3)];
    return i + 1 < terms.length && wide[i - 1] !== true ? [at(i, 2)] : [];
  });
}
