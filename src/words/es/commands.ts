// Help of the commands, in Mexican Spanish: each option and argument as it is typed, and what it is for.
import { PAGE_SECONDS } from '../../config.ts';

/** Of the program itself. */
export const PROGRAM = {
  about: 'Convierte un archivo municipal en papel en uno confiable, consultable y certificable.',
  version: ['-V, --version', 'muestra la versión'],
  help: ['-h, --help', 'muestra esta ayuda'],
  helpCommand: ['help [orden]', 'muestra la ayuda de una orden'],
} as const;

/** Of each command; `shared`: of several. */
export const COMMANDS = {
  catalog: {
    about: 'muestra o cambia las tablas del archivo: clasificación, dependencias…',
    tabla: ['[tabla]', 'clasificacion, dependencias, funcionarios, lugares; sin tabla, las enumera'],
    put: ['--put <archivo>', 'CSV que la sustituye; las versiones anteriores se conservan'],
    why: ['--why <motivo>', 'por qué se cambia'],
    propose: ['--propose', 'nombres leídos en los documentos que la lista no tiene, como CSV para añadir'],
  },
  export: {
    about: 'entrega un documento, un inventario, Dublin Core o un fondo en EAD3',
    id: ['[id]', 'identificador del documento'],
    format: ['--format <formato>', 'de un documento (si no, text) o de un inventario (si no, csv)'],
    inventory: ['--inventory <clase>', 'inventario por expediente'],
    dublinCore: ['--dublin-core', 'el documento, o todos, en Dublin Core'],
    ead3: ['--ead3 <fondo>', 'un fondo en EAD3'],
    fondo: ['--fondo <fondo>', 'solo los expedientes de este fondo'],
    at: ['--at <día>', 'día en que se cuentan los plazos'],
    delimiter: ['--delimiter <signo>', 'separador del CSV: , ; o tab'],
    agency: ['--agency <nombre>', 'institución que custodia el archivo, para EAD3'],
    output: ['-o, --output <ruta>', 'archivo o carpeta de salida; - es la salida estándar'],
    anyArchive: 'Archivo municipal',
    notADay: 'escriba un día como 2026-01-31',
    notADelimiter: 'escriba , ; o tab',
  },
  ingest: {
    about: 'recibe carpetas de imágenes digitalizadas y las procesa',
    ruta: ['<ruta...>', 'carpetas o archivos'],
    eachFile: [
      '--each-file',
      'cada archivo es un documento (si no, las imágenes sueltas de una carpeta forman uno)',
    ],
    template: [
      '--template <plantilla>',
      'qué dicen carpetas y nombres, p. ej. "{fondo}/{serie}/EXP-{expediente:int}/{imagen:int}{cara:[rv]?}.{ext}"',
    ],
    manifest: ['--manifest <archivo>', 'inventario en CSV que acompaña a las imágenes'],
    wait: ['--no-wait', 'entrega a la cola y termina; los trabajadores leen después'],
    urgent: ['--urgent', 'va antes que lo que otros han entregado a la cola'],
    dryRun: ['--dry-run', 'dice qué haría, sin recibir nada'],
  },
  jobs: {
    about: 'muestra la cola: lo que espera, lo que se lee y lo que falló',
    state: ['--state <estado>', 'solo los de este estado'],
    limit: ['--limit <n>', 'cuántos de cada estado'],
    id: ['[id...]', 'identificadores de documento'],
    atOnce: ['--at-once <n>', 'trabajos a la vez; none quita el tope'],
    perMinute: ['--per-minute <n>', 'trabajos por minuto; none quita el tope'],
    retryAbout: 'da otro turno a los documentos fallidos: a los nombrados o a todos',
    limitAbout: 'pone un tope a todos los trabajadores juntos',
    notALimit: 'escriba un número entero desde 1, o none',
  },
  list: {
    about: 'enumera los documentos',
    status: ['--status <estado>', 'solo los de este estado'],
    expediente: ['--expediente <n>', 'solo los de este expediente'],
    fondo: ['--fondo <fondo>', 'solo los de este fondo'],
    serie: ['--serie <serie>', 'solo los de esta serie'],
    expedientes: ['--expedientes', 'enumera expedientes en lugar de documentos'],
  },
  reextract: {
    about: 'vuelve a sacar los campos con las reglas de esta versión; respeta lo corregido',
    id: ['[id...]', 'solo estos documentos'],
  },
  reindex: {
    about: 'rehace el índice de búsqueda a partir del archivo',
  },
  resume: {
    about: 'termina los documentos recibidos que quedaron sin procesar',
    wait: ['--no-wait', 'los entrega a la cola y termina; los trabajadores los leen después'],
  },
  review: {
    about: 'enumera lo que hay que revisar, lo peor primero',
    id: ['[id...]', 'solo estos documentos'],
    limit: ['--limit <n>', 'cuántos documentos'],
    crops: ['--crops <carpeta>', 'escribe ahí el recorte de cada campo dudoso, en PNG'],
  },
  search: {
    about: 'busca palabras, nombres o números en las páginas',
    consulta: [
      '[consulta...]',
      'palabras; "entre comillas" es una frase; lic* es el comienzo de una palabra',
    ],
    from: ['--from <fecha>', 'desde (1987, 1987-03 o 1987-03-14)'],
    to: ['--to <fecha>', 'hasta, inclusive'],
    dependencia: ['--dependencia <nombre>', 'solo de esta dependencia'],
    tipo: ['--tipo <tipo>', 'solo de este tipo documental, p. ej. OFICIO'],
    limit: ['--limit <n>', 'cuántos resultados'],
    offset: ['--offset <n>', 'a partir de cuál'],
    notADate: 'escriba 1987, 1987-03 o 1987-03-14',
  },
  set: {
    about: 'corrige campos de un documento; conserva lo que leyó la máquina',
    id: ['<id>', 'identificador del documento'],
    campo: [
      '<campo=valor...>',
      'p. ej. fechaDocumento=1987-03-14 o remitente.cargo="Síndico"; vacío: no tiene',
    ],
    why: ['--why <motivo>', 'por qué; queda en la historia del documento'],
  },
  setup: {
    about: 'prepara el depósito de un archivo en S3 y dice qué ofrece su servidor',
    retain: ['--retain <plazo>', 'nadie puede borrar ni cambiar lo guardado: días o años, p. ej. 365d o 10y'],
    mode: ['--mode <modo>', 'governance: quien tiene permiso puede levantarlo; compliance: nadie'],
    notATerm: 'escriba un número de días o de años, como 365d o 10y',
  },
  show: {
    about: 'muestra el expediente de un documento: campos, páginas y versiones',
    id: ['<id>', 'identificador del documento'],
  },
  status: {
    about: 'cuenta los documentos por estado',
  },
  verify: {
    about: 'vuelve a leer el archivo y comprueba cada digesto',
    id: ['[id]', 'solo este documento'],
  },
  worker: {
    about: 'lee las páginas que otros ponen en la cola',
    concurrency: ['--concurrency <n>', 'páginas a la vez (lo mismo que --jobs)'],
    port: ['--port <n>', 'puerto de /healthz, /readyz y /metrics; 0 es cualquiera libre'],
    host: ['--host <dirección>', 'dónde escucha; 0.0.0.0 es en toda la red'],
    board: ['--board', 'muestra la cola en /jobs del mismo puerto (sin contraseña: no la abra a la red)'],
  },
  shared: {
    archive: ['--archive <url>', 'carpeta del archivo (FOJA_ARCHIVE; si no, ./archivo)'],
    json: ['--json', 'imprime JSON, un valor por línea'],
    language: ['-l, --language <idiomas>', 'idiomas del texto, p. ej. spa+eng'],
    ocr: ['--ocr <url>', 'lector: tesseract-js: o tesseract:, con o sin carpeta de modelos (FOJA_OCR)'],
    jobs: ['-j, --jobs <n>', 'páginas a la vez'],
    pageTimeout: [
      '--page-timeout <segundos>',
      `lo más que puede tardar una página (FOJA_PAGE_TIMEOUT; si no, ${PAGE_SECONDS})`,
    ],
    notALanguage: 'escriba códigos como spa o spa+eng',
    notACount: 'escriba un número entero de 0 a 10000',
    notPages: 'escriba un número entero de 1 a 256',
    notSeconds: 'escriba segundos enteros, de 1 a 86400',
    notAPort: 'escriba un número entero de 0 a 65535',
  },
} as const;
