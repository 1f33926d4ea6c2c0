import { found, unknown } from '../../../extraction/text/field.ts';
import { passage } from '../../../extraction/text/flow.ts';
import { coverFlow, type Reading } from '../../../extraction/text/reading.ts';
import type { Field } from '../../../model/document.ts';

const KIND =
  /\bSES[I1][O0]N\s(?:PUBLICA\s)?(ORDINARIA|EXTRAORDINARIA|SOLEMNE|PERMANENTE|ITINERANTE|ABIERTA)\b(?!\sANTERIOR)/;

/** Kind of a session: ORDINARIA, EXTRAORDINARIA, SOLEMNE … */
export function sesionTipo(reading: Reading): Field<string> {
  const flow = coverFlow(reading);
  const match = KIND.exec(flow.folded);
  if (!match) return unknown('not-found', 'sesion.tipo');
  return found(match[1]!, passage(flow, match.index, match.index + match[0].length), 0.95, 'sesion.tipo');
}
