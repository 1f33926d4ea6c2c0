// The columns that archivists write (dossier §2.5, §7.5), whatever they call them.
import { isDescriptive, NAMED } from '../../fields/named.ts';
import type { Description, FieldName } from '../../model/document.ts';
import { headerKey } from '../header.ts';

/** What a column is for. */
export type Use =
  | { readonly field: FieldName }
  | { readonly description: keyof Description }
  | { readonly match: 'archivo' | 'sha256' }
  | { readonly count: 'imagenes' | 'imagenInicial' | 'imagenFinal' }
  /** Kept in the record as written, used for nothing. */
  | { readonly kept: true };

const KEPT = { kept: true } as const;

// What no field has: files, counts of pages, and what is only kept.
const FURTHER: readonly (readonly [use: Use, names: string])[] = [
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
  [
    KEPT,
    'documento no|no documento|no consecutivo|consecutivo|no|dpi|resolucion|color|operador|equipo|fecha escaneo|fecha de escaneo|fecha de digitalizacion|valor documental|vigencia at|vigencia ac|vigencia total|destino final|fundamento clasificacion|uuid|sha256 paquete|url',
  ],
];

// What no single text can say (a list, a term) cannot be taken from a cell.
const fieldUses = Object.entries(NAMED).map(([name, { kind, columns }]): readonly [Use, string] => {
  if (kind.parse === null) return [KEPT, columns];
  return [isDescriptive(name) ? { description: name } : { field: name as FieldName }, columns];
});

const USES = new Map(
  [...fieldUses, ...FURTHER].flatMap(([use, names]) =>
    names.split('|').map((name) => [headerKey(name), use]),
  ),
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
