// What the command line says of a failure, in Mexican Spanish.

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
  'engine-timeout':
    'La página tardó en leerse más de lo que permite --page-timeout y quedó marcada para revisión.',
  'open-timeout':
    'La página tardó en abrirse más de lo que permite --page-timeout. Se conservó el original; entréguela como imagen.',
  'engine-failed': 'El lector de texto falló en esta página; quedó marcada para revisión.',
  'engine-crashed': 'El lector de texto falló en esta página; quedó marcada para revisión.',
  'reader-closed': 'La lectura se detuvo antes de terminar. Repita la orden: seguirá donde se quedó.',
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
  'path-in-archive': 'Eso es el archivo mismo, no imágenes por recibir. Indique la carpeta de los escaneos.',
  'no-archive': 'Aquí no hay ningún archivo todavía. Use «foja ingest CARPETA» o indique otro con --archive.',
  'index-outdated': 'El índice de búsqueda es de otra versión. Ejecute «foja reindex».',
  'index-damaged': 'El índice de búsqueda está dañado. Ejecute «foja reindex».',
  'index-missing': 'El índice de búsqueda ya no está en su servidor. Ejecute «foja reindex».',
  'index-unavailable':
    'El servidor de búsqueda no responde. Revise que esté encendido y FOJA_INDEX, y repita la orden: seguirá donde se quedó.',
  'index-forbidden': 'El servidor de búsqueda no admite la clave. Ponga la correcta en FOJA_INDEX_KEY.',
  'index-full': 'El servidor de búsqueda no tiene espacio. Libere disco y repita la orden.',
  'bad-index-url':
    'Esa dirección de índice no sirve. Escriba http://servidor:7700, o http://servidor:7700?index=nombre; la clave va en FOJA_INDEX_KEY.',
  'unknown-index-url': 'No existe ese tipo de índice. Use FOJA_INDEX=sqlite:RUTA o http://servidor:7700.',
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
  'bad-queue-url': 'Esa dirección de cola no sirve. Escriba FOJA_QUEUE=redis://servidor:6379 o local:.',
  'unknown-queue-url': 'No existe ese tipo de cola. Use FOJA_QUEUE=redis://servidor:6379 o local:.',
  'queue-is-local':
    'La cola es local y solo la ve la orden que la llena. Para repartir el trabajo ponga FOJA_QUEUE=redis://servidor:6379.',
  'queue-unavailable':
    'La cola no responde. Revise que Redis esté encendido y FOJA_QUEUE, y repita la orden: seguirá donde se quedó.',
  'queue-denied': 'La cola no admite a este usuario. Revise la contraseña en FOJA_QUEUE.',
  'queue-full': 'La cola está llena. Dé más memoria o disco a Redis y repita la orden.',
  'job-lost': 'La cola perdió el documento. Repita la orden o ejecute «foja resume».',
  'worker-lost': 'El proceso que leía esta página terminó cada vez; quedó marcada para revisión.',
  'port-unusable': 'No se puede escuchar en ese puerto. Elija otro con --port.',
  enospc: 'El disco está lleno. Libere espacio y repita la orden: seguirá donde se quedó.',
  eacces: 'Sin permiso para escribir o leer ahí. Pida permiso para este usuario y repita la orden.',
  erofs: 'Ese disco es de solo lectura. Elija otra carpeta con --archive.',
};
