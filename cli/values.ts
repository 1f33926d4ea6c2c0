// Values of a record as text for people.
import { sameValue } from '../src/description/same.ts';
import type { Field } from '../src/model/document.ts';
import { REASON, textOf } from '../src/words/es/labels.ts';
import { M } from '../src/words/es/messages.ts';

/** A field with how sure it is and where to look, or who set it over what. */
export function fieldText(field: Field<unknown>): string {
  const value =
    field.value === null
      ? M.because(field.reason ? textOf(REASON, field.reason) : '—')
      : valueText(field.value);
  const [seen] = field.evidence;
  const read = field.overrides?.value;
  const facts = [
    field.from === 'person' ? M.setBy(field.set?.user ?? '', field.set?.why ?? '') : null,
    field.from === 'manifest' ? M.stated : null,
    field.from === 'rule' && field.value !== null ? `${Math.round(field.confidence * 100)} %` : null,
    seen ? M.page(seen.page) : null,
    read !== null && read !== undefined && !sameValue(read, field.value)
      ? M.insteadOf(valueText(read), speaker(field.overrides))
      : null,
  ].filter((fact) => fact !== null);
  return facts.length > 0 ? `${value}  (${facts.join(' · ')})` : value;
}

const speaker = (field: Field<unknown> | undefined): 'manifest' | 'template' | 'rule' =>
  field?.from === 'manifest' ? 'manifest' : field?.rule === 'template' ? 'template' : 'rule';

/** A value on one line. */
export function valueText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return value.map(valueText).join('; ');
  if ('raw' in value) return String(value.raw);
  // A title belongs to its name: `Lic. Eva Tovar, Directora`.
  const { titulo, ...parts } = value as Record<string, unknown>;
  return [titulo, Object.values(parts).filter(Boolean).join(', ')].filter(Boolean).join(' ');
}
