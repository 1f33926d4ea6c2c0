import type { Evidence, Field } from '../../model/document.ts';
import { found, unknown } from './field.ts';
import type { Passage } from './flow.ts';

/** One of several values, before it knows its evidence. */
export interface Item<T> {
  readonly value: T;
  readonly seen: Passage;
  readonly strength: number;
}

/** Several values as one field: each with its own evidence, all as sure as the least sure of them. */
export function listOf<T extends object>(
  items: readonly Item<T>[],
  rule: string,
): Field<readonly (T & { readonly raw: string; readonly evidence: readonly Evidence[] })[]> {
  if (items.length === 0) return unknown('not-found', rule);
  const fields = items.map(({ value, seen, strength }) => found(value, seen, strength, rule));
  const tokens = items.flatMap(({ seen }) => seen.tokens);
  const raw = items.map(({ seen }) => seen.raw).join('\n');
  return {
    ...found(
      fields.map(({ value, evidence }, i) => ({ ...value!, raw: items[i]!.seen.raw, evidence })),
      { raw, tokens },
      1,
      rule,
    ),
    confidence: Math.min(...fields.map(({ confidence }) => confidence)),
  };
}
