// Precision, recall and F1 of fields, and whether their confidence keeps its promise.
import type { TruthFields } from '../../fixtures/generator/types.ts';
import type { FurtherTruth } from '../../fixtures/layouts/layout.ts';
import type { Fields } from '../../src/model/document.ts';
import { CORE_FIELDS, isRight } from './compare.ts';
import { furtherTallies, type Tally } from './further.ts';

/** A document with what its fields should be. A key that is absent was not looked at; null: the paper does not state it. */
export interface FieldCase {
  readonly set: string;
  readonly id: string;
  /** What happened to the paper, where there is paper. */
  readonly damage?: string;
  readonly truth: Partial<TruthFields>;
  readonly further?: FurtherTruth;
  readonly fields: Fields;
}

/** A field over a set. Null where there is nothing to divide by. */
export interface FieldScore extends Tally {
  readonly set: string;
  readonly field: string;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

/** A value that was given: how sure the rule was, and whether it is right. */
export interface Given {
  readonly set: string;
  readonly field: string;
  readonly confidence: number;
  readonly right: boolean;
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

const scored = (set: string, field: string, { stated, given, right }: Tally): FieldScore => ({
  set,
  field,
  stated,
  given,
  right,
  precision: share(right, given),
  recall: share(right, stated),
  f1: share(2 * right, stated + given),
});

function total(tallies: readonly Tally[]): Tally {
  const sum = (of: keyof Tally) => tallies.reduce((all, tally) => all + tally[of], 0);
  return { stated: sum('stated'), given: sum('given'), right: sum('right') };
}

function tallyOf({ truth, fields }: FieldCase, name: keyof TruthFields): Tally[] {
  const expected = truth[name];
  if (expected === undefined) return [];
  const { value } = fields[name];
  const right = isRight(name, value, expected);
  return [{ stated: expected === null ? 0 : 1, given: value === null ? 0 : 1, right: right ? 1 : 0 }];
}

/** Every field of every set, the nine that all records have first. `setOf` names the group of a case. */
export function scoreFields(
  cases: readonly FieldCase[],
  setOf: (one: FieldCase) => string = ({ set }) => set,
): FieldScore[] {
  return [...Map.groupBy(cases, setOf)].flatMap(([set, all]) => {
    const core = CORE_FIELDS.map((name) =>
      scored(set, name, total(all.flatMap((one) => tallyOf(one, name)))),
    );
    const further = Map.groupBy(
      all.flatMap(({ further: truth, fields }) => (truth ? furtherTallies(truth, fields) : [])),
      ([name]) => name,
    );
    const more = [...further].map(([name, tallies]) =>
      scored(set, name, total(tallies.map(([, tally]) => tally))),
    );
    return [...core.filter(({ stated, given }) => stated + given > 0), ...more];
  });
}

/** Every value of the nine fields that was given. */
export const givenValues = (cases: readonly FieldCase[]): Given[] =>
  cases.flatMap((one) =>
    CORE_FIELDS.flatMap((field) => {
      const expected = one.truth[field];
      const { value, confidence } = one.fields[field];
      if (expected === undefined || value === null) return [];
      return [{ set: one.set, field, confidence, right: isRight(field, value, expected) }];
    }),
  );
