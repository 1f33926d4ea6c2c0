// When a value is right: the rules that docs/bench.md states.

import type { TruthFields } from '../../fixtures/generator/types.ts';
import type { Fields, Lugar, NumeroOficio, Persona } from '../../src/model/document.ts';
import { editDistance } from '../measure/levenshtein.ts';

// The issue's own measure for text that a person would accept.
const SIMILAR = 0.9;

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether two texts are as good as the same: accents, case and signs aside, nine letters in ten. */
export function isSimilar(a: string, b: string): boolean {
  const [one, other] = [plain(a), plain(b)];
  const longest = Math.max(one.length, other.length);
  return longest === 0 || 1 - editDistance([...one], [...other]) / longest >= SIMILAR;
}

const samePart = (a: string | null, b: string | null): boolean =>
  a === null || b === null ? a === b : isSimilar(a, b);

/** Name and post; the title before a name is no part of the measure. */
export const samePersona = (a: Persona, b: Persona): boolean =>
  samePart(a.nombre, b.nombre) && samePart(a.cargo, b.cargo);

const sameKey = (a: NumeroOficio, b: NumeroOficio): boolean => a.key.toUpperCase() === b.key.toUpperCase();

const sameCode = (a: string, b: string): boolean =>
  a.replace(/\s/g, '').toUpperCase() === b.replace(/\s/g, '').toUpperCase();

const sameLugar = (a: Lugar, b: Lugar): boolean =>
  plain(a.municipio) === plain(b.municipio) && plain(a.entidad) === plain(b.entidad);

/** The nine fields that every record has. */
export type CoreField = keyof TruthFields;

type Same = {
  readonly [Name in CoreField]: (
    a: NonNullable<Fields[Name]['value']>,
    b: NonNullable<Fields[Name]['value']>,
  ) => boolean;
};

const SAME: Same = {
  tipoDocumental: (a, b) => a === b,
  numeroOficio: sameKey,
  fechaDocumento: (a, b) => a === b,
  asunto: isSimilar,
  expedienteCitado: sameCode,
  dependenciaEmisora: isSimilar,
  lugar: sameLugar,
  destinatario: samePersona,
  remitente: samePersona,
};

export const CORE_FIELDS = Object.keys(SAME) as CoreField[];

/** Whether a field's value is what the paper states; both must be there. */
export function isRight(name: CoreField, value: unknown, truth: unknown): boolean {
  if (value === null || truth === null) return false;
  return (SAME[name] as (a: unknown, b: unknown) => boolean)(value, truth);
}
