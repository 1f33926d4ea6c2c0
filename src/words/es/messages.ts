// What the command line says to people, in Mexican Spanish; labels.ts and problems.ts hold the words for codes.

export const M = {
  batch: (s: {
    documents: number;
    processed: number;
    duplicates: number;
    partial: number;
    failed: number;
    queued?: number;
    pages: number;
    seconds: number;
  }) =>
    `${s.documents} documentos: ${s.queued ? `${s.queued} en la cola, ` : ''}${s.processed} procesados, ${s.duplicates} duplicados, ${s.partial} parciales, ${s.failed} fallidos · ${s.pages} páginas en ${s.seconds.toFixed(1)} s`,
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
  orElse: (other: string) => `¿o ${other}?`,
  insteadOf: (said: string, by: 'manifest' | 'template' | 'rule') =>
    `${{ manifest: 'el inventario dice', template: 'la carpeta dice', rule: 'la máquina leyó' }[by]} «${said}»`,
  toReview: (total: number, shown: number) =>
    total === 0
      ? 'Nada que revisar.'
      : `${total} ${total === 1 ? 'documento' : 'documentos'} por revisar${shown < total ? `; se muestran ${shown}` : ''}.`,
  reextracted: (documents: number, changed: number) =>
    `${documents} documentos revisados, ${changed} cambiaron.`,
  said: (words: string) => `Palabras del servidor o del sistema: ${words}`,
  queue: (c: Record<'waiting' | 'active' | 'retrying' | 'failed' | 'open' | 'workers', number>) =>
    `En espera ${c.waiting} · en curso ${c.active} · en reintento ${c.retrying} · fallidos ${c.failed} · documentos abiertos ${c.open} · trabajadores ${c.workers}`,
  wholeDocument: 'documento',
  attempts: (n: number) => `${n} ${n === 1 ? 'intento' : 'intentos'}`,
  retried: (n: number) => `${n} ${n === 1 ? 'documento vuelve' : 'documentos vuelven'} a la cola.`,
  limits: (l: { atOnce: number | null; perMinute: number | null }) =>
    `A la vez: ${l.atOnce ?? 'sin tope'} · por minuto: ${l.perMinute ?? 'sin tope'}`,
  noWorkers: 'Nadie atiende la cola todavía: inicie «foja worker» en esta u otra máquina.',
  handedOver: (n: number) => `${n} documentos pendientes puestos en la cola.`,
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

/** Other words of the help that commander writes in English. */
export const HELP_WORDS: readonly (readonly [english: RegExp, spanish: string])[] = [
  [/\[options\]/g, '[opciones]'],
  [/\[command\]/g, '[orden]'],
  [/\bchoices: /g, 'valores: '],
  [/\bdefault: /g, 'si no, '],
];

/** Usage errors, by the start of what commander says. */
export const USAGE: readonly (readonly [english: RegExp, spanish: string])[] = [
  [/^error: unknown command '(.*)'/, 'foja: no existe la orden «$1». Vea «foja --help».'],
  [/^error: missing required argument '(.*)'/, 'foja: falta «$1». Vea la ayuda de la orden con --help.'],
  [/^error: required option '(.*)' not specified/, 'foja: falta la opción $1.'],
  [/^error: unknown option '(.*)'/, 'foja: no existe la opción $1. Vea la ayuda de la orden con --help.'],
  [/^error: option '(.*)' argument missing/, 'foja: falta el valor de la opción $1.'],
  [
    /^error: option '(.*)' argument '(.*)' is invalid\. Allowed choices are (.*?)\.?$/m,
    'foja: «$2» no sirve para la opción $1: use $3.',
  ],
  [
    /^error: option '(.*)' argument '(.*)' is invalid\. (.*?)\.?$/m,
    'foja: «$2» no sirve para la opción $1: $3.',
  ],
  [/^error: too many arguments.*/, 'foja: sobran argumentos. Vea la ayuda de la orden con --help.'],
  [/\(Did you mean (.*)\?\)/, '¿Quiso decir «$1»?'],
];
