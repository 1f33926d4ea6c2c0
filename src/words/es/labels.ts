// What a person sees for codes and names of the record, in Mexican Spanish.
import type { Grade, Status } from '../../model/document.ts';
import type { JobState } from '../../ports/job-queue.ts';

export const STATUS: Record<Status | 'duplicate' | 'new', string> = {
  new: 'nuevo',
  received: 'recibido',
  processed: 'procesado',
  duplicate: 'duplicado',
  partial: 'parcial',
  failed: 'fallido',
};

export const GRADE: Record<Grade, string> = {
  excellent: 'excelente',
  good: 'buena',
  fair: 'regular',
  poor: 'mala',
};

export const FIELD: Readonly<Record<string, string>> = {
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

/** Why a field is listed for review. */
export const DOUBT = {
  'low-confidence': 'dudoso',
  contradicted: 'no coincide',
  unknown: 'sin valor',
} as const;

/** Why a field has no value; other reasons show their code. */
export const REASON: Readonly<Record<string, string>> = {
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

/** What does not fit a folder template or a manifest. */
export const MISMATCH: Readonly<Record<string, string>> = {
  'template-unmatched': 'la ruta no sigue la plantilla',
  'template-disagrees': 'los archivos del documento no dicen lo mismo',
  'row-without-file': 'renglón sin archivo',
  'row-ambiguous': 'renglón con varios archivos posibles',
  'file-without-row': 'archivo sin renglón',
  'digest-differs': 'la huella no es la del inventario',
  'rows-disagree': 'los renglones del documento no dicen lo mismo',
  'bad-cell': 'dato que no se entiende',
  'blank-not-filled': 'celda en blanco y archivo en otra carpeta: no se tomó lo del renglón de arriba',
  'filled-over-years': 'celda en blanco tomada del renglón de arriba, con fechas a años de distancia',
  'pages-missing': 'faltan páginas',
  'pages-extra': 'sobran páginas',
};

/** Flags of documents and pages; others show their code. */
export const FLAG: Readonly<Record<string, string>> = {
  'pages-missing': 'faltan páginas',
  'pages-extra': 'sobran páginas',
  'fojas-against-pages': 'las fojas no caben en las páginas',
  'fojas-against-foliation': 'las fojas no son las foliadas',
  'number-year': 'el año del número no es el de la fecha',
  'impossible-date': 'fecha imposible',
  'date-in-words': 'la fecha en número no es la fecha en letra',
  'date-outside-folder': 'fecha fuera de los años de la carpeta',
  'date-to-come': 'fecha futura',
  'stamped-before-date': 'sellado antes de su fecha',
  'number-used': 'número ya usado ese año',
  'copy-drawn': 'la copia de consulta lleva páginas redibujadas',
  'copy-incomplete': 'a la copia de consulta le faltan páginas',
  'copy-missing': 'sin copia de consulta',
  failed: 'no se pudo leer',
  'orientation-unsure': 'orientación dudosa',
  'low-confidence': 'lectura dudosa',
  'low-resolution': 'poca resolución',
  spread: 'dos páginas en una imagen',
  repeated: 'repetida',
};

/** Of a job in the queue. */
export const JOB_STATE: Record<JobState, string> = {
  waiting: 'en espera',
  active: 'en curso',
  retrying: 'reintento',
  failed: 'fallido',
};
