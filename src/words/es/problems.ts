// What a person is told of a failure: what happened and what to do. What it is about (a path, an id, a value) follows behind.
import type { ErrorCode } from '../../model/error-codes.ts';

const REPORT = 'Es un defecto de foja: repórtelo con este texto.';
const AGAIN = 'y repita la orden: seguirá donde se quedó.';
const RESTORE = 'Restáurelo de un respaldo; «foja verify» dice qué más cambió.';

/** Text of every code; a code without one does not compile. */
export const PROBLEM: Readonly<Record<ErrorCode, string>> = {
  // what was asked for
  'bad-archive-url': 'Esa dirección de archivo no sirve. Escriba s3://deposito/prefijo o una carpeta.',
  'bad-assignment': 'Escriba campo=valor, por ejemplo fechaDocumento=1987-03-14.',
  'bad-config': 'La dirección del archivo está vacía. Indique una carpeta con --archive o FOJA_ARCHIVE.',
  'bad-export':
    'Pida una sola cosa, en un formato que tenga: un documento (por su identificador), --inventory, --dublin-core o --ead3; si son varios archivos, en una carpeta.',
  'bad-index-url':
    'Esa dirección de índice no sirve. Escriba http://servidor:7700, o http://servidor:7700?index=nombre; la clave va en FOJA_INDEX_KEY.',
  'bad-page-timeout': 'FOJA_PAGE_TIMEOUT no es un tiempo. Escriba segundos enteros, de 1 a 86400.',
  'bad-queue-url': 'Esa dirección de cola no sirve. Escriba FOJA_QUEUE=redis://servidor:6379 o local:.',
  'bad-template': 'La plantilla de carpetas no sirve. Corrija lo que se indica.',
  'index-needed':
    'Falta decir dónde está el índice de búsqueda. Ponga FOJA_INDEX=sqlite:RUTA si solo esta máquina busca, o la dirección del servidor de búsqueda que comparten todas.',
  'invalid-date': 'Esa fecha no sirve. Escriba 1987, 1987-03 o 1987-03-14.',
  'invalid-page': 'Ese número de resultados no sirve. Escriba un entero desde 0.',
  'many-files': 'Son varios archivos y no caben en una sola salida. Indique una carpeta con -o.',
  'no-reason': 'Falta el motivo del cambio: --why "qué muestra que es así".',
  'not-available':
    'El documento no tiene esa forma: no se ha leído todavía o no se pudo leer. Véalo con «foja show».',
  'path-in-archive': 'Eso es el archivo mismo, no imágenes por recibir. Indique la carpeta de los escaneos.',
  'path-not-found': 'No existe esa carpeta o archivo. Revise la ruta y vuelva a intentarlo.',
  'port-unusable': 'No se puede escuchar en ese puerto. Elija otro con --port.',
  'queue-is-local':
    'La cola es local y solo la ve la orden que la llena. Para repartir el trabajo ponga FOJA_QUEUE=redis://servidor:6379.',
  'setup-needs-s3':
    'Una carpeta no necesita preparación. «foja setup» es para archivos en s3://deposito/prefijo.',
  'unknown-archive-url':
    'No existe ese tipo de archivo. Lo que se admite en --archive y FOJA_ARCHIVE se enumera enseguida.',
  'unknown-catalog': 'No existe esa tabla para lo que se pide. Las que hay se enumeran enseguida.',
  'unknown-field': 'No existe ese campo. Los que hay se enumeran enseguida.',
  'unknown-index-url': 'No existe ese tipo de índice. Lo que se admite en FOJA_INDEX se enumera enseguida.',
  'unknown-ocr-url':
    'No existe ese lector de texto. Lo que se admite en --ocr y FOJA_OCR se enumera enseguida.',
  'unknown-queue-url': 'No existe ese tipo de cola. Lo que se admite en FOJA_QUEUE se enumera enseguida.',

  // a value that a field does not take
  'bad-value-text': 'El texto es demasiado largo: se admiten hasta 2000 caracteres.',
  'bad-value-date':
    'Esa fecha no sirve. Escriba 1987-03-14, 14/03/1987, 1987-03 o 1987; vacío si no tiene. No puede ser futura.',
  'bad-value-hora': 'Escriba la hora así: 17:30.',
  'bad-value-count': 'Escriba un número entero de 0 a 99999; vacío si no se sabe.',
  'bad-value-tipo': 'No existe ese tipo documental. Los que hay se enumeran enseguida.',
  'bad-value-numero': 'El número debe llevar alguna cifra, como SA/0123/1987; vacío o S/N si no tiene.',
  'bad-value-persona':
    'Escriba título y nombre, una coma y el cargo: "Lic. Juan Pérez, Secretario del Ayuntamiento".',
  'bad-value-lugar': 'Escriba municipio y estado: "Guadalupe, Nuevo León".',
  'bad-value-rubrica': 'Escriba las iniciales así: JLPQ/hec.',
  'bad-value-vigencia': 'Escriba sus partes: vigencia.desde=1987-01-01 o vigencia.hasta=1987-12-31.',
  'bad-value-list': 'Ese campo tiene varios valores: solo se puede vaciar.',

  // what was delivered
  'bad-catalog': 'La tabla no sirve y no se guardó nada. Corrija lo que se indica.',
  'bad-manifest':
    'El inventario no tiene un renglón de títulos que se reconozca (archivo, expediente, numero_oficio, fecha…).',
  'bad-table':
    'El archivo no se puede leer como tabla. Ábralo en la hoja de cálculo y guárdelo otra vez como CSV.',
  'changed-while-copying':
    'El archivo cambió mientras se copiaba y no se guardó nada. Espere a que termine de escribirse y repita la orden.',
  damaged: 'El archivo está dañado. Se conservó el original; vuelva a digitalizarlo o entregue otra copia.',
  empty: 'El archivo está vacío. Vuelva a digitalizarlo.',
  encrypted:
    'El PDF está protegido con contraseña. Se conservó el original; entregue una copia sin protección.',
  'file-unreadable': 'No se puede leer el archivo. Revise sus permisos y el disco, y repita la orden.',
  'folder-unreadable':
    'No se puede leer la carpeta. Pida permiso de lectura para este usuario y repita la orden.',
  'too-large': 'La imagen es demasiado grande. Se conservó el original; digitalice a menor resolución.',
  undecodable: 'La imagen está dañada o incompleta. Se conservó el original; vuelva a digitalizar la página.',
  'unreadable-file': 'No se puede leer el PDF. Revise el disco y los permisos, y repita la orden.',
  unsupported:
    'No es un formato de imagen admitido. Se conservó el original; entréguelo como PDF, TIFF, JPEG, PNG o WebP.',
  'xfa-form':
    'Es un formulario XFA: sus páginas no están en el archivo. Se conservó el original; ábralo e imprímalo a PDF.',

  // what reads pages
  'engine-crashed': 'El lector de texto falló en esta página; quedó marcada para revisión.',
  'engine-failed': 'El lector de texto falló en esta página; quedó marcada para revisión.',
  'engine-timeout':
    'La página tardó en leerse más de lo que permite --page-timeout y quedó marcada para revisión.',
  'language-missing': 'Falta el modelo de ese idioma. Instale el paquete que se indica o use -l spa.',
  'model-damaged': 'El modelo de lectura está dañado. Instálelo de nuevo.',
  'model-unusable': 'El modelo de lectura no se puede cargar. Instálelo de nuevo.',
  'open-timeout':
    'La página tardó en abrirse más de lo que permite --page-timeout. Se conservó el original; entréguela como imagen.',
  'program-broken': 'El programa tesseract no funciona. Reinstálelo o use --ocr tesseract-js:.',
  'program-missing':
    'Falta el programa tesseract. Instálelo con la orden que se indica o use --ocr tesseract-js:, que no lo necesita.',
  'program-too-old':
    'Este tesseract es anterior a la versión 5. Instale una más nueva o indique la carpeta de modelos: --ocr tesseract:CARPETA.',
  'reader-closed': 'La lectura se detuvo antes de terminar. Repita la orden: seguirá donde se quedó.',
  'worker-lost': 'El proceso que leía esta página terminó cada vez; quedó marcada para revisión.',

  // the archive and its documents
  'bad-batch': `El reporte de un lote no se puede leer. ${RESTORE}`,
  'bad-date': `La hora de un cambio no es una fecha. ${REPORT}`,
  'bad-document-id':
    'Eso no es un identificador de documento: son 32 cifras y letras de la a a la f. Búsquelo con «foja list».',
  'bad-inventory': `El inventario OCFL de un documento está dañado. ${RESTORE}`,
  'damaged-alto': `El texto archivado de una página está dañado. ${RESTORE}`,
  'document-changed': 'Alguien más cambió el documento mientras tanto. Repita la orden.',
  'document-not-found':
    'No hay ningún documento con ese identificador en el archivo. Búsquelo con «foja list».',
  'file-changed': `Un archivo guardado ya no es el que se recibió. ${RESTORE}`,
  'file-not-found': 'El documento no tiene ese archivo. Vea lo que tiene con «foja show».',
  'foreign-archive':
    'Ahí hay algo que foja no escribió, o falta una parte de su archivo, y no se tocó nada. Restaure lo que falta o elija otro lugar con --archive.',
  'inventory-changed': `El inventario OCFL de un documento no es el que dice su huella. ${RESTORE}`,
  'inventory-lost': `Falta el inventario OCFL de un documento. Copie a su lugar el de la carpeta de la versión más alta, con su huella.`,
  'name-twice': `Dos archivos de una versión tienen el mismo nombre. ${REPORT}`,
  'no-archive': 'Aquí no hay ningún archivo todavía. Use «foja ingest CARPETA» o indique otro con --archive.',
  'no-catalog':
    'El archivo no tiene todavía esa tabla. Guárdela con «foja catalog TABLA --put ARCHIVO --why MOTIVO».',
  'no-such-fondo': 'Ningún documento es de ese fondo. Vea los que hay con «foja list --expedientes».',
  'not-processed': 'El documento se recibió pero aún no se ha leído. Ejecute antes «foja resume».',
  'version-unfinished':
    'Otro proceso está guardando una versión del documento. Repita la orden en un momento.',
  'wrong-inventory': `El inventario OCFL es de otra versión u otro documento. ${RESTORE}`,

  // where objects are stored
  'bad-key': `Ese nombre no se puede guardar en el almacén, o es demasiado largo. ${REPORT}`,
  'bad-prefix': `Ese prefijo no sirve para el almacén. ${REPORT}`,
  'changed-meanwhile': 'Otro proceso escribió lo mismo mientras tanto. Repita la orden.',
  'key-in-the-way':
    'Ahí estorba otro archivo o carpeta con ese nombre. Quítelo de la carpeta del archivo si no es de foja, y repita la orden.',
  'no-bucket': 'No existe ese depósito en el servidor. Créelo con «foja setup».',
  'no-lock': 'No se puede poner el candado del archivo. Dé a este usuario permiso de escribir ahí.',
  'no-such-object': `Falta un archivo en el almacén. ${RESTORE}`,
  's3-denied':
    'El servidor de objetos no da permiso. Revise las claves, el reloj de esta máquina y los permisos sobre el depósito.',
  's3-no-credentials':
    'Faltan las claves del servidor de objetos. Ponga AWS_ACCESS_KEY_ID y AWS_SECRET_ACCESS_KEY.',
  's3-no-region':
    'Falta la región del servidor de objetos. Ponga AWS_REGION (us-east-1 si el servidor no tiene).',
  's3-unavailable': `El servidor de objetos no responde. Revise AWS_ENDPOINT_URL_S3 y la red, ${AGAIN}`,
  'store-busy':
    'Otro proceso tiene ocupado el archivo desde hace un minuto. Vea si hay uno detenido, termínelo y repita la orden.',
  'store-full': `El servidor de objetos está lleno. Libere espacio ${AGAIN}`,
  'store-unfit':
    'Ese servidor de objetos no sirve para escribir un archivo: con varios escritores a la vez se perderían documentos. Vea «foja setup».',
  'stored-otherwise':
    'Lo que se guardó no es lo que se envió. Revise el disco o no use ese servidor, y repita la orden.',

  // what the system says of a disk
  'cannot-write': 'No se puede escribir ahí. Revise la carpeta, sus permisos y el espacio libre.',
  'disk-failed': 'El sistema no permite usar ese archivo o carpeta. Revise el disco y sus permisos.',
  eacces: 'Sin permiso para escribir o leer ahí. Pida permiso para este usuario y repita la orden.',
  edquot: `Este usuario agotó su cuota de disco. Libere espacio o amplíela ${AGAIN}`,
  eio: 'El disco reporta una falla. Revíselo antes de seguir.',
  emfile: 'Hay demasiados archivos abiertos. Suba el límite (ulimit -n) o lea menos páginas a la vez con -j.',
  enfile: 'Hay demasiados archivos abiertos en esta máquina. Lea menos páginas a la vez con -j.',
  enoent: 'Falta un archivo o una carpeta que debía estar ahí. Revise la ruta y el disco.',
  enospc: `El disco está lleno. Libere espacio ${AGAIN}`,
  eperm: 'El sistema no permite escribir o leer ahí. Pida permiso para este usuario y repita la orden.',
  erofs: 'Ese disco es de solo lectura. Elija otra carpeta con --archive.',
  exdev:
    'El archivo está repartido en varios discos. Póngalo todo en uno: sin montajes ni enlaces en sus carpetas.',

  // the queue
  'job-lost': 'La cola perdió el documento. Repita la orden o ejecute «foja resume».',
  'queue-closed': `La cola se cerró antes de terminar. Repita la orden: seguirá donde se quedó.`,
  'queue-denied': 'La cola no admite a este usuario. Revise la contraseña en FOJA_QUEUE.',
  'queue-full': 'La cola está llena. Dé más memoria o disco a Redis y repita la orden.',
  'queue-unavailable': `La cola no responde. Revise que Redis esté encendido y FOJA_QUEUE, ${AGAIN}`,

  // the search index
  'index-busy': 'Otro proceso está escribiendo en el índice de búsqueda. Repita la orden en un momento.',
  'index-closed': `El índice de búsqueda ya se había cerrado. ${REPORT}`,
  'index-damaged': 'El índice de búsqueda está dañado. Ejecute «foja reindex».',
  'index-forbidden': 'El servidor de búsqueda no admite la clave. Ponga la correcta en FOJA_INDEX_KEY.',
  'index-full': 'El servidor de búsqueda no tiene espacio. Libere disco y repita la orden.',
  'index-missing': 'El índice de búsqueda ya no está en su servidor. Ejecute «foja reindex».',
  'index-outdated': 'El índice de búsqueda es de otra versión. Ejecute «foja reindex».',
  'index-unavailable': `El servidor de búsqueda no responde. Revise que esté encendido y FOJA_INDEX, ${AGAIN}`,
  'index-unusable':
    'El índice de búsqueda no se puede usar. Revise el disco o el servidor; si no es eso, ejecute «foja reindex».',
  'not-an-index':
    'Ese archivo no es un índice de foja y no se tocó. Quítelo de ahí o elija otra ruta en FOJA_INDEX.',

  defect: 'Defecto de foja: repórtelo con el texto que sigue.',
};
