import type { Alternative, Plan } from '../../../search/query/plan.ts';

/**
 * The plan as an FTS5 expression, with only the alternatives that are at least so close. Every term is quoted,
 * so nothing that a person typed is syntax. Null when some clause has no such alternative.
 */
export function ftsExpression({ must, not }: Plan, closeness: number): string | null {
  const wanted = must.map((clause) => clause.filter((alternative) => alternative.closeness >= closeness));
  if (wanted.length === 0 || wanted.some((clause) => clause.length === 0)) return null;
  const all = wanted.map(anyOf).join(' AND ');
  return not.length === 0 ? all : `(${all}) NOT (${not.map(anyOf).join(' OR ')})`;
}

/** A run of terms, side by side. */
export const ftsPhrase = (terms: readonly string[]): string => `"${terms.join(' ')}"`;

const anyOf = (clause: readonly Alternative[]) =>
  `(${clause.map(({ terms, prefix }) => ftsPhrase(terms) + (prefix ? ' *' : '')).join(' OR ')})`;
