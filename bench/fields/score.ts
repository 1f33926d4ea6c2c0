// Precision, recall and F1 of fields, and whether their confidence keeps its promise.
import type { FurtherTruth, TruthFields } from '../../fixtures/generator/types.ts';
import { DEFINITIONS } from '../../src/fields/registry.ts';
import type { FieldName, Fields } from '../../src/model/document.ts';
import { CORE_FIELDS, isRight } from './compare.ts';
import { type Tally, tallyOf } from './tally.ts';

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

type Truth = Readonly<Partial<Record<FieldName, unknown>>>;

/** Every field of every set, in the order of the record, the nine that all records have only where there is one. */
export function scoreFields(
  cases: readonly FieldCase[],
  setOf: (one: FieldCase) => string = ({ set }) => set,
): FieldScore[] {
  return [...Map.groupBy(cases, setOf)].flatMap(([set, all]) =>
    DEFINITIONS.flatMap(([name, { papers }]) => {
      const tallies = all.flatMap(({ truth, further, fields }) => {
        const stated = ({ ...truth, ...further } as Truth)[name];
        return stated === undefined ? [] : [tallyOf(name, stated, fields[name]?.value)];
      });
      const sum = total(tallies);
      const isThere = papers === 'every' ? sum.stated + sum.given > 0 : tallies.length > 0;
      return isThere ? [scored(set, name, sum)] : [];
    }),
  );
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
