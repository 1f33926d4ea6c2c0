import type { Reading } from '../extraction/text/reading.ts';
import type { Fields, FurtherFields, TipoDocumental } from '../model/document.ts';
import { ccp } from './some-papers/letters/ccp.ts';
import { mesaEmisora } from './some-papers/letters/mesa-emisora.ts';
import { oficiosCitados } from './some-papers/letters/oficios-citados.ts';
import { rubrica } from './some-papers/letters/rubrica.ts';
import { seccionEmisora } from './some-papers/letters/seccion-emisora.ts';
import { sellos } from './some-papers/letters/sellos.ts';
import { domicilio } from './some-papers/permits/domicilio.ts';
import { objeto } from './some-papers/permits/objeto.ts';
import { titular } from './some-papers/permits/titular.ts';
import { vigencia } from './some-papers/permits/vigencia.ts';
import { beneficiario } from './some-papers/proofs-and-agreements/beneficiario.ts';
import { fojasDeclaradas } from './some-papers/proofs-and-agreements/fojas-declaradas.ts';
import { partes } from './some-papers/proofs-and-agreements/partes.ts';
import { asistentes } from './some-papers/sessions/asistentes.ts';
import { sesionHora } from './some-papers/sessions/sesion-hora.ts';
import { sesionNumero } from './some-papers/sessions/sesion-numero.ts';
import { sesionTipo } from './some-papers/sessions/sesion-tipo.ts';

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
      seccionEmisora: seccionEmisora(reading),
      mesaEmisora: mesaEmisora(reading),
      oficiosCitados: oficiosCitados(reading, numeroOficio.value),
      sellos: sellos(reading),
      rubrica: rubrica(reading),
    }),
    ...(!is(SIGNED_BY_ALL) && { ccp: ccp(reading) }),
    ...(is(COUNTED) && { fojasDeclaradas: fojasDeclaradas(reading) }),
    ...(is(MINUTES) && {
      sesionNumero: sesionNumero(reading),
      sesionTipo: sesionTipo(reading),
      sesionHora: sesionHora(reading),
      asistentes: asistentes(reading),
    }),
    ...(is(PERMITS) && { titular: titular(reading), objeto: objeto(reading), domicilio: domicilio(reading) }),
    ...(is(STATEMENTS) && { beneficiario: beneficiario(reading) }),
    ...(is(AGREEMENTS) && { partes: partes(reading) }),
    ...((is(PERMITS) || is(AGREEMENTS)) && { vigencia: vigencia(reading) }),
  };
  const required: readonly string[] = (tipo && REQUIRED[tipo]) ?? [];
  const kept = Object.entries(read).filter(([name, { raw }]) => raw !== null || required.includes(name));
  return Object.fromEntries(kept);
}
