// Everything that the command line says to people, in Mexican Spanish.
import type { Grade, Status } from '../src/document.ts';

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
  expedienteCitado: 'Expediente',
  dependenciaEmisora: 'Dependencia',
  lugar: 'Lugar',
  destinatario: 'Destinatario',
  remitente: 'Remitente',
};

/** What to tell a person about a failure with a stable code; other codes show their English message. */
export const PROBLEM: Readonly<Record<string, string>> = {
  'path-not-found': 'No existe esa carpeta o archivo. Revise la ruta y vuelva a intentarlo.',
  'folder-unreadable':
    'No se puede leer la carpeta. Pida permiso de lectura para este usuario y repita la orden.',
  'file-unreadable': 'No se puede leer el archivo. Revise sus permisos y el disco, y repita la orden.',
  'changed-while-copying':
    'El archivo cambió mientras se copiaba. Espere a que termine de escribirse y repita la orden.',
  unsupported:
    'No es un formato de imagen admitido. Se conservó el original; entréguelo como PDF, TIFF, JPEG, PNG o WebP.',
  encrypted: 'El PDF tiene contraseña. Se conservó el original; entregue una copia sin contraseña.',
  damaged: 'El archivo está dañado. Se conservó el original; vuelva a digitalizarlo o entregue otra copia.',
  undecodable: 'La imagen está dañada o incompleta. Se conservó el original; vuelva a digitalizar la página.',
  'too-large': 'La imagen es demasiado grande. Se conservó el original; digitalice a menor resolución.',
  empty: 'El archivo está vacío. Vuelva a digitalizarlo.',
  'engine-timeout': 'La página tardó demasiado en leerse y quedó marcada para revisión.',
  'engine-failed': 'El lector de texto falló en esta página; quedó marcada para revisión.',
  'engine-crashed': 'El lector de texto falló en esta página; quedó marcada para revisión.',
  'unknown-ocr-url':
    'No existe ese lector de texto. Use --ocr tesseract-js: (el incluido) o --ocr tesseract: (el programa instalado).',
  'program-missing':
    'Falta el programa tesseract. Instálelo con la orden que se indica o use --ocr tesseract-js:, que no lo necesita.',
  'program-broken': 'El programa tesseract no funciona. Reinstálelo o use --ocr tesseract-js:.',
  'program-too-old':
    'Este tesseract es anterior a la versión 5. Instale una más nueva o indique la carpeta de modelos: --ocr tesseract:CARPETA.',
  'model-damaged': 'El modelo de lectura está dañado. Instálelo de nuevo.',
  'model-unusable': 'El modelo de lectura no se puede cargar. Instálelo de nuevo.',
  'language-missing': 'Falta el modelo de ese idioma. Instale el paquete que se indica o use -l spa.',
  'document-not-found':
    'No hay ningún documento con ese identificador en el archivo. Búsquelo con «foja list».',
  'no-archive': 'Aquí no hay ningún archivo todavía. Use «foja ingest CARPETA» o indique otro con --archive.',
  'index-outdated': 'El índice de búsqueda es de otra versión. Ejecute «foja reindex».',
  'index-damaged': 'El índice de búsqueda está dañado. Ejecute «foja reindex».',
  enospc: 'El disco está lleno. Libere espacio y repita la orden: seguirá donde se quedó.',
  eacces: 'Sin permiso para escribir o leer ahí. Pida permiso para este usuario y repita la orden.',
  erofs: 'Ese disco es de solo lectura. Elija otra carpeta con --archive.',
};

export const M = {
  batch: (s: {
    documents: number;
    processed: number;
    duplicates: number;
    partial: number;
    failed: number;
    pages: number;
    seconds: number;
  }) =>
    `${s.documents} documentos: ${s.processed} procesados, ${s.duplicates} duplicados, ${s.partial} parciales, ${s.failed} fallidos · ${s.pages} páginas en ${s.seconds.toFixed(1)} s`,
  ignored: (n: number) => `${n} archivos del sistema o enlaces pasados por alto.`,
  continued: (batch: string) => `Continúa el lote interrumpido ${batch}.`,
  pages: (n: number) => `${n} ${n === 1 ? 'página' : 'páginas'}`,
  page: (n: number) => `pág. ${n}`,
  quality: (grade: string) => `calidad ${grade}`,
  progress: (p: { done: number; total: string; perMinute: number; left: string }) =>
    `páginas ${p.done}/${p.total} · ${p.perMinute.toFixed(0)} por minuto · faltan ${p.left}`,
  interrupted: 'Interrumpido. Lo recibido está a salvo: ejecute la misma orden para continuar.',
  hits: (total: number, query: string, ms: number) =>
    `${total} ${total === 1 ? 'página' : 'páginas'} con «${query}» (${ms} ms)`,
  noHits: (query: string) =>
    `Nada con «${query}». Pruebe con menos palabras, con parte de la palabra y * o sin filtros.`,
  emptyIndex: 'El índice está vacío. Ejecute «foja ingest CARPETA» o, si ya hay un archivo, «foja reindex».',
  place: (box: { x: number; y: number; width: number; height: number }) =>
    `en ${Math.round(box.x)},${Math.round(box.y)} (${Math.round(box.width)}×${Math.round(box.height)} px)`,
  verified: (checked: number) => `${checked} digestos comprobados: todo está íntegro.`,
  fixity: { changed: 'ALTERADO', missing: 'FALTA', untracked: 'SIN REGISTRO', unreadable: 'ILEGIBLE' },
  reindexed: (documents: number, pages: number) =>
    `Índice rehecho: ${documents} documentos, ${pages} páginas.`,
  indexed: (documents: number, pages: number) => `en el índice: ${documents} documentos, ${pages} páginas`,
  resumed: (documents: number) => `${documents} documentos pendientes terminados.`,
  versions: 'Versiones',
  because: (reason: string) => `sin valor: ${reason}`,
  defect: 'Defecto de foja: repórtelo con el texto que sigue.',
  remainder: 'Los documentos no terminados se retoman con «foja resume».',
} as const;

/** Headings of the help, which commander writes in English. */
export const HELP: Readonly<Record<string, string>> = {
  'Usage:': 'Uso:',
  'Arguments:': 'Argumentos:',
  'Options:': 'Opciones:',
  'Commands:': 'Órdenes:',
  'Global Options:': 'Opciones generales:',
};

/** Usage errors, by the start of what commander says. */
export const USAGE: readonly (readonly [english: RegExp, spanish: string])[] = [
  [/^error: unknown command '(.*)'/, 'foja: no existe la orden «$1». Vea «foja --help».'],
  [/^error: missing required argument '(.*)'/, 'foja: falta «$1». Vea la ayuda de la orden con --help.'],
  [/^error: required option '(.*)' not specified/, 'foja: falta la opción $1.'],
  [/^error: unknown option '(.*)'/, 'foja: no existe la opción $1. Vea la ayuda de la orden con --help.'],
  [/^error: option '(.*)' argument missing/, 'foja: falta el valor de la opción $1.'],
  [/^error: option '(.*)' argument '(.*)' is invalid\. (.*)/, 'foja: «$2» no sirve para la opción $1: $3.'],
  [/^error: too many arguments.*/, 'foja: sobran argumentos. Vea la ayuda de la orden con --help.'],
  [/\(Did you mean (.*)\?\)/, '¿Quiso decir «$1»?'],
];
