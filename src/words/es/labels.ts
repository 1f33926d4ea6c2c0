// What a person sees for codes and names of the record, in Mexican Spanish. Every table is complete: a code without its text does not
// compile.
import { NAMED } from '../../fields/named.ts';
import type { Grade, Status, TipoDocumental } from '../../model/document.ts';
import type { Reason } from '../../model/reasons.ts';
import type { JobState } from '../../ports/job-queue.ts';
import type { Doubt } from '../../review/doubts.ts';

/** The text of a code that comes from an archive or a queue; one that another version of foja wrote shows as it is. */
export const textOf = (texts: Readonly<Record<string, string>>, code: string): string =>
  Object.hasOwn(texts, code) ? texts[code]! : code;

export const STATUS: Readonly<Record<Status | 'duplicate' | 'new', string>> = {
  new: 'nuevo',
  received: 'recibido',
  processed: 'procesado',
  duplicate: 'duplicado',
  partial: 'parcial',
  failed: 'fallido',
};

export const GRADE: Readonly<Record<Grade, string>> = {
  excellent: 'excelente',
  good: 'buena',
  fair: 'regular',
  poor: 'mala',
};

/** Fields by name, those of the description too. */
export const FIELD: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(NAMED).map(([name, { label }]) => [name, label]),
);

export const TIPO: Readonly<Record<TipoDocumental, string>> = {
  OFICIO: 'Oficio',
  OFICIO_CIRCULAR: 'Oficio circular',
  CIRCULAR: 'Circular',
  MEMORANDUM: 'Memorándum',
  ACTA_CABILDO: 'Acta de cabildo',
  ACUERDO: 'Acuerdo',
  DICTAMEN: 'Dictamen',
  LICENCIA: 'Licencia',
  PERMISO: 'Permiso',
  CONSTANCIA: 'Constancia',
  CERTIFICADO: 'Certificado',
  CONVENIO: 'Convenio',
  CONTRATO: 'Contrato',
  ESCRITO_CIUDADANO: 'Escrito de ciudadano',
  RECIBO: 'Recibo',
  NOTIFICACION: 'Notificación',
  CARATULA: 'Carátula',
};

/** Why a field is listed for review. */
export const DOUBT: Readonly<Record<Doubt['why'], string>> = {
  'low-confidence': 'dudoso',
  contradicted: 'no coincide',
  unknown: 'sin valor',
};

/** Why a field has no value. */
export const REASON: Readonly<Record<Reason, string>> = {
  'not-found': 'no se encontró',
  'left-blank': 'está en blanco',
  'without-number': 'sin número (S/N)',
  'without-date': 'sin fecha (S/F)',
  'empty-formula': 'fórmula vacía («el que se indica»)',
  'impossible-date': 'fecha imposible',
  'digits-and-words-disagree': 'las cifras y las letras no coinciden',
  'no-year': 'sin año',
  'relative-date': 'fecha relativa',
  'several-signers': 'varias firmas',
  'not-applicable': 'no corresponde',
  'none-by-person': 'no tiene',
};

/** Of a job in the queue. */
export const JOB_STATE: Readonly<Record<JobState, string>> = {
  waiting: 'en espera',
  active: 'en curso',
  retrying: 'reintento',
  failed: 'fallido',
};
