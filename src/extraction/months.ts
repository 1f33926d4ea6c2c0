import { asLetters } from './fold.ts';
import { nearest } from './near.ts';

// Full names, abbreviations and old spellings (dossier §1.5).
const SPELLINGS: readonly string[] = [
  'ENERO ENE ENRO',
  'FEBRERO FEB FEBRO',
  'MARZO MAR MZO',
  'ABRIL ABR ABL',
  'MAYO MAY',
  'JUNIO JUN',
  'JULIO JUL',
  'AGOSTO AGO AGTO',
  'SEPTIEMBRE SETIEMBRE SEPT SEP SET SEPBRE SBRE 7BRE',
  'OCTUBRE OCT OCTBRE OBRE 8BRE',
  'NOVIEMBRE NOV NVBRE NOVBRE 9BRE',
  'DICIEMBRE DIC DICBRE DBRE 10BRE XBRE',
];

const MONTHS: ReadonlyMap<string, number> = new Map(
  SPELLINGS.flatMap((names, i) => names.split(' ').map((name) => [name, i + 1] as const)),
);

const ROMAN = 'I II III IV V VI VII VIII IX X XI XII'.split(' ');

/** The month that a folded word names, 1…12; one wrong letter in five is forgiven. Null for anything else. */
export function monthNamed(folded: string): number | null {
  const exact = MONTHS.get(folded);
  if (exact !== undefined) return exact;
  return nearest(MONTHS, asLetters(folded).replaceAll('RN', 'M')) ?? null;
}

/** The month of a roman numeral, 1…12, as typed in `14-III-87`. */
export function romanMonth(folded: string): number | null {
  const index = ROMAN.indexOf(folded.replaceAll('L', 'I').replaceAll('1', 'I'));
  return index < 0 ? null : index + 1;
}
