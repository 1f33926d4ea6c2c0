import type { Scopes } from '../../../../ports/scope.ts';
import type { Filters } from '../../../../ports/search-index.ts';
import { dayRange } from '../../../../search/query/date-range.ts';
import type { Alternative, Plan } from '../../../../search/query/plan.ts';
import { dayNumber } from '../documents/documents.ts';
import { standing } from '../documents/grams.ts';
import { naming } from '../documents/names.ts';
import { readable } from '../documents/scopes.ts';
import type { Filter } from '../server/ask.ts';

/** The conditions beside the text: who asks, and what was picked. UsageError for a date that is none. */
export function narrowing({ scopes, ...filters }: Filters & { readonly scopes: Scopes }): string[] {
  const { first, last } = dayRange(filters.from, filters.to);
  return [
    ...readable(scopes),
    ...(first === undefined ? [] : [`lastDay >= ${dayNumber(first)}`]),
    ...(last === undefined ? [] : [`firstDay <= ${dayNumber(last)}`]),
    ...naming(filters),
  ];
}

/** The conditions of the plan, with only the alternatives that are at least so close; null when some clause has none. */
export function matching({ must, not }: Plan, closeness: number): readonly (readonly string[])[] | null {
  const wanted = must.map((clause) => clause.filter((alternative) => alternative.closeness >= closeness));
  if (wanted.some((clause) => clause.length === 0)) return null;
  return [
    ...wanted.map((clause) => clause.map(standingAs)),
    ...not.flat().map((alternative) => [`NOT (${standingAs(alternative)})`]),
  ];
}

/** The opposite of conditions. */
export const except = (conditions: Filter): string =>
  `NOT (${conditions.map((any) => `(${[any].flat().join(' OR ')})`).join(' AND ')})`;

const standingAs = ({ terms, prefix }: Alternative) => standing(terms, prefix);
