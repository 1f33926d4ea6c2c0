import type { FieldName } from '../../src/model/document.ts';
import { isRight } from './compare.ts';

/** How many values the papers state, how many were given, and how many of these are right. */
export interface Tally {
  readonly stated: number;
  readonly given: number;
  readonly right: number;
}

/** Counts a field of a document; of a list every entry. */
export function tallyOf(name: FieldName, truth: unknown, value: unknown): Tally {
  const [truths, values] = [entriesOf(truth), entriesOf(value)];
  const left = [...values];
  const right = truths.filter((one) => {
    const at = left.findIndex((other) => isRight(name, other, one));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return { stated: truths.length, given: values.length, right: right.length };
}

function entriesOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === null || value === undefined ? [] : [value];
}
