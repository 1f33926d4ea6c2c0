import type { SearchQuery } from '../../../ports/search-index.ts';
import { dayRange } from '../../../search/query/date-range.ts';
import { dependenciaKey } from '../../../search/query/dependencia-key.ts';
import type { Alternative, Plan } from '../../../search/query/plan.ts';
import type { Filter } from './ask.ts';
import { dayNumber } from './documents.ts';
import { quoted, standing } from './grams.ts';

/** The conditions of the query beside its text. UsageError for a date that is none. */
export function narrowing({ from, to, tipo, dependencia }: SearchQuery): Filter {
  const { first, last } = dayRange(from, to);
  return [
    ...(first === undefined ? [] : [`lastDay >= ${dayNumber(first)}`]),
    ...(last === undefined ? [] : [`firstDay <= ${dayNumber(last)}`]),
    ...(tipo === undefined ? [] : [`tipo = ${quoted(tipo)}`]),
    ...(dependencia === undefined ? [] : [`offices = ${quoted(dependenciaKey(dependencia))}`]),
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
export const except = (conditions: readonly (readonly string[])[]): string =>
  `NOT (${conditions.map((any) => `(${any.join(' OR ')})`).join(' AND ')})`;

const standingAs = ({ terms, prefix }: Alternative) => standing(terms, prefix);
