import { numberInWords } from '../../../extraction/numbers/number-words.ts';
import { found, unknown } from '../../../extraction/text/field.ts';
import { passage } from '../../../extraction/text/flow.ts';
import { coverFlow, type Reading } from '../../../extraction/text/reading.ts';
import type { Field } from '../../../model/document.ts';
import type { FieldDefinition } from '../../definition.ts';
import { count } from '../../kinds/count.ts';
import { numbered } from '../../search.ts';

declare module '../../../model/document.ts' {
  interface FieldValues {
    readonly sesionNumero?: number;
  }
}

/** Number of a session, as its minutes open (dossier §1.2). */
export const sesionNumero = {
  label: 'Sesión número',
  kind: count,
  papers: { only: ['ACTA_CABILDO'], mustState: ['ACTA_CABILDO'] },
  read,
  columns: 'sesion numero|numero de sesion|no sesion',
  search: numbered('sesión'),
} satisfies FieldDefinition<'sesionNumero'>;

// Three lines of type.
const HEADING = 260;
const NUMBER =
  /(?:^|\n)\W{0,3}ACTA\s?(?:N[UO]M(?:ERO)?\.?|N[O0º]\.?)?\s?:?\s?(?:(\d{1,4})(?:\s?\/\s?\d{2,4})?|([A-ZÑ]{3,14}(?:\sY\s[A-ZÑ]{3,9})?))\W{0,4}(?:\n|$)/;

// `SESIÓN ORDINARIA DE CABILDO NÚMERO 12`: the heading is a sentence.
const NUMBERED =
  /\bSES[I1][O0]N\s[A-ZÑ\s]{5,60}?\sN(?:[UO]M(?:ERO)?\.?|[O0º]\.)\s?(?:(\d{1,4})(?:\/\d{2,4})?|([A-ZÑ]{3,14}(?:\sY\s[A-ZÑ]{3,9})?))\b/;

function read(reading: Reading): Field<number> {
  const flow = coverFlow(reading);
  const match = NUMBER.exec(flow.folded) ?? NUMBERED.exec(flow.folded.slice(0, HEADING));
  const value = match && (match[1] ? Number(match[1]) : numberInWords(match[2]!));
  if (!match || value === null) return unknown('not-found', 'sesion.numero');
  return found(value, passage(flow, match.index, match.index + match[0].length), 0.95, 'sesion.numero');
}
