// What a person sees for codes and names of the record, in Mexican Spanish. Every table is complete: a code without its text does not
// compile.
import type { Description, Fields, Grade, Status, TipoDocumental } from '../../model/document.ts';
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

export const FIELD: Readonly<Record<keyof Fields | keyof Description, string>> = {
  tipoDocumental: 'Tipo documental',
  numeroOficio: 'Número de oficio',
  fechaDocumento: 'Fecha',
  asunto: 'Asunto',
  expedienteCitado: 'Exp. citado',
  dependenciaEmisora: 'Dependencia',
  lugar: 'Lugar',
  destinatario: 'Destinatario',
  remitente: 'Remitente',
  seccionEmisora: 'Sección emisora',
  mesaEmisora: 'Mesa',
  oficiosCitados: 'Oficios citados',
  ccp: 'C.c.p.',
  sellos: 'Sellos',
  rubrica: 'Rúbrica',
  fojasDeclaradas: 'Fojas que declara',
  sesionNumero: 'Sesión número',
  sesionTipo: 'Tipo de sesión',
  sesionHora: 'Hora de sesión',
  asistentes: 'Asistentes',
  titular: 'Titular',
  objeto: 'Objeto',
  domicilio: 'Domicilio',
  vigencia: 'Vigencia',
  beneficiario: 'Beneficiario',
  partes: 'Partes',
  fondo: 'Fondo',
  seccion: 'Sección',
  serie: 'Serie',
  subserie: 'Subserie',
  expediente: 'Expediente',
  clave: 'Clave',
  legajo: 'Legajo',
  caja: 'Caja',
  lote: 'Lote',
  titulo: 'Título',
  contenido: 'Alcance y contenido',
  productor: 'Productor',
  fechaInicio: 'Fecha de inicio',
  fechaCierre: 'Fecha de cierre',
  fojas: 'Fojas',
  fojaInicial: 'Foja inicial',
  fojaFinal: 'Foja final',
  fojasExpediente: 'Fojas del exp.',
  soporte: 'Soporte',
  tradicion: 'Tradición',
  acceso: 'Acceso',
  ubicacion: 'Ubicación',
  observaciones: 'Observaciones',
};

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
