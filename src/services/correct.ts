// `foja set`: a person has the last word on a field. What the machine read is kept beneath it, with its evidence.

import { withExpectations } from '../description/expected.ts';
import { fieldsOf, layered } from '../description/override.ts';
import { type Kind, parseValue } from '../fields/kinds/kind.ts';
import { fieldNamed, isDescriptive, NAMED } from '../fields/named.ts';
import { changeRecord } from '../flow/change-record.ts';
import { extract } from '../flow/steps/extract.ts';
import type { Actor } from '../model/actor.ts';
import type { DocumentRecord, Field, Fields } from '../model/document.ts';
import { UsageError } from '../model/errors.ts';
import type { Workspace } from '../workspace.ts';

/** `field=value`, taken apart. An empty value says that the document has none. */
export interface Assignment {
  /** A field of the record or of its description; of a person or a place also one part: `remitente.cargo`. */
  readonly name: string;
  readonly text: string;
}

const FIELD_NAMES = Object.keys(NAMED).join(', ');

/** UsageError for what is no `field=value`. */
export function assignmentOf(text: string): Assignment {
  const match = /^([A-Za-z]+(?:\.[a-z]+)?)\s*=(.*)$/s.exec(text.trim());
  if (!match)
    throw new UsageError(
      'bad-assignment',
      `"${text}" is no field=value, such as fechaDocumento=1987-03-14.`,
      { about: text },
    );
  return { name: match[1]!, text: match[2]!.trim() };
}

export interface Correction {
  readonly id: string;
  readonly assignments: readonly Assignment[];
  readonly why: string;
}

/**
 * Sets fields of a document in the name of the actor, as one new version whose message says why, and makes it findable. UsageError
 * names what a field accepts. Setting what a person has set so already changes nothing.
 */
export async function correct(
  workspace: Workspace,
  actor: Actor,
  { id, assignments, why }: Correction,
  signal: AbortSignal,
) {
  if (why.trim() === '')
    throw new UsageError('no-reason', 'A correction needs its reason: --why "what shows that it is so".');
  const note = { user: actor.name, at: new Date().toISOString(), why };
  const names = assignments.map(({ name }) => name).join(', ');
  const corrected = await changeRecord(
    workspace,
    actor,
    {
      id,
      message: `${names}: ${why}`,
      apply: (record) => assignments.reduce((so, assignment) => assign(so, assignment, note), record),
    },
    signal,
  );
  await workspace.index.refresh(signal);
  return corrected;
}

function assign(
  record: DocumentRecord,
  { name, text }: Assignment,
  set: NonNullable<Field<unknown>['set']>,
): DocumentRecord {
  const [field, part] = name.split('.') as [string, string | undefined];
  // A document without any readable page has no fields yet; a person who sees the paper may give it some.
  const fields: Fields = record.fields ?? extract([]);
  const within = isDescriptive(field) ? (record.description ?? {}) : fields;
  const present = new Map(fieldsOf(within)).get(field);
  const kind = fieldNamed(field)?.kind;
  if (!kind)
    throw new UsageError('unknown-field', `There is no field ${field}. Fields: ${FIELD_NAMES}.`, {
      about: FIELD_NAMES,
    });
  const value =
    part === undefined ? wholeValue(field, kind, text) : partValue(field, kind, part, present?.value, text);
  if (present?.from === 'person' && JSON.stringify(present.value) === JSON.stringify(value)) return record;
  const said: Field<unknown> = {
    value,
    raw: text === '' ? null : text,
    confidence: 1,
    evidence: present?.evidence ?? [],
    from: 'person',
    rule: 'set',
    version: 1,
    ...(value === null && { reason: 'none-by-person' }),
    set,
  };
  const changed = { [field]: layered(said, present) };
  return withExpectations(
    isDescriptive(field)
      ? { ...record, description: { ...record.description, ...changed } }
      : { ...record, fields: { ...fields, ...changed } },
  );
}

function wholeValue(field: string, kind: Kind<unknown>, text: string): unknown {
  const value = read(field, kind, text);
  // A licence may well run on; the day of a paper has been.
  if (kind.name === 'date' && String(value) > new Date().toISOString())
    throw refused(field, kind, text, 'still to come');
  return value;
}

function partValue(
  field: string,
  kind: Kind<unknown>,
  part: string,
  present: unknown,
  text: string,
): unknown {
  const { parts } = kind;
  if (!parts?.names.includes(part))
    throw new UsageError(
      'unknown-field',
      `${field} has no part ${part}${parts ? `; it has ${parts.names.join(', ')}` : ''}.`,
      { about: parts?.names.map((name) => `${field}.${name}`).join(', ') ?? field },
    );
  const known = {
    ...(present as Record<string, string | null> | null),
    [part]: read(field, parts.kind, text),
  };
  const said = parts.names.map((name) => [name, known[name] ?? null] as const);
  if (said.every(([, value]) => value === null)) return null;
  const whole = parts.whole(Object.fromEntries(said));
  if (whole === null) throw refused(field, kind, text, 'only a part of it is known');
  return whole;
}

function read<T>(field: string, kind: Kind<T>, text: string): T | null {
  const parsed = parseValue(kind, text);
  if ('problem' in parsed) throw refused(field, kind, text, parsed.problem);
  return parsed.value;
}

const refused = (field: string, { name, accepted }: Kind<unknown>, text: string, problem: string) =>
  new UsageError(
    `bad-value-${name}`,
    `"${text.slice(0, 80)}" is no value of ${field} (${problem}). Accepted: ${accepted}; nothing means that there is none.`,
    { about: name === 'tipo' ? accepted : `${field}="${text.slice(0, 80)}"` },
  );
