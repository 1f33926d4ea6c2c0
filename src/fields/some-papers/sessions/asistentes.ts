import { numberInWords } from '../../../extraction/numbers/number-words.ts';
import { found, unknown } from '../../../extraction/text/field.ts';
import { passage } from '../../../extraction/text/flow.ts';
import { coverFlow, type Reading } from '../../../extraction/text/reading.ts';
import type { Field } from '../../../model/document.ts';
import type { FieldDefinition } from '../../definition.ts';
import { count } from '../../kinds/count.ts';

declare module '../../../model/document.ts' {
  interface FieldValues {
    readonly asistentes?: number;
  }
}

/** How many took part in a session; digits and words must agree. */
export const asistentes = {
  label: 'Asistentes',
  kind: count,
  papers: { only: ['ACTA_CABILDO'] },
  read,
  columns: 'asistentes|numero de asistentes',
  search: { as: 'words', texts: (value) => [`${value} asistentes`], inPassing: true },
} satisfies FieldDefinition<'asistentes'>;

const PRESENT =
  /\bPRESENTES?\s(?:LOS\s)?(?:(\d{1,2})\s?)?(?:[-(]\s?)?([A-ZÑ]{3,12}(?:\sY\s[A-ZÑ]{3,9})?)?\)?\s(?:DE\sLOS\s|CC\.\s|C\.\s){0,2}(?:INTEGRANTES|MIEMBROS|REGIDORES|MUNICIPES|EDILES)\b/;

function read(reading: Reading): Field<number> {
  const flow = coverFlow(reading);
  const match = PRESENT.exec(flow.folded);
  if (!match) return unknown('not-found', 'sesion.asistentes');
  const seen = passage(flow, match.index, match.index + match[0].length);
  const digits = match[1] ? Number(match[1]) : null;
  const said = match[2] ? numberInWords(match[2]) : null;
  if (digits === null && said === null) return unknown('not-found', 'sesion.asistentes', seen);
  if (digits !== null && said !== null && digits !== said)
    return unknown('digits-and-words-disagree', 'sesion.asistentes', seen);
  return found((digits ?? said)!, seen, 0.92, 'sesion.asistentes');
}
