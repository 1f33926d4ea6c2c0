import { numberWord, readNumberWords, unitNearly } from '../numbers/number-words.ts';
import { asDigits, asLetters } from '../text/fold.ts';
import { isNear } from '../text/near.ts';
import { fullYear, isYear } from './calendar.ts';
import type { Lexeme } from './lexer.ts';
import { isDateLink } from './links.ts';

/** A year read to the right of a month; `to` is the first lexeme behind it. */
export interface YearRead {
  readonly year: number | null;
  readonly to: number;
  readonly agrees: boolean;
  readonly short: boolean;
  readonly words: boolean;
  /** A digit too many was left out, or a 7 taken for a 1. */
  readonly doubted?: boolean;
}

const MOST_BETWEEN = 9;
const RELATIVE = /^(?:PRESENTE|CORRIENTES?|CURSO|CTE|MISMO|ACTUAL)$/;

/** Reads the year that follows lexeme `at`: in digits, in words, or both; `year` null where it says "del presente". */
export function yearAfter(lexemes: readonly Lexeme[], at: number): YearRead | null {
  let i = at + 1;
  let linked = false;
  for (let skipped = 0; skipped < MOST_BETWEEN && isDateLink(lexemes[i]?.text ?? ''); skipped++, i++) {
    linked ||= lexemes[i]!.text !== '.' && lexemes[i]!.text !== ',';
  }
  const first = lexemes[i];
  if (!first) return null;
  if (RELATIVE.test(first.text)) return { year: null, to: i + 1, agrees: true, short: false, words: false };
  const words = yearWords(lexemes, i);
  if (words) {
    const again = lexemes[words.to]?.text === '(' ? yearDigits(lexemes, words.to + 1) : null;
    if (!again) return { ...words, agrees: true, short: false, words: true };
    return {
      year: words.year,
      to: again.to + 1,
      agrees: again.year === words.year,
      short: false,
      words: true,
    };
  }
  const digits = yearDigits(lexemes, i);
  if (digits) {
    let next = digits.to;
    while (next < digits.to + 2 && /^[-(_]$/.test(lexemes[next]?.text ?? '')) next++;
    const again = yearWords(lexemes, next);
    if (!again) return { ...digits, agrees: true, short: false, words: false };
    return { year: again.year, to: again.to, agrees: again.year === digits.year, short: false, words: true };
  }
  // `de 19n2 (mil novecientos setenta y dos)`: the words say what the digits no longer do.
  const said =
    /\d/.test(first.text) && /^[-(]$/.test(lexemes[i + 1]?.text ?? '') ? yearWords(lexemes, i + 2) : null;
  if (said) return { ...said, agrees: true, short: false, words: true };
  // `de 938`: typists left the thousand out.
  if (linked && /^9[1-9]\d$/.test(first.text))
    return { year: 1000 + Number(first.text), to: i + 1, agrees: true, short: false, words: false };
  if (linked && /^\d\d$/.test(first.text) && !/^[\d%/:]/.test(lexemes[i + 1]?.text ?? '')) {
    return { year: fullYear(Number(first.text)), to: i + 1, agrees: true, short: true, words: false };
  }
  return null;
}

/** `1987`, `1,987`, `1 987`, `19 87`, `19%87` (a speck), `l987`. */
function yearDigits(
  lexemes: readonly Lexeme[],
  at: number,
): { year: number; to: number; doubted?: boolean } | null {
  const first = lexemes[at]?.text ?? '';
  // `7971`: no year, but for the foot of its 1.
  if (/^7[5-9]\d\d$/.test(first)) return { year: Number(`1${first.slice(1)}`), to: at + 1, doubted: true };
  if (first.length === 4 && /\d\d|\d.\d/.test(first)) {
    const year = Number(asDigits(first));
    return isYear(year) ? { year, to: at + 1 } : null;
  }
  // `19660`: a digit that was read twice, where only one can be.
  if (/^(?:1\d|20)\d{3}$/.test(first)) {
    const years = new Set(
      [...first].flatMap((digit, i) =>
        digit === first[i + 1] ? [first.slice(0, i) + first.slice(i + 1)] : [],
      ),
    );
    const [only] = years;
    if (years.size === 1 && isYear(Number(only))) return { year: Number(only), to: at + 1, doubted: true };
  }
  if (!/^(?:[12IL|]|1[5-9]|20)$/.test(first)) return null;
  const mark = /^[.,'%*"^~]$/.test(lexemes[at + 1]?.text ?? '') ? 1 : 0;
  const rest = lexemes[at + 1 + mark];
  if (!rest || rest.start - lexemes[at]!.end > mark + 1) return null;
  const whole = asDigits(first + rest.text);
  const year = /^\d{4}$/.test(whole) ? Number(whole) : Number.NaN;
  return isYear(year) ? { year, to: at + 2 + mark } : null;
}

/** `mil novecientos ochenta y siete`, `dos mil`. */
function yearWords(lexemes: readonly Lexeme[], at: number): { year: number; to: number } | null {
  const first = asLetters(lexemes[at]?.text ?? '');
  const second = asLetters(lexemes[at + 1]?.text ?? '');
  const isTwo = first === 'DOS' && second.length > 2 && isNear(second, 'MIL');
  const thousand = first === 'MIL' || (isNear(first, 'MIL') && (numberWord(second) ?? 0) >= 900);
  if (!thousand && !isTwo) return null;
  let best: { year: number; to: number } | null = null;
  const words: string[] = [];
  for (let to = at; to < at + 9; to++) {
    const isThousand = (to === at && thousand) || (to === at + 1 && isTwo);
    const text = isThousand ? 'MIL' : lexemes[to]?.text;
    if (text === undefined) break;
    if (SPECK.test(text)) continue;
    const isUnit = AND.test(words.at(-1) ?? '');
    words.push(text);
    if (AND.test(text)) continue;
    if (numberWord(text) === null && !(isUnit && unitNearly(text) !== null)) break;
    const year = readNumberWords(words);
    if (year === null) break;
    if (isYear(year)) best = { year, to: to + 1 };
  }
  // `mil novecientos` and no more: far more often the rest was lost than a paper is of 1900. A person says so, or its digits do.
  return best && (best.year === 1900 || isTorn(lexemes, best)) ? null : best;
}

const AND = /^Y{1,2}$/;
const SPECK = /^[~^*"'_:]$/;

/** Whether the last word of a year could not be read: `mil novecientos setenta y dqs` is not 1970. */
function isTorn(lexemes: readonly Lexeme[], { year, to }: { year: number; to: number }): boolean {
  const [next = '', after = ''] = lexemes
    .slice(to, to + 4)
    .map((lexeme) => lexeme.text)
    .filter((text) => !SPECK.test(text));
  // `(dos mil unc)`: a bracket closes what is said.
  if (after === ')' && /^[A-ZÑ]{2}/.test(next)) return true;
  if (AND.test(next)) return year % 10 === 0 && /^[A-ZÑ0-9]{2}/.test(after);
  // `setenta q tres`: whatever stands before a unit is its `y`.
  const unit = /^[A-ZÑ]{1,2}$/.test(next) && !isDateLink(next) ? (numberWord(after) ?? 0) : 0;
  return year % 10 === 0 && unit > 0 && unit < 10;
}
