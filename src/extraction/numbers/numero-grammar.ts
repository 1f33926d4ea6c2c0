import type { Flow } from '../text/flow.ts';

/** What follows the label of a number: a value, "S/N", a blank line, or something that is no number. */
export type NumberRead =
  | { readonly is: 'number'; readonly start: number; readonly end: number }
  | { readonly is: 'without'; readonly start: number; readonly end: number }
  | { readonly is: 'blank' }
  | { readonly is: 'other' };

// Dossier §1.4: one to eleven segments joined by a sign, with stray blanks around it.
// Typists set a comma among thousands: `1,204`; beside a letter a sign of money is an S, and a quote inside is a speck.
const SEGMENT =
  '(?:\\d{1,3},\\d{3}(?!\\d)|(?:[A-ZÑ&0-9|]|[$§](?=[A-ZÑ])|(?<=[A-ZÑ])[$§]|(?<=[A-ZÑ0-9])(?:[\'*^]|"(?![A-ZÑ0-9]{1,4}"))(?=[A-ZÑ0-9])){1,20})';
// Files of the decimal classification name a year or a state inside: `2/101 "44"/7`, `2.380(16)/31`.
const INSET = '(?:\\s?(?:"\\d{1,4}"|\\(\\d{1,4}\\))){0,2}';
// A speck may stand beside the sign that joins two segments, and a comma may be a dot: `36-07:-075`, `1C,10/1983`.
const JOINT = "(?:[.:;,'*^]?\\s{0,2}[/.\\-_~][:;,'*^]?\\s{0,2}|,(?=\\d{1,2}/))";
const VALUE = new RegExp(
  `(?:[A-Z]{2,6}\\d{0,3}\\s(?=[A-Z]{2,8}\\.?/))?${SEGMENT}${INSET}(?:${JOINT}(?:${SEGMENT}${INSET}|"\\d{1,4}")){0,10}(?:\\s(?:[B8][I1]S|TER)\\b)?`,
  'y',
);
const WITHOUT = /(?:S\s?[/.-]?\s?N\b\.?|SIN\s(?:NUMERO|NUM|NO)\b\.?|S\s?\/\s?N(?:UM|O)\b\.?)/y;
// `RECIBO OFICIAL  A  No. 452`: the letter of a series of printed forms.
const LEAD =
  /(?:\s{0,2}(?:SERIE\s)?"?[A-Z]"?\s{1,2}(?=N[UO][M.]))?[\s:;.,\-_·…*="'º#|)]{0,90}(?:(?:NUM(?:ERO)?[.:]?|[A-ZÑ]{1,3}MERO[.:]?|N[A-ZÑ]{2,4}R[O0QE][.:]{1,2}|[MNH][UO]M[.:]{1,2}|[NHM][O0Qº][.,º]{1,2}|N\.|N9(?=\s))\s?(?=[A-ZÑ]{0,8}[\d/.-]))?/y;

/** Reads the number that begins at a place of a folded text, behind any dots of a form. */
export function numberAt(flow: Flow, at: number): NumberRead {
  LEAD.lastIndex = at;
  const start = at + (LEAD.exec(flow.folded)?.[0].length ?? 0);
  if (start >= flow.folded.length) return { is: 'blank' };
  WITHOUT.lastIndex = start;
  const without = WITHOUT.exec(flow.folded);
  if (without) return { is: 'without', start, end: start + without[0].length };
  VALUE.lastIndex = start;
  const value = VALUE.exec(flow.folded)?.[0];
  if (value === undefined) return { is: 'other' };
  const end = start + trimmed(value).length;
  const text = flow.folded.slice(start, end);
  if (!/\d/.test(text)) return { is: 'other' };
  return { is: 'number', start, end: splitYear(flow.folded, start, end) };
}

// A dot before a blank ends the sentence when a word follows: `123/87. EXPEDIENTE 4`.
const trimmed = (value: string): string =>
  value.replace(/\s?[.\-_]\s{1,2}[A-ZÑ]{3,20}(?![A-ZÑ&0-9]).*$/su, '').replace(/\.\s{1,2}[A-ZÑ]{1,3}$/u, '');

/** `SA/123/19 87`: a year that OCR tore in two. */
function splitYear(folded: string, start: number, end: number): number {
  const text = folded.slice(start, end);
  if (!/[/-](?:19|20)$/.test(text)) return end;
  const rest = /^\s\d{2}(?![\d/])/.exec(folded.slice(end, end + 5));
  return rest ? end + rest[0].length : end;
}
