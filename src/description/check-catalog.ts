import type { Catalog } from '../archive/catalogs.ts';
import { readAuthorities } from './authority.ts';
import { readClassification } from './classification/read.ts';

/** Reads a table before the archive keeps it; how many lines it has. InputError says what is wrong with it. */
export function checkCatalog(catalog: Catalog, name: string, bytes: Uint8Array): number {
  return catalog === 'clasificacion'
    ? readClassification(name, bytes).length
    : readAuthorities(name, bytes).length;
}
