// The further fields, counted: of lists every entry counts.
import type { FurtherTruth } from '../../fixtures/layouts/layout.ts';
import type { Fields } from '../../src/model/document.ts';
import { isSimilar } from './compare.ts';

/** How many values the papers state, how many were given, and how many of these are right. */
export interface Tally {
  readonly stated: number;
  readonly given: number;
  readonly right: number;
}

const one = (truth: unknown, value: unknown, isSame: boolean): Tally => ({
  stated: truth === undefined ? 0 : 1,
  given: value === undefined || value === null ? 0 : 1,
  right: isSame ? 1 : 0,
});

function many<T, V>(
  truths: readonly T[],
  values: readonly V[],
  isSame: (truth: T, value: V) => boolean,
): Tally {
  const left = [...values];
  const right = truths.filter((truth) => {
    const at = left.findIndex((value) => isSame(truth, value));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
  return { stated: truths.length, given: values.length, right };
}

const similar = (truth: string | undefined, value: string | null | undefined): Tally =>
  one(truth, value, truth !== undefined && value != null && isSimilar(truth, value));

const exact = (truth: unknown, value: unknown): Tally =>
  one(truth, value, truth !== undefined && truth === value);

type Counted = {
  readonly [Name in keyof FurtherTruth]-?: (truth: FurtherTruth[Name], fields: Fields) => Tally;
};

const COUNTED: Counted = {
  seccionEmisora: (truth, fields) => similar(truth, fields.seccionEmisora?.value),
  mesaEmisora: (truth, fields) => similar(truth, fields.mesaEmisora?.value),
  oficiosCitados: (truth = [], fields) =>
    many(truth, fields.oficiosCitados?.value ?? [], (key, value) => key === value.key),
  ccp: (truth = [], fields) =>
    many(truth, fields.ccp?.value ?? [], (line, value) => isSimilar(line, value.raw)),
  sellos: (truth = [], fields) =>
    many(truth, fields.sellos?.value ?? [], (a, b) => a.tipo === b.tipo && a.fecha === b.fecha),
  fojasDeclaradas: (truth, fields) => exact(truth, fields.fojasDeclaradas?.value),
  sesionTipo: (truth, fields) => exact(truth, fields.sesionTipo?.value),
  sesionNumero: (truth, fields) => exact(truth, fields.sesionNumero?.value),
  sesionHora: (truth, fields) => exact(truth, fields.sesionHora?.value),
  asistentes: (truth, fields) => exact(truth, fields.asistentes?.value),
  titular: (truth, fields) => similar(truth, fields.titular?.value),
  domicilio: (truth, fields) => similar(truth, fields.domicilio?.value),
  objeto: (truth, fields) => similar(truth, fields.objeto?.value),
  vigencia: (truth, fields) => {
    const value = fields.vigencia?.value;
    return one(truth, value, truth?.desde === value?.desde && truth?.hasta === value?.hasta);
  },
  beneficiario: (truth, fields) => similar(truth, fields.beneficiario?.value),
  partes: (truth = [], fields) =>
    many(truth, fields.partes?.value ?? [], (name, value) => isSimilar(name, value.nombre)),
};

/** Every further field that the truth of this document speaks of. */
export const furtherTallies = (truth: FurtherTruth, fields: Fields): [name: string, tally: Tally][] =>
  (Object.keys(truth) as (keyof FurtherTruth)[]).map((name) => [
    name,
    (COUNTED[name] as (truth: unknown, fields: Fields) => Tally)(truth[name], fields),
  ]);
