import { asLetters } from '../text/fold.ts';
import { isNear, isNearTwice, nearest } from '../text/near.ts';

// Full names, abbreviations and old spellings (dossier §1.5).
const SPELLINGS: readonly string[] = [
  'ENERO ENE ENRO',
  'FEBRERO FEB FEBRO',
  'MARZO MAR MZO',
  'ABRIL ABR ABL',
  'MAYO MAY',
  'JUNIO JUN',
  'JULIO JUL',
  'AGOSTO AGO AGTO AGT',
  'SEPTIEMBRE SETIEMBRE SEPT SEP SET SEPBRE SBRE 7BRE',
  'OCTUBRE OCT OCTBRE OBRE 8BRE',
  'NOVIEMBRE NOV NVBRE NOVBRE 9BRE',
  'DICIEMBRE DIC DICBRE DBRE 10BRE XBRE',
];

const MONTHS: ReadonlyMap<string, number> = new Map(
  SPELLINGS.flatMap((names, i) => names.split(' ').map((name) => [name, i + 1] as const)),
);

// SEPTIEMBRE has ten letters; with two wrong it still has eight.
const SHORTEST_LONG = 8;
const LONGEST = 12;

const ROMAN = 'I II III IV V VI VII VIII IX X XI XII'.split(' ');

/** The month that a folded word names, 1…12; one wrong letter is forgiven in names of five, two in long ones. Null for anything else. */
export function monthNamed(folded: string): number | null {
  const exact = MONTHS.get(folded);
  if (exact !== undefined) return exact;
  const letters = asLetters(folded).replaceAll('RN', 'M').replaceAll('4', 'A');
  // Of the short names only this one is a whole word.
  if (letters.length === 4 && isNear(letters, 'MAYO')) return 5;
  const near = MONTHS.get(letters) ?? nearest(MONTHS, letters);
  if (near !== undefined || letters.length < SHORTEST_LONG || letters.length > LONGEST) return near ?? null;
  const long = [...MONTHS].filter(([name]) => isNearTwice(name, letters)).map(([, month]) => month);
  return long.length > 0 && long.every((month) => month === long[0]) ? long[0]! : null;
}

/** The month of a roman numeral, 1…12, as typed in `14-III-87`. */
export function romanMonth(folded: string): number | null {
  const index = ROMAN.indexOf(folded.replaceAll('L', 'I').replaceAll('1', 'I'));
  return index < 0 ? null : index + 1;
}
