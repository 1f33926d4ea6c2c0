import type { Fields, FurtherFields, TipoDocumental } from '../../model/document.ts';
import type { Reading } from '../text/reading.ts';
import { beneficiario } from './beneficiary.ts';
import { oficiosCitados } from './cited.ts';
import { copias } from './copies.ts';
import { cuadroRow } from './cuadro.ts';
import { rubrica } from './initials.ts';
import { partes } from './parties.ts';
import { domicilio, objeto, titular, vigencia } from './permit.ts';
import { sellos } from './seals.ts';
import { sessionOf } from './session.ts';
import { fojasDeclaradas } from './sheets-stated.ts';

type Kinds = ReadonlySet<TipoDocumental>;
const MINUTES: Kinds = new Set(['ACTA_CABILDO']);
const PERMITS: Kinds = new Set(['LICENCIA', 'PERMISO']);
const STATEMENTS: Kinds = new Set(['CONSTANCIA', 'CERTIFICADO']);
const AGREEMENTS: Kinds = new Set(['CONVENIO', 'CONTRATO']);
// Below their signatures come more signatures.
const SIGNED_BY_ALL: Kinds = new Set(['ACTA_CABILDO', 'CONVENIO', 'CONTRATO', 'CARATULA']);
// Elsewhere a count of sheets is that of a paper which is sent along.
const COUNTED: Kinds = new Set([
  'CONSTANCIA',
  'CERTIFICADO',
  'CONVENIO',
  'CONTRATO',
  'CARATULA',
  'ACTA_CABILDO',
]);

// What a paper of the kind must state: where it was not read, that is a doubt.
const REQUIRED: Readonly<Partial<Record<TipoDocumental, readonly (keyof FurtherFields)[]>>> = {
  ACTA_CABILDO: ['sesionNumero', 'sesionHora'],
  LICENCIA: ['titular', 'objeto', 'domicilio', 'vigencia'],
  PERMISO: ['titular', 'objeto', 'domicilio', 'vigencia'],
  CONVENIO: ['partes'],
  CONTRATO: ['partes'],
};

/** What only some papers state. Absent: there is none; null with a reason: a paper of this kind states it, and it was not read. */
export function furtherFields(
  reading: Reading,
  { tipoDocumental, numeroOficio }: Pick<Fields, 'tipoDocumental' | 'numeroOficio'>,
): Partial<FurtherFields> {
  const tipo = tipoDocumental.value;
  const is = (kinds: Kinds) => tipo !== null && kinds.has(tipo);
  const read: Partial<FurtherFields> = {
    ...(tipo !== 'CARATULA' && {
      seccionEmisora: cuadroRow(reading, 'seccion'),
      mesaEmisora: cuadroRow(reading, 'mesa'),
      oficiosCitados: oficiosCitados(reading, numeroOficio.value),
      sellos: sellos(reading),
      rubrica: rubrica(reading),
    }),
    ...(!is(SIGNED_BY_ALL) && { ccp: copias(reading) }),
    ...(is(COUNTED) && { fojasDeclaradas: fojasDeclaradas(reading) }),
    ...(is(MINUTES) && sessionOf(reading)),
    ...(is(PERMITS) && { titular: titular(reading), objeto: objeto(reading), domicilio: domicilio(reading) }),
    ...(is(STATEMENTS) && { beneficiario: beneficiario(reading) }),
    ...(is(AGREEMENTS) && { partes: partes(reading) }),
    ...((is(PERMITS) || is(AGREEMENTS)) && { vigencia: vigencia(reading) }),
  };
  const required: readonly string[] = (tipo && REQUIRED[tipo]) ?? [];
  const kept = Object.entries(read).filter(([name, { raw }]) => raw !== null || required.includes(name));
  return Object.fromEntries(kept);
}
