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
  failed: 'no se pudo leer',
  'orientation-unsure': 'orientación dudosa',
  'low-confidence': 'lectura dudosa',
  'low-resolution': 'poca resolución',
  repeated: 'repetida',
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
  'bad-template': 'La plantilla de carpetas no sirve.',
  'bad-manifest':
    'El inventario no tiene un renglón de títulos que se reconozca (archivo, expediente, numero_oficio, fecha…).',
  'bad-export':
    'Pida una sola cosa: un documento (por su identificador), --inventory, --dublin-core o --ead3.',
  'bad-catalog': 'La tabla no sirve. Corrija los renglones que se indican; no se guardó nada.',
  'no-catalog':
    'El archivo no tiene todavía esa tabla. Guárdela con «foja catalog TABLA --put ARCHIVO --why MOTIVO».',
  'unknown-catalog': 'No existe esa tabla. Las que hay se enumeran enseguida.',
  'no-such-fondo': 'Ningún documento es de ese fondo. Vea los que hay con «foja list --expedientes».',
  'not-processed': 'El documento se recibió pero aún no se ha leído. Ejecute antes «foja resume».',
  'bad-assignment': 'Escriba campo=valor, por ejemplo fechaDocumento=1987-03-14.',
  'no-reason': 'Falta el motivo de la corrección: --why "qué muestra que es así".',
  'unknown-field': 'No existe ese campo. Los que hay se enumeran enseguida.',
  'bad-value-list': 'Ese campo tiene varios valores: solo se puede vaciar.',
  'bad-value-hora': 'Escriba la hora así: 17:30.',
  'bad-value-rubrica': 'Escriba las iniciales así: JLPQ/hec.',
  'bad-value-vigencia': 'Escriba sus partes: vigencia.desde=1987-01-01 o vigencia.hasta=1987-12-31.',
  'bad-value-text': 'El texto es demasiado largo: se admiten hasta 2000 caracteres.',
  'bad-value-date':
    'Esa fecha no sirve. Escriba 1987-03-14, 14/03/1987, 1987-03 o 1987; vacío si no tiene. No puede ser futura.',
  'bad-value-count': 'Escriba un número entero de 0 a 99999; vacío si no se sabe.',
  'bad-value-tipo': 'No existe ese tipo documental. Los que hay se enumeran enseguida.',
  'bad-value-numero': 'El número debe llevar alguna cifra, como SA/0123/1987; vacío o S/N si no tiene.',
  'bad-value-persona':
    'Escriba título y nombre, una coma y el cargo: "Lic. Juan Pérez, Secretario del Ayuntamiento".',
  'bad-value-lugar': 'Escriba municipio y estado: "Guadalupe, Nuevo León".',
  'document-changed': 'Alguien más cambió el documento mientras tanto. Repita la orden.',
  'no-archive': 'Aquí no hay ningún archivo todavía. Use «foja ingest CARPETA» o indique otro con --archive.',
  'index-outdated': 'El índice de búsqueda es de otra versión. Ejecute «foja reindex».',
  'index-damaged': 'El índice de búsqueda está dañado. Ejecute «foja reindex».',
  'bad-archive-url': 'Esa dirección de archivo no sirve. Escriba s3://deposito/prefijo o una carpeta.',
  'index-needed':
    'Falta decir dónde está el índice de búsqueda. Ponga FOJA_INDEX=sqlite:RUTA si solo esta máquina busca, o la dirección del servidor de búsqueda que comparten todas.',
  'no-bucket': 'No existe ese depósito en el servidor. Créelo con «foja setup».',
  's3-no-credentials':
    'Faltan las claves del servidor de objetos. Ponga AWS_ACCESS_KEY_ID y AWS_SECRET_ACCESS_KEY.',
  's3-no-region':
    'Falta la región del servidor de objetos. Ponga AWS_REGION (us-east-1 si el servidor no tiene).',
  's3-denied':
    'El servidor de objetos no da permiso. Revise las claves, el reloj de esta máquina y los permisos sobre el depósito.',
  's3-unavailable':
    'El servidor de objetos no responde. Revise AWS_ENDPOINT_URL_S3 y la red, y repita la orden: seguirá donde se quedó.',
  'store-full':
    'El servidor de objetos está lleno. Libere espacio y repita la orden: seguirá donde se quedó.',
  'store-unfit':
    'Ese servidor de objetos no sirve para escribir un archivo: con varios escritores a la vez se perderían documentos. Vea «foja setup».',
  'setup-needs-s3':
    'Una carpeta no necesita preparación. «foja setup» es para archivos en s3://deposito/prefijo.',
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
  manifestRead: (rows: number, ignored: readonly number[], unknown: readonly string[]) =>
    [
      `Inventario: ${rows} renglones.`,
      ignored.length > 0 ? `Totales o títulos repetidos en ${ignored.join(', ')}.` : '',
      unknown.length > 0 ? `Columnas que se conservan sin usarse: ${unknown.join(', ')}.` : '',
    ]
      .filter(Boolean)
      .join(' '),
  mismatch: 'no cuadra',
  mismatches: (n: number) =>
    `${n} ${n === 1 ? 'dato no cuadra' : 'datos no cuadran'} con la plantilla o el inventario.`,
  line: (n: number) => `renglón ${n}`,
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
  inventory: (rows: number, undecided: number) =>
    `${rows} ${rows === 1 ? 'expediente' : 'expedientes'}${undecided > 0 ? `; ${undecided} sin clasificación, plazo o fecha de cierre no se pueden decidir y no se incluyen` : ''}.`,
  catalogVersions: (n: number) => (n === 0 ? 'todavía no hay' : `versión ${n}`),
  catalogPut: (lines: number, version: number) => `${lines} renglones guardados: versión ${version}.`,
  counts: (c: { pages: number; fojas: number | null; pdfPages: number }) =>
    `${c.fojas === null ? 'fojas sin contar' : `fojas: ${c.fojas}`} · imágenes: ${c.pages} · páginas del PDF: ${c.pdfPages}`,
  proposals: (n: number) => (n === 0 ? 'Nada nuevo que proponer.' : `${n} formas que la lista no tiene.`),
  expediente: (e: { documents: number; pages: number; fojas: number | null }) =>
    `${e.documents} ${e.documents === 1 ? 'documento' : 'documentos'}, ${e.pages} ${e.pages === 1 ? 'página' : 'páginas'}, ${e.fojas === null ? 'fojas sin contar' : `${e.fojas} ${e.fojas === 1 ? 'foja' : 'fojas'}`}`,
  corrected: (version: number) => `Corregido: versión ${version}.`,
  unchanged: 'Sin cambios: ya estaba así.',
  setBy: (user: string, why: string) => `corregido por ${user}: ${why}`,
  stated: 'del inventario',
  insteadOf: (said: string, by: 'manifest' | 'template' | 'rule') =>
    `${{ manifest: 'el inventario dice', template: 'la carpeta dice', rule: 'la máquina leyó' }[by]} «${said}»`,
  toReview: (total: number, shown: number) =>
    total === 0
      ? 'Nada que revisar.'
      : `${total} ${total === 1 ? 'documento' : 'documentos'} por revisar${shown < total ? `; se muestran ${shown}` : ''}.`,
  reextracted: (documents: number, changed: number) =>
    `${documents} documentos revisados, ${changed} cambiaron.`,
  defect: 'Defecto de foja: repórtelo con el texto que sigue.',
  remainder: 'Los documentos no terminados se retoman con «foja resume».',
} as const;

