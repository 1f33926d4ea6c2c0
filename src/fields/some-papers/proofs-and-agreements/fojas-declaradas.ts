import { rowOf } from '../../../extraction/forms/rows.ts';
import { readNumberWords } from '../../../extraction/numbers/number-words.ts';
import { found, unknown } from '../../../extraction/text/field.ts';
import { joined, passage } from '../../../extraction/text/flow.ts';
import { ownPages, pageFlow, type Reading } from '../../../extraction/text/reading.ts';
import type { Field } from '../../../model/document.ts';
import type { FieldDefinition } from '../../definition.ts';
import { count } from '../../kinds/count.ts';

declare module '../../../model/document.ts' {
  interface FieldValues {
    readonly fojasDeclaradas?: number;
  }
}

/** How many sheets the paper says it has: in words and digits, which must agree. */
export const fojasDeclaradas = {
  label: 'Fojas que declara',
  kind: count,
  papers: { only: ['CONSTANCIA', 'CERTIFICADO', 'CONVENIO', 'CONTRATO', 'CARATULA', 'ACTA_CABILDO'] },
  read,
  columns: 'fojas declaradas|fojas que declara',
  search: { as: 'words', texts: (value) => [`${value} fojas`], inPassing: true },
} satisfies FieldDefinition<'fojasDeclaradas'>;

// `constante de 7 (siete) fojas útiles`, `consta de veintidós fojas`, `en sus 6 fojas`.
const STATED =
  /\b(?:CONST(?:A|ANTES?)\sDE|CONSTANTE\sEN|EN\sSUS|COMPUEST[OA]\sDE|INTEGRAD[OA]\s(?:DE|POR))\s(\d{1,4})?\s?[-(]?\s?([A-ZÑ]{2,14}(?:\s(?:Y\s)?[A-ZÑ]{2,14}){0,4}?)?\)?\s(?:FOJAS?|HOJAS?)\b/g;
const ROW = /^[^A-ZÑ]{0,3}(?:TOTAL\sDE\s|NUM(?:ERO|\.)\sDE\s|NO\.\sDE\s)?FOJAS?(?:\sUTILES)?\s{0,2}:/;
const RULE = 'fojas.declaradas';

function read(reading: Reading): Field<number> {
  const row = reading.cover && rowOf(reading.cover, ROW);
  const cell = row?.[0] && /^\D{0,3}(\d{1,5})\b/.exec(row[0].raw);
  if (row && cell) return found(Number(cell[1]), joined(row.slice(0, 1)), 0.95, RULE);
  for (const sheet of ownPages(reading)) {
    const flow = pageFlow(sheet);
    for (const match of flow.folded.matchAll(STATED)) {
      const digits = match[1] === undefined ? null : Number(match[1]);
      const words = match[2] === undefined ? null : readNumberWords(match[2].split(/\s+/));
      const seen = passage(flow, match.index, match.index + match[0].length);
      if (digits === null && words === null) continue;
      if (digits !== null && words !== null && digits !== words)
        return unknown('digits-and-words-disagree', RULE, seen);
      return found((digits ?? words)!, seen, words === null ? 0.9 : 0.96, RULE);
    }
  }
  return unknown('not-found', RULE);
}
