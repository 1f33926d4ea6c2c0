import type { Field } from '../../model/document.ts';
import { found, unknown } from '../text/field.ts';
import { passage } from '../text/flow.ts';
import { labelOf, startsRow, valueAt } from '../text/labels.ts';
import type { Reading } from '../text/reading.ts';

/** What the cuadro clasificador says after SECCIÓN or MESA. */
export function cuadroRow({ cover, bodyTop }: Reading, name: 'seccion' | 'mesa'): Field<string> {
  const rule = `${name}.etiqueta`;
  for (const piece of cover?.pieces ?? []) {
    const label = piece.box.y < bodyTop ? labelOf(piece) : undefined;
    if (label?.name !== name || !label.marked) continue;
    const value = valueAt(cover!, piece, label.end);
    if (!value || (value.piece !== piece && startsRow(value.piece))) continue;
    const seen = passage(value.piece, value.from, value.piece.text.length);
    const text = seen.raw.replace(/^[\s.:_-]+|[\s:_-]+$/g, '').replace(/^[lI|](?=[ao]\.?$)/, '1');
    if (text.length > 0 && text.length <= LONGEST) return found(text, seen, 0.95, rule);
  }
  return unknown('not-found', rule);
}

const LONGEST = 60;
