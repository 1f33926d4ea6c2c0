// What the issue "Records" asks of fields.
import type { FieldsResult } from '../suites/fields.ts';

/** A floor, and where its figure stands; undefined where this run did not measure it. */
export interface FieldFloor {
  readonly what: string;
  readonly atLeast: number;
  readonly measured: (fields: FieldsResult | undefined) => number | null | undefined;
}

// F1 with perfect text, on clean scans, on damaged scans.
const FLOORS: readonly (readonly [field: string, text: number, clean: number, damaged: number])[] = [
  ['tipoDocumental', 0.99, 0.99, 0.97],
  ['numeroOficio', 0.99, 0.97, 0.9],
  ['fechaDocumento', 0.99, 0.98, 0.93],
  ['asunto', 0.98, 0.96, 0.88],
  ['expedienteCitado', 0.98, 0.96, 0.88],
  ['destinatario', 0.97, 0.95, 0.85],
  ['remitente', 0.97, 0.95, 0.85],
];

export const FIELD_FLOORS: readonly FieldFloor[] = [
  ...(['perfect text', 'clean', 'damaged'] as const).flatMap((set, i) =>
    FLOORS.map(
      ([field, ...floors]): FieldFloor => ({
        what: `F1 of ${field}, ${set}`,
        atLeast: floors[i]!,
        measured: (result) => result?.scores.find((score) => score.set === set && score.field === field)?.f1,
      }),
    ),
  ),
  ...(['clean', 'damaged'] as const).map(
    (set): FieldFloor => ({
      what: `fields given 0.9 or more that are right, ${set}`,
      atLeast: 0.95,
      measured: (result) => {
        const sure = result?.given.filter((one) => one.set === set && one.confidence >= 0.9);
        return sure && sure.length > 0 ? sure.filter(({ right }) => right).length / sure.length : undefined;
      },
    }),
  ),
];
