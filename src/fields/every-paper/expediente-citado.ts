import { numberAt } from '../../extraction/numbers/numero-grammar.ts';
import { betweenDigits } from '../../extraction/numbers/numero-parts.ts';
import { type Candidate, decide, UNDECIDED } from '../../extraction/text/candidates.ts';
import { passage } from '../../extraction/text/flow.ts';
import { asDigits, asLetters, fold } from '../../extraction/text/fold.ts';
import { labelOf, valueAt } from '../../extraction/text/labels.ts';
import type { Reading } from '../../extraction/text/reading.ts';
import type { Piece, Sheet } from '../../extraction/text/sheet.ts';
import { counted } from '../../extraction/text/surplus.ts';
import type { Field } from '../../model/document.ts';
import type { FieldDefinition } from '../definition.ts';
import { code } from '../kinds/text.ts';

declare module '../../model/document.ts' {
  interface FieldValues {
    readonly expedienteCitado: string;
  }
}

/** The file that the header puts the document in, as typed. Files that a sentence mentions are other papers'. */
export const expedienteCitado = {
  label: 'Exp. citado',
  kind: code,
  papers: 'every',
  read,
  columns: 'expediente citado',
  search: { as: 'number', texts: (value) => [value] },
} satisfies FieldDefinition<'expedienteCitado'>;

function read(reading: Reading): Field<string> {
  const candidates: Candidate<string>[] = [];
  for (const piece of reading.cover?.pieces ?? []) {
    const label = labelOf(piece);
    if (label?.name !== 'expediente') continue;
    const inHeader = piece.box.y < reading.bodyTop;
    if (!inHeader && !piece.folded.slice(label.start, label.end).includes(':')) continue;
    const candidate = readAt(reading.cover!, piece, label.end, inHeader ? 0.98 : 0.93);
    if (candidate) candidates.push(candidate);
  }
  return decide(candidates, 'expediente.etiqueta', (value) => value.replace(/\s/g, ''));
}

const QUALIFIER =
  /[\s:.]{0,4}(?:(?:CATASTRAL|ADMINISTRATIVO|PERSONAL|TECNICO|UNICO|NUMERO|NUM|N[O0º])[.:º]{0,2}\s?){0,3}/y;

function readAt(sheet: Sheet, piece: Piece, at: number, strength: number): Candidate<string> | undefined {
  QUALIFIER.lastIndex = at;
  const letters = asLetters(piece.folded).replaceAll('4', 'A');
  const end = at + (QUALIFIER.exec(letters)?.[0].length ?? 0);
  const value = valueAt(sheet, piece, end);
  if (!value) return undefined;
  const number = numberAt(value.piece, value.from);
  if (number.is === 'blank' || number.is === 'other') return undefined;
  const seen = passage(value.piece, number.start, number.end);
  const rule = 'expediente.etiqueta';
  if (number.is === 'without') return { value: null, reason: 'without-number', seen, strength, rule };
  const { readings, agrees } = counted(seen, seen.raw, sheet.cell);
  const [code, twin] = readings.map(tidied) as [string, string?];
  const meant = classified(code) ?? lettered(code) ?? code;
  const alternative = meant === code ? (twin ?? otherReading(code)) : code;
  if (alternative === null) return { value: code, seen, strength: agrees ? strength : UNDECIDED, rule };
  return { value: meant, alternative, seen, strength: Math.min(strength, UNDECIDED), rule };
}

/** A code without the specks beside its signs. */
const tidied = (raw: string): string =>
  betweenDigits(
    raw
      .replace(/[–—=]/g, '-')
      .replace(/[:;,']?\s{0,2}([/\-_])[:;,']?\s{0,2}/g, '$1')
      .replace(/[:;,'](?=\.)|(?<=\.)[:;,']/g, '')
      .replace(/,(?=\d{1,2}\/)/, '.')
      // Nothing but a year has these letters: `LIC-538/I959`.
      .replace(/(?<=[/-])[Il|](?=9\d\d(?!\d))/, '1')
      .replace(/\s+/g, ' '),
  );

// Section, series, year and number of the file (dossier §2.2): there a section is common (`7C`) or substantive (`7S`).
const CLASSIFIED = /^(\d{1,2})([0OQGDCS5])(\.\d{1,2})[/7]((?:19|20)\d{2}\/)([\dOQILSZBG|]{1,4})$/i;

/** A whole code of the classification with the letter that its section must have: `10.4/1992/70` is `1C.4/1992/70`; null for any other. */
function classified(code: string): string | null {
  const match = CLASSIFIED.exec(code);
  if (!match) return null;
  const [, number, letter, series, year, file] = match as unknown as string[];
  return `${number}${/[S5]/i.test(letter!) ? 'S' : 'C'}${series}/${year}${asDigits(fold(file!))}`;
}

// No file is counted as 0: it was a letter, of those that look like it most often C (both of two on generated papers). What was read is kept.
const LETTERED = /^(\d{1,4})-0(\/(?:\d{4}|\d{2}))$/;

/** `50-0/87` is `50-C/87`; null for any other. */
const lettered = (code: string): string | null => {
  const match = LETTERED.exec(code);
  return match && `${match[1]}-C${match[2]}`;
};

/** What a code can also say where its grammar decides between no two readings; null where it does. */
function otherReading(code: string): string | null {
  const other = code
    // A section of the classification is `7C` or `7S` (dossier §2.2), and may be plain `70`.
    .replace(/(?<![\p{L}\d.])(\d{1,2})([05])(?=\.\d)/u, (_, n, last) => n + (last === '0' ? 'C' : 'S'))
    // A letter may end a number (`45B`), and so may the digit that looks like it.
    .replace(/(?<![\p{L}\d])(\d+)([OISB])(?![\p{L}\d.])/iu, (_, n, last) => n + asDigits(fold(last)));
  return other === code ? null : other;
}
