import type { DatabaseSync } from 'node:sqlite';
import type { Scopes } from '../../../../ports/scope.ts';
import type { Filters } from '../../../../ports/search-index.ts';
import { ASKED_BY, NAMED, type Named } from '../../../../search/page/names.ts';
import { dayRange } from '../../../../search/query/date-range.ts';
import { mayRead } from '../../../../search/scope.ts';
import { spellingsOf } from '../documents/names.ts';
import type { Column, Columns } from '../segments/columns.ts';
import type { Segment } from '../segments/snapshot.ts';

/** The numbers of the scopes that somebody may read. */
export function readableScopes(database: DatabaseSync, scopes: Scopes): ReadonlySet<number> {
  const all = database.prepare('SELECT id, key FROM scopes').all();
  return new Set(all.filter(({ key }) => mayRead(scopes, String(key))).map(({ id }) => Number(id)));
}

/** What a document must be to be in an answer. */
export interface Conditions {
  readonly scopes: ReadonlySet<number>;
  readonly names: readonly (readonly [Named, ReadonlySet<number>])[];
  readonly firstDay: number | null;
  readonly lastDay: number | null;
}

/** UsageError for a date that is none. */
export function conditionsOf(
  database: DatabaseSync,
  scopes: ReadonlySet<number>,
  filters: Filters,
): Conditions {
  const { first, last } = dayRange(filters.from, filters.to);
  const day = (date: string | undefined) => (date === undefined ? null : Number(date.replaceAll('-', '')));
  const names = NAMED.flatMap((name) => {
    const asked = filters[name];
    return asked === undefined ? [] : [[name, spellingsOf(database, name, asked, ASKED_BY[name])] as const];
  });
  return { scopes, names, firstDay: day(first), lastDay: day(last) };
}

/** One for each document of the segment that may be in the answer. */
export function admitted({ columns, documents, buried }: Segment, conditions: Conditions): Uint8Array {
  const mask = new Uint8Array(documents);
  keep(mask.fill(1), columns, 'scope', conditions.scopes);
  for (const [name, numbers] of conditions.names) keep(mask, columns, name, numbers);
  const { firstDay, lastDay } = conditions;
  if (firstDay !== null || lastDay !== null)
    for (let i = 0; i < documents; i++) {
      const isUndated = columns.firstDay[i] === 0;
      if (isUndated || columns.lastDay[i]! < (firstDay ?? 0) || columns.firstDay[i]! > (lastDay ?? 99991231))
        mask[i] = 0;
    }
  for (const document of buried) mask[document] = 0;
  return mask;
}

function keep(mask: Uint8Array, columns: Columns, name: Column, numbers: ReadonlySet<number>): void {
  const values = columns[name];
  const wanted = new Uint8Array(largest(numbers) + 1);
  for (const number of numbers) wanted[number] = 1;
  for (let i = 0; i < mask.length; i++) if (wanted[values[i]!] !== 1) mask[i] = 0;
}

const largest = (numbers: ReadonlySet<number>): number => {
  let most = 0;
  for (const number of numbers) if (number > most) most = number;
  return most;
};
