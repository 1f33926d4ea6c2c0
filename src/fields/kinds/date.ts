import { fullYear, isoDate, isYear } from '../../extraction/dates/calendar.ts';
import type { Kind, Parsed } from './kind.ts';

/** A day, a month or a year, ISO 8601. */
export const date: Kind<string> = {
  name: 'date',
  accepted: '1987-03-14, 14/03/1987, 14-mar-1987, 1987-03 or 1987',
  parse: (text) => dateOf(text),
  print: (value) => value,
  essence: (value) => [value],
  exact: true,
};

const MONTHS = ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'];

/**
 * A date as archivists and spreadsheets write it, as ISO 8601: a day, or `1987-03` and `1987` where no more is said.
 * The day comes before the month, as in Mexico; two digits of a year are those of `fullYear`. What is uncertain by its own
 * words (`ca. 1987`, `[1987?]`, `1985-1991`) is no date: nothing is guessed.
 */
export function dateOf(text: string): Parsed<string> {
  const plain = text
    .replace(/[ºª°]/g, ' ')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/\.(?=\s|$)/g, '')
    .trim();
  if (/^(?:s[/.]?\s?[fd]|sin fecha)$/.test(plain)) return { value: null, left: 'without-date' };
  if (/^\d+(?:\.\d+)?$/.test(plain)) return bareNumber(plain);
  const iso = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:[t ].*)?$/.exec(plain);
  if (iso) return dayOf(iso[1]!, iso[2]!, iso[3]);
  const latin = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?: .*)?$/.exec(plain);
  if (latin) return dayOf(latin[3]!, latin[2]!, latin[1]);
  const named =
    /^(\d{1,2})(?:\s?[-/]\s?|\s(?:de\s)?)([a-z]{3,10})(?:\s?[-/]\s?|\s(?:del?\s)?)(\d{4}|\d{2})$/.exec(plain);
  const month = named ? MONTHS.indexOf(named[2]!.replace('set', 'sep').slice(0, 3)) + 1 : 0;
  if (named && month > 0) return dayOf(named[3]!, String(month), named[1]);
  return { problem: 'no date' };
}

function dayOf(yearText: string, monthText: string, dayText: string | undefined): Parsed<string> {
  const year = yearText.length === 2 ? fullYear(Number(yearText)) : Number(yearText);
  const month = Number(monthText);
  const iso = isYear(year) ? isoDate(year, month, dayText === undefined ? 1 : Number(dayText)) : null;
  if (iso === null) return { problem: 'no day of the calendar' };
  return { value: dayText === undefined ? iso.slice(0, 7) : iso };
}

// Excel counts days from the last day of 1899. Four digits are a year: nobody means the spring of 1905 by 1987.
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
const EXCEL_DAYS = { first: 10_000, last: 73_050 };

function bareNumber(text: string): Parsed<string> {
  const number = Number(text);
  if (/^\d{4}$/.test(text) && isYear(number)) return { value: text };
  const days = Math.floor(number);
  if (!(days >= EXCEL_DAYS.first && days <= EXCEL_DAYS.last)) return { problem: 'no date' };
  return { value: new Date(EXCEL_EPOCH + days * 86_400_000).toISOString().slice(0, 10) };
}
