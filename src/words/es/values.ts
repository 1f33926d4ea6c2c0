// Values of a record as text for people.
import { sameValue } from '../../description/same.ts';
import { fieldNamed } from '../../fields/named.ts';
import type { Field } from '../../model/document.ts';
import { REASON, TIPO, textOf } from './labels.ts';
import { M } from './messages.ts';

/** A field with how sure it is and where to look, or who set it over what. */
export function fieldText(name: string, field: Field<unknown>): string {
  const value =
    field.value === null
      ? M.because(field.reason ? textOf(REASON, field.reason) : '—')
      : valueText(name, field.value);
  const [seen] = field.evidence;
  const read = field.overrides?.value;
  const facts = [
    field.from === 'person' ? M.setBy(field.set?.user ?? '', field.set?.why ?? '') : null,
    field.from === 'manifest' ? M.stated : null,
    field.from === 'rule' && field.value !== null ? `${Math.round(field.confidence * 100)} %` : null,
    seen ? M.page(seen.page) : null,
    read !== null && read !== undefined && !sameValue(read, field.value)
      ? M.insteadOf(valueText(name, read), speaker(field.overrides))
      : null,
  ].filter((fact) => fact !== null);
  return facts.length > 0 ? `${value}  (${facts.join(' · ')})` : value;
}

const speaker = (field: Field<unknown> | undefined): 'manifest' | 'template' | 'rule' =>
  field?.from === 'manifest' ? 'manifest' : field?.rule === 'template' ? 'template' : 'rule';

/** A value on one line; of a field that another version of foja wrote, as it stands. */
export function valueText(name: string, value: unknown): string {
  const kind = fieldNamed(name)?.kind;
  const text = kind?.print(value) ?? JSON.stringify(value);
  return kind?.name === 'tipo' ? textOf(TIPO, text) : text;
}
