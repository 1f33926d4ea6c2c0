import { found, unknown } from '../../../extraction/text/field.ts';
import { passage } from '../../../extraction/text/flow.ts';
import { coverFlow, type Reading } from '../../../extraction/text/reading.ts';
import type { Field } from '../../../model/document.ts';
import type { FieldDefinition } from '../../definition.ts';
import { text } from '../../kinds/text.ts';

declare module '../../../model/document.ts' {
  interface FieldValues {
    readonly sesionTipo?: string;
  }
}

/** Kind of a session: ORDINARIA, EXTRAORDINARIA, SOLEMNE … */
export const sesionTipo = {
  label: 'Tipo de sesión',
  kind: text,
  papers: { only: ['ACTA_CABILDO'] },
  read,
  columns: 'tipo de sesion|sesion tipo',
  search: { as: 'words', texts: (value) => [`sesión ${value.toLowerCase()}`] },
} satisfies FieldDefinition<'sesionTipo'>;

const KIND =
  /\bSES[I1][O0]N\s(?:PUBLICA\s)?(ORDINARIA|EXTRAORDINARIA|SOLEMNE|PERMANENTE|ITINERANTE|ABIERTA)\b(?!\sANTERIOR)/;

function read(reading: Reading): Field<string> {
  const flow = coverFlow(reading);
  const match = KIND.exec(flow.folded);
  if (!match) return unknown('not-found', 'sesion.tipo');
  return found(match[1]!, passage(flow, match.index, match.index + match[0].length), 0.95, 'sesion.tipo');
}
