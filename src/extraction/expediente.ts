import type { Field } from '../document.ts';
import { type Candidate, decide, UNDECIDED } from './candidates.ts';
import { passage } from './flow.ts';
import { asDigits, fold } from './fold.ts';
import { labelOf, valueAt } from './labels.ts';
import { numberAt } from './numero-grammar.ts';
import { betweenDigits } from './numero-parts.ts';
import type { Reading } from './reading.ts';
import type { Piece, Sheet } from './sheet.ts';

/** The file that the header puts the document in, as typed. Files that a sentence mentions are other papers'. */
export function expedienteCitado(reading: Reading): Field<string> {
  const candidates: Candidate<string>[] = [];
  for (const piece of reading.cover?.pieces ?? []) {
    const label = labelOf(piece);
    if (label?.name !== 'expediente') continue;
    const inHeader = piece.box.y < reading.bodyTop;
    if (!inHeader && !piece.folded.slice(label.start, label.end).includes(':')) continue;
    const candidate = read(reading.cover!, piece, label.end, inHeader ? 0.98 : 0.93);
    if (candidate) candidates.push(candidate);
  }
  return decide(candidates, 'expediente.etiqueta', (value) => value.replace(/\s/g, ''));
}

const QUALIFIER =
  /[\s:.]{0,4}(?:(?:CATASTRAL|ADMINISTRATIVO|PERSONAL|TECNICO|UNICO|NUMERO|NUM|N[O0º])[.:º]{0,2}\s?){0,3}/y;

function read(sheet: Sheet, piece: Piece, at: number, strength: number): Candidate<string> | undefined {
  QUALIFIER.lastIndex = at;
  const end = at + (QUALIFIER.exec(piece.folded)?.[0].length ?? 0);
  const value = valueAt(sheet, piece, end);
  if (!value) return undefined;
  const number = numberAt(value.piece, value.from);
  if (number.is === 'blank' || number.is === 'other') return undefined;
  const seen = passage(value.piece, number.start, number.end);
  const rule = 'expediente.etiqueta';
  if (number.is === 'without') return { value: null, reason: 'without-number', seen, strength, rule };
  const code = betweenDigits(
    seen.raw
      .replace(/[–—]/g, '-')
      .replace(/[:;,']?\s{0,2}([/\-_])[:;,']?\s{0,2}/g, '$1')
      .replace(/[:;,'](?=\.)|(?<=\.)[:;,']/g, '')
      .replace(/,(?=\d{1,2}\/)/, '.')
      .replace(/\s+/g, ' '),
  );
  const alternative = otherReading(code);
  if (alternative === null) return { value: code, seen, strength, rule };
  return { value: code, alternative, seen, strength: Math.min(strength, UNDECIDED), rule };
}

/** What a code can also say where its grammar decides between no two readings; null where it does. */
function otherReading(code: string): string | null {
  const other = code
    // A section of the classification is `7C` or `7S` (dossier §2.2), and may be plain `70`.
    .replace(/(?<![\p{L}\d.])(\d{1,2})([05])(?=\.\d)/u, (_, n, last) => n + (last === '0' ? 'C' : 'S'))
    // A letter may end a number (`45B`), and so may the digit that looks like it.
    .replace(/(?<![\p{L}\d])(\d+)([OISB])(?![\p{L}\d.])/iu, (_, n, last) => n + asDigits(fold(last)));
  return other === code ? null : other;
}
