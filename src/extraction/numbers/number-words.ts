import { asLetters } from '../text/fold.ts';
import { nearest } from '../text/near.ts';

const SMALL =
  'CERO UNO DOS TRES CUATRO CINCO SEIS SIETE OCHO NUEVE DIEZ ONCE DOCE TRECE CATORCE QUINCE DIECISEIS DIECISIETE DIECIOCHO DIECINUEVE VEINTE VEINTIUNO VEINTIDOS VEINTITRES VEINTICUATRO VEINTICINCO VEINTISEIS VEINTISIETE VEINTIOCHO VEINTINUEVE'.split(
    ' ',
  );
const TENS = 'TREINTA CUARENTA CINCUENTA SESENTA SETENTA OCHENTA NOVENTA'.split(' ');
const HUNDREDS =
  'CIENTO DOSCIENTOS TRESCIENTOS CUATROCIENTOS QUINIENTOS SEISCIENTOS SETECIENTOS OCHOCIENTOS NOVECIENTOS'.split(
    ' ',
  );

const VALUES: ReadonlyMap<string, number> = new Map([
  ...SMALL.map((word, i) => [word, i] as const),
  ...TENS.map((word, i) => [word, 30 + 10 * i] as const),
  ...HUNDREDS.map((word, i) => [word, 100 * (i + 1)] as const),
  ['UN', 1],
  ['UNA', 1],
  ['PRIMERO', 1],
  ['PRIMER', 1],
  ['VEINTIUN', 21],
  ['VEINTIUNA', 21],
  ['CIEN', 100],
  ['NUEVECIENTOS', 900],
  ['MIL', 1000],
]);

// `OCHENTAISIETE`, `OCHENTAYSIETE`, `TREINTAIUNO`: typed as they are spoken.
const GLUED =
  /^(TREINT|CUARENT|CINCUENT|SESENT|SETENT|OCHENT|NOVENT)(?:AY|AI|YI|A|I)(UNO|UN|DOS|TRES|CUATRO|CINCO|SEIS|SIETE|OCHO|NUEVE)$/;

/** What one Spanish number word is worth; one wrong letter in five is forgiven. Null for anything else. */
export function numberWord(folded: string): number | null {
  const word = asLetters(folded).replaceAll('Ñ', 'N');
  const glued = GLUED.exec(word);
  if (glued) return VALUES.get(`${glued[1]}A`)! + VALUES.get(glued[2]!)!;
  return nearest(VALUES, word) ?? null;
}

const UNITS: ReadonlyMap<string, number> = new Map(SMALL.slice(1, 10).map((word, i) => [word, i + 1]));

/** A unit of which one letter was misread, as only what follows `treinta y` can be one: `nno`, `trcs`. Null for anything else. */
export const unitNearly = (folded: string): number | null =>
  folded.length < 3 ? null : (nearest(UNITS, asLetters(folded), 3) ?? null);

/** Reads a cardinal in words (`mil novecientos ochenta y siete`), folded; null unless every word is a number. */
export function readNumberWords(words: readonly string[]): number | null {
  let [total, group, last] = [0, 0, Infinity];
  let any = false;
  let isUnit = false;
  for (const word of words) {
    if (/^(?:Y{1,2}|E|I)$/.test(word)) {
      isUnit = true;
      continue;
    }
    const value = numberWord(word) ?? (isUnit ? unitNearly(word) : null);
    isUnit = false;
    if (value === null) return null;
    any = true;
    if (value === 1000) {
      if (total > 0) return null;
      total = (group || 1) * 1000;
      [group, last] = [0, Infinity];
      continue;
    }
    // "doce trece" is two numbers; within one, each part is smaller than a unit of the part before.
    if (value >= (last >= 100 ? 100 : last >= 30 ? 10 : 0) && last !== Infinity) return null;
    group += value;
    last = value;
  }
  return any ? total + group : null;
}

/** The same of a stretch of folded text, in which a word may be cut at the end of a line. */
export const numberInWords = (folded: string): number | null =>
  readNumberWords(folded.replace('-\n', '').split(/\s+/).filter(Boolean));
