// What does not fit, is odd or is wrong, in Mexican Spanish. The values as found follow behind a colon; where there are two, what each
// is stands in brackets in their order: `faltan páginas (en el inventario / halladas): 4 / 3`.
import type { PageFlag } from '../../model/document.ts';
import type { FaultCode } from '../../model/faults.ts';
import type { FlagCode } from '../../model/flags.ts';
import type { MismatchCode } from '../../model/mismatch.ts';

const PAGES = {
  'pages-missing': 'faltan páginas (en el inventario / halladas)',
  'pages-extra': 'sobran páginas (en el inventario / halladas)',
};

/** What does not fit together in a document. */
export const FLAG: Readonly<Record<FlagCode, string>> = {
  ...PAGES,
  'fojas-against-pages': 'las fojas no caben en las páginas (fojas / páginas)',
  'fojas-against-foliation': 'las fojas no son las foliadas (fojas / foliadas)',
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
};

/** What is odd about a page. */
export const PAGE_FLAG: Readonly<Record<PageFlag, string>> = {
  blank: 'en blanco',
  repeated: 'repetida',
  failed: 'no se pudo leer',
  mirrored: 'en espejo',
  'orientation-unsure': 'orientación dudosa',
  'low-resolution': 'poca resolución',
  'low-confidence': 'lectura dudosa',
  'text-layer': 'texto del propio PDF',
  'text-layer-redone': 'texto del PDF descartado y leído de nuevo',
  curved: 'renglones curvos',
  spread: 'dos páginas en una imagen',
  'dark-border': 'borde oscuro',
};

/** What does not fit a folder template or a manifest. */
export const MISMATCH: Readonly<Record<MismatchCode, string>> = {
  ...PAGES,
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
};

/** What is wrong with a template or a table that a person wrote. */
export const FAULT: Readonly<Record<FaultCode, string>> = {
  'brace-alone': 'hay una llave sin su pareja',
  'nothing-between': 'entre ese nombre y el anterior falta un signo o una palabra que los separe',
  'names-nothing': 'no nombra nada: escriba al menos un nombre entre llaves, como {expediente}',
  'no-such-name': 'no existe ese nombre; use uno de los que siguen a la flecha',
  'named-twice': 'ese nombre está dos veces',
  'no-such-type': 'después de los dos puntos se admite int, anio, un conjunto como [rv]? o palabras como a|b',
  'cell-missing': 'falta',
  'no-date': 'no es una fecha',
  'no-years': 'no es un número de años',
  'no-such-level': 'no existe ese nivel; use uno de los que siguen a la flecha',
  'no-such-end': 'no es un destino final: baja, conservación permanente o muestreo',
  'no-parent': 'no está en la tabla la clave de la que depende',
  'twice-at-once': 'la clave está dos veces para el mismo tiempo',
};
