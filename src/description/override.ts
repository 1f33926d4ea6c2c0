// Who has the last word on a field: a person over a manifest, a manifest over a rule. What is overruled is kept.
import type { Description, Field, Fields } from '../model/document.ts';
import type { Reason } from '../model/reasons.ts';

const FROM = ['rule', 'manifest', 'person'] as const;

/** Both fields as one: of each kind of speaker the newer word, a person's on top, what it overrules beneath. */
export function layered<T>(newer: Field<T>, older: Field<T> | undefined): Field<T> {
  const layers = new Map([...layersOf(older), ...layersOf(newer)].map((layer) => [layer.from, layer]));
  let stack: Field<T> | undefined;
  for (const from of FROM) {
    const layer = layers.get(from);
    if (!layer) continue;
    // Where to look stays known: on paper, what is overruled stands at the same place.
    const evidence = layer.evidence.length > 0 ? layer.evidence : (stack?.evidence ?? []);
    stack = { ...layer, evidence, ...(stack && { overrides: stack }) };
  }
  return stack!;
}

function layersOf<T>(field: Field<T> | undefined): Field<T>[] {
  if (!field) return [];
  const { overrides, ...layer } = field;
  return [layer, ...layersOf(overrides)];
}

/** Fresh values of the rules, under whatever a manifest or a person has said before. */
export function keepOverrides(fresh: Fields, earlier: object | null | undefined): Fields {
  const kept: Record<string, Field<unknown>> = { ...fresh } as unknown as Record<string, Field<unknown>>;
  for (const [name, field] of fieldsOf(earlier)) {
    const said = layersOf(field).filter(({ from }) => from !== 'rule');
    for (const layer of said) kept[name] = layered(layer, kept[name]);
  }
  return kept as unknown as Fields;
}

/** The single fields of a record by name; lists of values are passed over. */
export function fieldsOf(fields: object | null | undefined): [name: string, field: Field<unknown>][] {
  return Object.entries(fields ?? {}).filter(([, field]) => typeof field?.from === 'string');
}

/** A description with more said of it: each name by who has the last word. */
export function mergeDescriptions(more: Description, present: Description | undefined): Description {
  const merged: Record<string, Field<unknown>> = { ...present } as Record<string, Field<unknown>>;
  for (const [name, field] of fieldsOf(more)) merged[name] = layered(field, merged[name]);
  return merged as Description;
}

/** A value that a manifest states, in the words of its cell. */
export function stated<T>(value: T | null, raw: string, reason?: Reason): Field<T> {
  return {
    value,
    raw,
    confidence: 1,
    evidence: [],
    from: 'manifest',
    rule: 'manifest',
    version: 1,
    ...(reason && { reason }),
  };
}
