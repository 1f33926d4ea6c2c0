import type { Reason } from '../../model/reasons.ts';
import { asDigits } from '../text/fold.ts';
import { fullYear, isoDate, isYear } from './calendar.ts';
import { dayBefore } from './day.ts';
import { type Lexeme, lexemesOf } from './lexer.ts';
import { monthNamed, romanMonth } from './months.ts';
import { yearAfter } from './year.ts';

/** A date somewhere in a folded text. `iso` null says why in `problem`. */
export interface DateRead {
  readonly iso: string | null;
  readonly problem?: Reason;
  readonly start: number;
  readonly end: number;
  readonly form: 'media' | 'larga' | 'mes-dia' | 'numerica';
  /** Two digits for the year: the century is an inference. */
  readonly shortYear: boolean;
  /** The other day, where `1o.` and `19` or `10.` look alike and no words tell. */
  readonly other?: string;
  /** A sign was taken for part of the day, or a digit too many left out of the year. */
  readonly doubted?: boolean;
}

/** Every date of a folded text, in order: every form of dossier §1.5. */
export function datesIn(folded: string): DateRead[] {
  const lexemes = lexemesOf(folded);
  const dates: DateRead[] = [];
  lexemes.forEach((lexeme, at) => {
    const month = monthNamed(lexeme.text);
    const date = month === null ? null : (aroundMonth(lexemes, at, month) ?? monthFirst(lexemes, at, month));
    if (date) dates.push(date);
  });
  return [...dates, ...numericDates(folded)].sort((a, b) => a.start - b.start);
}

function aroundMonth(lexemes: readonly Lexeme[], at: number, month: number): DateRead | null {
  const day = dayBefore(lexemes, at);
  if (!day) return null;
  const start = lexemes[day.from]!.start;
  const year = yearAfter(lexemes, at);
  const plain = { start, shortYear: year?.short ?? false };
  if (!year) return { ...plain, iso: null, problem: 'no-year', end: lexemes[at]!.end, form: 'media' };
  const end = lexemes[year.to - 1]!.end;
  const form = day.words || year.words ? 'larga' : 'media';
  if (year.year === null) return { ...plain, iso: null, problem: 'relative-date', end, form };
  if (!day.agrees || !year.agrees)
    return { ...plain, iso: null, problem: 'digits-and-words-disagree', end, form };
  const iso = isoDate(year.year, month, day.day);
  if (iso === null) return { ...plain, iso, problem: 'impossible-date', end, form };
  const twin = day.day === 19 && !day.words ? 1 : day.orTen ? 10 : null;
  const other = twin === null ? null : isoDate(year.year, month, twin);
  return {
    ...plain,
    iso,
    ...(other && { other }),
    ...((day.doubted || year.doubted) && { doubted: true }),
    end,
    form,
  };
}

/** `Marzo 14 de 1987`. */
function monthFirst(lexemes: readonly Lexeme[], at: number, month: number): DateRead | null {
  const next = lexemes[at + 1]?.text === '.' ? at + 2 : at + 1;
  const day = lexemes[next];
  const digits = day && /\d/.test(day.text) ? asDigits(day.text) : '';
  if (!day || !/^\d{1,2}$/.test(digits)) return null;
  const year = yearAfter(lexemes, next);
  if (!year?.year || year.short || !year.agrees) return null;
  const iso = isoDate(year.year, month, Number(digits));
  return {
    iso,
    ...(iso ? {} : { problem: 'impossible-date' as const }),
    start: lexemes[at]!.start,
    end: lexemes[year.to - 1]!.end,
    form: 'mes-dia',
    shortYear: false,
  };
}

// Signs on either side would make it a number of an oficio or a sum: `SA/14/03/87`, `3.14.87.2`.
const NUMERIC =
  /(?<![A-ZÑ0-9/.-])(\d{1,2})\s?([/.-])\s?(\d{1,2}|[IVXL1]{1,4})\s?\2\s?(\d{4}|\d{2})(?![A-ZÑ0-9/]|[.-]\d)/g;
const ISO = /(?<![A-ZÑ0-9/.-])((?:19|20)\d{2})-(\d{2})-(\d{2})(?![A-ZÑ0-9/-])/g;

/** `14/03/87`, `14-III-87`, `1987-03-14`; day first always. */
function numericDates(folded: string): DateRead[] {
  const dates: DateRead[] = [];
  const add = (match: RegExpExecArray, y: string, month: number, day: number) => {
    const year = y.length === 2 ? fullYear(Number(y)) : Number(y);
    if (!isYear(year)) return;
    const iso = isoDate(year, month, day);
    const end = match.index + match[0].length;
    dates.push({
      iso,
      ...(iso ? {} : { problem: 'impossible-date' as const }),
      start: match.index,
      end,
      form: 'numerica',
      shortYear: y.length === 2,
    });
  };
  for (const match of folded.matchAll(NUMERIC)) {
    const month = /^\d+$/.test(match[3]!) ? Number(match[3]) : romanMonth(match[3]!);
    if (month !== null) add(match, match[4]!, month, Number(match[1]));
  }
  for (const match of folded.matchAll(ISO)) add(match, match[1]!, Number(match[2]), Number(match[3]));
  return dates;
}
