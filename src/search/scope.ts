import type { DocumentRecord } from '../model/document.ts';
import type { Clasificacion, Scope, Scopes } from '../ports/scope.ts';
import { foldEnye } from './words/fold.ts';
import { tokensOf } from './words/tokens.ts';

/** What nobody has described or classified. */
export const NO_PLACE: Scope = { fondo: null, serie: null, clasificacion: 'sin-clasificar' };

/** Where the record says that the document lies. */
export function scopeOf({ description }: Pick<DocumentRecord, 'description'>): Scope {
  return {
    fondo: description?.fondo?.value ?? null,
    serie: description?.serie?.value ?? null,
    clasificacion: clasificacionOf(description?.acceso?.value ?? ''),
  };
}

// Of several words the most closed one holds: `pública, en parte reservada` is reservada. Public is only what says just that.
function clasificacionOf(acceso: string): Clasificacion {
  const words = tokensOf(acceso);
  if (words.some((word) => /^confidencial/.test(word))) return 'confidencial';
  if (words.some((word) => /^reservad/.test(word))) return 'reservada';
  return /^(informacion )?public[ao]$/.test(words.join(' ')) ? 'publica' : 'sin-clasificar';
}

/** Names a scope; two spellings of one place are one. */
export const scopeKey = ({ fondo, serie, clasificacion }: Scope): string =>
  [placeOf(fondo), placeOf(serie), clasificacion].join('|');

/** Whether somebody with these grants may know that a document of this scope exists. */
export function mayRead(scopes: Scopes, key: string): boolean {
  if (scopes === 'all') return true;
  const [fondo, serie, clasificacion] = key.split('|') as [string, string, Clasificacion];
  return scopes.some(
    (grant) =>
      grant.clasificaciones.includes(clasificacion) &&
      (grant.fondo === undefined || placeOf(grant.fondo) === fondo) &&
      (grant.serie === undefined || placeOf(grant.serie) === serie),
  );
}

const placeOf = (name: string | null): string => foldEnye(tokensOf(name ?? '').join(' '));
