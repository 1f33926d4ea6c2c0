import { percent, type Table } from '../table.ts';
import { CORE_FIELDS } from './compare.ts';
import type { FieldScore, Given } from './score.ts';

/** One row a set and field. */
export const fieldTable = (scores: readonly FieldScore[]): Table => ({
  title: 'Fields',
  note: 'Stated: values on the papers; given: values that the rules gave; of lists every entry counts. Names, posts, subjects and offices are right when nine letters in ten are; numbers, files and days when all are.',
  labels: 2,
  columns: ['set', 'field', 'stated', 'given', 'precision', 'recall', 'F1'],
  rows: scores.map(({ set, field, stated, given, precision, recall, f1 }) => [
    set,
    field,
    String(stated),
    String(given),
    percent(precision),
    percent(recall),
    percent(f1),
  ]),
});

/** F1 by what happened to the paper. */
export function damageTable(scores: readonly FieldScore[]): Table {
  const damages = [...new Set(scores.map(({ set }) => set))];
  return {
    title: 'Fields, F1 by damage',
    note: 'Few papers a damage: a single value moves these by several points.',
    columns: ['damage', ...CORE_FIELDS],
    rows: damages.map((damage) => [
      damage,
      ...CORE_FIELDS.map((name) =>
        percent(scores.find(({ set, field }) => set === damage && field === name)?.f1 ?? null, 0),
      ),
    ]),
  };
}

const BINS = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.001] as const;

/** Of the values given with so much confidence, how many are right. */
export function calibrationTable(given: readonly Given[]): Table {
  const sets = [...new Set(given.map(({ set }) => set))];
  const row = (set: string, from: number, to: number, label: string) => {
    const some = given.filter((one) => one.set === set && one.confidence >= from && one.confidence < to);
    const right = some.filter((one) => one.right).length;
    return [set, label, String(some.length), percent(some.length === 0 ? null : right / some.length)];
  };
  return {
    title: 'Fields, calibration of confidence',
    note: 'The nine fields that every record has. Of those given 0.90 or more, 95 % must be right.',
    labels: 2,
    columns: ['set', 'confidence', 'given', 'right'],
    rows: sets.flatMap((set) => [
      ...BINS.slice(0, -1).map((from, i) => {
        const to = BINS[i + 1]!;
        return row(set, from, to, `${from.toFixed(2)}…${Math.min(1, to).toFixed(2)}`);
      }),
      row(set, 0.9, 2, '≥ 0.90'),
    ]),
  };
}
