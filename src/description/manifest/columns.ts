// The columns that archivists write (dossier §2.5, §7.5), whatever they call them.
import type { Description, Fields } from '../../model/document.ts';
import { headerKey } from '../header.ts';

/** What a column is for. */
export type Use =
  | { readonly field: keyof Fields }
  | { readonly description: keyof Description }
  | { readonly match: 'archivo' | 'sha256' }
  | { readonly count: 'imagenes' | 'imagenInicial' | 'imagenFinal' }
  /** Kept in the record as written, used for nothing. */
  | { readonly kept: true };

const KEPT = { kept: true } as const;

const COLUMNS: readonly (readonly [use: Use, names: string])[] = [
  [
    { match: 'archivo' },
    'archivo|nombre de archivo|nombre del archivo|archivo digital|fichero|file|filename|ruta|ruta del archivo|ruta de archivo',
  ],
  [{ match: 'sha256' }, 'sha256|sha-256|hash|huella|sha256 archivo'],
  [
    { count: 'imagenes' },
    'imagenes|no imagenes|num imagenes|numero de imagenes|total de imagenes|total imagenes|paginas|no paginas|numero de paginas|total de paginas',
  ],
  [{ count: 'imagenInicial' }, 'imagen inicial|imagen inicio|img inicial'],
  [{ count: 'imagenFinal' }, 'imagen final|imagen fin|img final'],
  [{ field: 'tipoDocumental' }, 'tipo|tipo documental|tipo de documento|tipologia|tipologia documental'],
  [
    { field: 'numeroOficio' },
    'numero oficio|numero de oficio|no oficio|no de oficio|num oficio|num de oficio|n oficio|oficio|oficio no',
  ],
  [
    { field: 'fechaDocumento' },
    'fecha|fecha documento|fecha del documento|fecha de documento|fecha oficio|fecha del oficio',
  ],
  [{ field: 'asunto' }, 'asunto|tema'],
  [{ field: 'remitente' }, 'remitente|de|firma|firmante|suscribe|quien firma'],
  [{ field: 'destinatario' }, 'destinatario|para|dirigido a|a quien se dirige'],
  [{ field: 'dependenciaEmisora' }, 'dependencia|dependencia emisora|dependencia remitente|unidad emisora'],
  [{ field: 'lugar' }, 'lugar|lugar de expedicion|municipio y estado'],
  [{ description: 'lote' }, 'lote|no lote|numero de lote'],
  [{ description: 'fondo' }, 'fondo|clave fondo|fondo documental'],
  [{ description: 'seccion' }, 'seccion|clave seccion|seccion clave y nombre'],
  [{ description: 'serie' }, 'serie|clave serie|serie documental|serie clave y nombre'],
  [{ description: 'subserie' }, 'subserie|clave subserie|subserie documental'],
  [{ description: 'caja' }, 'caja|no caja|no de caja|num caja|numero caja|numero de caja'],
  [
    { description: 'expediente' },
    'expediente|exp|no expediente|no de expediente|no exp|num exp|num expediente|numero expediente|numero de expediente',
  ],
  [{ description: 'legajo' }, 'legajo|legajos|no legajo|numero de legajo|numero de legajos'],
  [
    { description: 'clave' },
    'clave|clave clasificacion|clave de clasificacion|codigo de clasificacion|codigo de clasificacion archivistica|clave de clasificacion archivistica|clasificacion archivistica|codigo|codigo de referencia',
  ],
  [{ description: 'titulo' }, 'titulo|titulo del expediente|nombre del expediente|nombre expediente'],
  [{ description: 'contenido' }, 'descripcion|alcance y contenido|contenido|descripcion del expediente'],
  [
    { description: 'productor' },
    'productor|area productora|unidad productora|unidad administrativa|area generadora',
  ],
  [
    { description: 'fechaInicio' },
    'fecha inicio|fecha de inicio|fecha inicial|fecha apertura|fecha de apertura|fecha extrema inicial',
  ],
  [
    { description: 'fechaCierre' },
    'fecha cierre|fecha de cierre|fecha final|fecha termino|fecha de termino|fecha extrema final',
  ],
  [
    { description: 'fojas' },
    'fojas|no fojas|no de fojas|num fojas|numero fojas|numero de fojas|total fojas|total de fojas|fojas utiles|total de fojas utiles|hojas|numero de hojas',
  ],
  [{ description: 'fojaInicial' }, 'foja inicial|foja inicio|folio inicial'],
  [{ description: 'fojaFinal' }, 'foja final|foja fin|folio final'],
  [{ description: 'soporte' }, 'soporte|soporte documental'],
  [{ description: 'tradicion' }, 'tradicion|tradicion documental|original o copia'],
  [
    { description: 'acceso' },
    'caracter informacion|caracter de la informacion|clasificacion de la informacion|condiciones de acceso|acceso',
  ],
  [{ description: 'ubicacion' }, 'ubicacion|ubicacion topografica|ubicacion fisica|signatura topografica'],
  [{ description: 'observaciones' }, 'observaciones|observacion|notas|comentarios'],
  [
    KEPT,
    'documento no|no documento|no consecutivo|consecutivo|no|dpi|resolucion|color|operador|equipo|fecha escaneo|fecha de escaneo|fecha de digitalizacion|valor documental|vigencia at|vigencia ac|vigencia total|destino final|fundamento clasificacion|uuid|sha256 paquete|url',
  ],
];

const USES = new Map(
  COLUMNS.flatMap(([use, names]) => names.split('|').map((name) => [headerKey(name), use])),
);

/** What a column with this header is for; null for one that foja does not know. */
export function useOf(header: string): Use | null {
  const key = headerKey(header);
  // `Nº`, `Núm.`, `#` before the noun say no more than `No.`
  const plain = key.replace(
    /^(?:num|nro|n)(?=(?:de)?(?:oficio|expediente|exp|caja|fojas|legajo|lote|imagenes))/,
    'no',
  );
  return USES.get(key) ?? USES.get(plain) ?? null;
}

/** What a column fills, as one word. */
export function nameOf(use: Use): string {
  if ('field' in use) return use.field;
  if ('description' in use) return use.description;
  if ('match' in use) return use.match;
  return 'count' in use ? use.count : '';
}
