import type { DatabaseSync } from 'node:sqlite';
import { FACETS, type Facets } from '../../../../ports/search-index.ts';
import type { Segment } from '../segments/snapshot.ts';

type Facet = (typeof FACETS)[number];
/** Of each document of a segment, how many of its pages are hits. */
export interface Tally {
  readonly segment: Segment;
  readonly tally: Uint32Array;
}

// What a list beside the hits can show. Of kinds with more values than are looked up, those as rare as the first one left out
// are left out, too: which of equals comes first would depend on who was in the index before.
const MOST_SHOWN = 100;
const MOST_LOOKED_UP = 500;

/** Counts hits by what is known of their documents. */
export function facetsOf(database: DatabaseSync, tallies: readonly Tally[]): Facets {
  const names = Number(database.prepare('SELECT coalesce(max(id), 0) AS n FROM names').get()!.n) + 1;
  const counted = FACETS.map((facet) => [
    facet,
    facet === 'anio' ? years(tallies) : named(database, tallies, facet, names),
  ]);
  return { ...(Object.fromEntries(counted) as Record<Facet, Record<string, number>>), are: 'exact' };
}

function years(tallies: readonly Tally[]): Record<string, number> {
  const counts = new Uint32Array(10_000);
  for (const { segment, tally } of tallies)
    for (let i = 0; i < tally.length; i++)
      if (tally[i]! > 0) counts[Math.floor(segment.columns.firstDay[i]! / 10_000)]! += tally[i]!;
  return Object.fromEntries(
    [...counts.entries()]
      .filter(([year, n]) => year > 0 && n > 0)
      .map(([year, n]) => [String(year).padStart(4, '0'), n]),
  );
}

function named(
  database: DatabaseSync,
  tallies: readonly Tally[],
  facet: Exclude<Facet, 'anio'>,
  names: number,
): Record<string, number> {
  const counts = new Uint32Array(names);
  for (const { segment, tally } of tallies) {
    const values = segment.columns[facet];
    for (let i = 0; i < tally.length; i++) if (tally[i]! > 0) counts[values[i]!]! += tally[i]!;
  }
  // Spellings of one name count together, under the one of them that sorts last.
  const find = database.prepare('SELECT key, label FROM names WHERE id = ?');
  const groups = new Map<string, { label: string; count: number }>();
  for (const id of frequent(counts)) {
    const { key, label } = find.get(id) as { key: string; label: string };
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { label, count: counts[id]! });
    else {
      group.count += counts[id]!;
      if (label > group.label) group.label = label;
    }
  }
  const shown = [...groups.values()]
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
    .slice(0, MOST_SHOWN);
  return Object.fromEntries(shown.map(({ label, count }) => [label, count]));
}

function frequent(counts: Uint32Array): number[] {
  const ids: number[] = [];
  for (let id = 1; id < counts.length; id++) if (counts[id]! > 0) ids.push(id);
  if (ids.length <= MOST_LOOKED_UP) return ids;
  const least = Uint32Array.from(ids, (id) => counts[id]!)
    .sort()
    .at(-MOST_LOOKED_UP - 1)!;
  return ids.filter((id) => counts[id]! > least);
}
