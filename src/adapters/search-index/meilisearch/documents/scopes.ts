import type { Grant, Scope, Scopes } from '../../../../ports/scope.ts';
import { scopeKey } from '../../../../search/scope.ts';
import { fitting, quoted } from './value.ts';

// No fondo or serie is spelled so: keys have no signs.
const ANY = '*';

/** All that a grant may say to let somebody read this: with its fondo and serie or without. */
export function scopesOf(scope: Scope): string[] {
  const [fondo, serie, clasificacion] = parts(scope);
  return [ANY, fondo].flatMap((f) => [ANY, serie].map((s) => value(f, s, clasificacion)));
}

/** The conditions that keep to what somebody may read. */
export const readable = (scopes: Scopes): string[] =>
  scopes === 'all' ? [] : [`scopes IN [${scopes.flatMap(valuesOf).map(quoted).join(', ')}]`];

const valuesOf = ({ clasificaciones, ...grant }: Grant): string[] =>
  clasificaciones.map((clasificacion) => {
    const [fondo, serie] = parts({ fondo: grant.fondo ?? null, serie: grant.serie ?? null, clasificacion });
    return value(
      grant.fondo === undefined ? ANY : fondo,
      grant.serie === undefined ? ANY : serie,
      clasificacion,
    );
  });

const parts = (scope: Scope) => scopeKey(scope).split('|') as [fondo: string, serie: string, level: string];

const value = (fondo: string, serie: string, level: string): string => fitting(`${fondo}|${serie}|${level}`);
