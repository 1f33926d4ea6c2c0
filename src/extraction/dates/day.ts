import { numberWord, readNumberWords } from '../numbers/number-words.ts';
import { asDigits } from '../text/fold.ts';
import type { Lexeme } from './lexer.ts';
import { isDateLink } from './links.ts';

/** A day of the month read to the left of a month. `agrees` is false where digits and words differ. */
export interface DayRead {
  readonly day: number;
  readonly from: number;
  readonly agrees: boolean;
  readonly words: boolean;
  /** Only the place of a sign tells: it may be a digit that could not be read. */
  readonly doubted?: boolean;
  /** `10.`: only the first has a dot, of `1o.`, but a speck may stand behind any day. */
  readonly orTen?: boolean;
}

const MOST_BETWEEN = 9;
const isBetween = (text: string): boolean => text === ')' || isDateLink(text);

/** Reads the day that ends just before lexeme `at`: `14`, `1o.`, `catorce`, `14-catorce`, `catorce (14)`. */
export function dayBefore(lexemes: readonly Lexeme[], at: number): DayRead | null {
  let i = at - 1;
  for (let skipped = 0; skipped < MOST_BETWEEN && i >= 0 && isBetween(lexemes[i]!.text); skipped++) i--;
  if (i < 0) return null;
  if (isMisreadFirst(lexemes[i - 1], lexemes[i]!))
    return { day: 1, from: i - 1, agrees: true, words: false, doubted: true };
  if (isTenOrFirst(lexemes[i - 1], lexemes[i]!, lexemes[i + 1]))
    return { day: 1, from: i, agrees: true, words: false, orTen: true };
  const digits = dayDigits(lexemes[i]!.text);
  if (digits !== null) {
    const before = lexemes[i - 1]?.text === '(' ? wordsEndingAt(lexemes, i - 2) : null;
    if (!before) return { day: digits, from: i, agrees: true, words: false };
    return { day: before.day, from: before.from, agrees: before.day === digits, words: true };
  }
  const words = wordsEndingAt(lexemes, i);
  if (!words) {
    // `11 Conce) de octubre`: what stands between day and bracket says the day again, however it was read.
    const said = lexemes[i + 1]?.text === ')' ? dayDigits(lexemes[i - 1]?.text ?? '') : null;
    return said === null ? null : { day: said, from: i - 1, agrees: true, words: false };
  }
  let before = words.from - 1;
  while (before >= words.from - 3 && before >= 0 && /^[-(_.º]$/.test(lexemes[before]!.text)) before--;
  const doubled = before >= 0 ? dayDigits(lexemes[before]!.text) : null;
  if (doubled === null || isHouseOrHour(lexemes, before)) return { ...words, agrees: true, words: true };
  return { day: words.day, from: before, agrees: doubled === words.day, words: true };
}

// `NO. 14 catorce de marzo` does not occur; `a las 12 quince de marzo` does not either: a number after a label is no day.
const isHouseOrHour = (lexemes: readonly Lexeme[], at: number): boolean =>
  /^(?:LAS|NO|NUM|#)$/.test(lexemes[at - 1]?.text ?? '');

function wordsEndingAt(lexemes: readonly Lexeme[], at: number): { day: number; from: number } | null {
  let from = at + 1;
  let best: { day: number; from: number } | null = null;
  while (from > 0 && at - from < 2) {
    const text = lexemes[from - 1]!.text;
    if (text !== 'Y' && text !== 'I' && numberWord(text) === null) break;
    from--;
    if (text === 'Y' || text === 'I') continue;
    const day = readNumberWords(lexemes.slice(from, at + 1).map((lexeme) => lexeme.text));
    if (day !== null && day >= 1 && day <= 31) best = { day, from };
  }
  return best;
}

/** `10. de mayo`, `a lo de mayo`: what `1o.` is read as, and `10` may be. */
function isTenOrFirst(before: Lexeme | undefined, day: Lexeme, dot: Lexeme | undefined): boolean {
  const dotted = dot?.text === '.' && dot.start === day.end;
  return (
    (day.text === '10' && dotted) || (day.text === 'LO' && (dotted || /^[A,]$/.test(before?.text ?? '')))
  );
}

/** `1% de noviembre`, `1* de agosto`: the raised letter of `1º` read as another sign. */
const isMisreadFirst = (one: Lexeme | undefined, sign: Lexeme): boolean =>
  one?.end === sign.start && /^[1IL|]$/.test(one.text) && /^[%*^~?]$/.test(sign.text);

/** `14`, `l4`, `1o`, `1ro`; null where no day of a month can be meant. */
function dayDigits(text: string): number | null {
  if (/^1(?:O|RO|ER|RA|ERO)$/.test(text)) return 1;
  if (text.length > 2 || !/\d/.test(text)) return null;
  const digits = asDigits(text);
  if (!/^\d+$/.test(digits)) return null;
  const day = Number(digits);
  return day >= 1 && day <= 31 ? day : null;
}