/** What `foja setup` says of a bucket and its server. */
export const SETUP = {
  bucket: (where: string, created: boolean, server: string | null) =>
    `${where}: depósito ${created ? 'creado' : 'encontrado'}${server ? ` (servidor ${server})` : ''}`,
  checksums: (ok: boolean) =>
    ok ? 'rechaza lo que no llega con su SHA-256' : 'acepta bytes que no son los anunciados',
  creates: (small: boolean, large: boolean) => {
    if (!small) return 'de ocho que crean lo mismo a la vez ganan varios';
    return large
      ? 'de ocho que crean lo mismo a la vez gana uno'
      : 'de ocho que crean lo mismo a la vez gana uno, salvo con archivos grandes';
  },
  replaces: (ok: boolean) =>
    ok
      ? 'de ocho que reemplazan lo mismo a la vez gana uno'
      : 'de ocho que reemplazan lo mismo a la vez ganan varios',
  versioning: (on: boolean) =>
    on ? 'conserva versiones de lo que se reemplaza o borra' : 'no conserva versiones',
  worm: (
    lock: { mode: 'governance' | 'compliance'; count: number; unit: 'days' | 'years' } | null,
    proven: boolean,
  ) => {
    if (!lock) return 'no protege contra borrado (sin plazo de retención)';
    const period = `${lock.count} ${lock.unit === 'days' ? 'días' : 'años'}, modo ${lock.mode}`;
    return proven
      ? `protege contra borrado: ${period} (comprobado: se intentó borrar y lo negó)`
      : `dice proteger contra borrado (${period}), pero dejó borrar: no cuente con ello`;
  },
  work: (days: number | null) =>
    days === null
      ? 'no borra por sí solo los restos en work/'
      : `borra los restos en work/ a los ${days} días`,
  uploads: (days: number | null) =>
    days === null ? 'no acepta regla para envíos a medias' : `borra los envíos a medias a los ${days} días`,
  refused: (what: string, said: string) => `    el servidor negó «${what}»: ${said}`,
  fit: 'Este servidor sirve para guardar un archivo.',
  unfit: 'Este servidor NO sirve para escribir un archivo: solo para leerlo. Vea docs/servers.md.',
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
