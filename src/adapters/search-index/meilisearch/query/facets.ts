import { FACETS, type Facets } from '../../../../ports/search-index.ts';
import { dependenciaKey } from '../../../../search/query/dependencia-key.ts';
import { unhex } from '../documents/value.ts';
import { MOST_VALUES } from '../server/settings.ts';

type Counts = Readonly<Record<string, number>>;
type Distribution = Readonly<Record<string, Counts>>;

// What a list beside the hits can show.
const MOST_SHOWN = 100;

/** What the server is to count. */
export const FACET_ATTRIBUTES: readonly string[] = FACETS.map((facet) => `labels.${facet}`);

/** Counts over all hits, from those of the levels. */
export function facetsOf(levels: readonly Distribution[]): Facets {
  const counted = FACETS.map((facet) => {
    const counts = summed(levels.map((level) => wholeOf(level[`labels.${facet}`] ?? {})));
    return [facet, facet === 'anio' ? years(counts) : mostFrequent(counts)];
  });
  return {
    ...(Object.fromEntries(counted) as Record<(typeof FACETS)[number], Record<string, number>>),
    are: 'exact',
  };
}

// The server names the most frequent values. Which of equals are the last of them depends on what others have put into the
// index: where some may be left out, all that are as rare as the last are.
function wholeOf(counts: Counts): Counts {
  const all = Object.entries(counts);
  if (all.length < MOST_VALUES) return counts;
  const least = Math.min(...all.map(([, count]) => count));
  return Object.fromEntries(all.filter(([, count]) => count > least));
}

function summed(parts: readonly Counts[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const part of parts)
    for (const [value, count] of Object.entries(part)) {
      const label = unhex(value);
      sums.set(label, (sums.get(label) ?? 0) + count);
    }
  return sums;
}

const years = (counts: ReadonlyMap<string, number>) =>
  Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));

// Spellings of one name count together, under the one of them that sorts last.
function mostFrequent(counts: ReadonlyMap<string, number>): Record<string, number> {
  const groups = new Map<string, { label: string; count: number }>();
  for (const [label, count] of counts) {
    const key = dependenciaKey(label);
    const group = groups.get(key) ?? { label, count: 0 };
    group.count += count;
    if (label > group.label) group.label = label;
    groups.set(key, group);
  }
  const shown = [...groups.values()]
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
    .slice(0, MOST_SHOWN);
  return Object.fromEntries(shown.map(({ label, count }) => [label, count]));
}
