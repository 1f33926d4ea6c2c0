import type { DatabaseSync } from 'node:sqlite';
import type { Vocabulary } from '../../../../search/query/plan.ts';
import { nearest, SHORTEST_KEY, typoCost, untouchedBySlip } from '../../../../search/query/typo.ts';
import { reversed } from '../documents/vocabulary-writer.ts';
import type { Entry } from '../segments/dictionary.ts';
import { rarity } from '../segments/impact.ts';
import type { SegmentReader } from '../segments/segment-reader.ts';
import type { Segment } from '../segments/snapshot.ts';

const AFTER_ALL = '\u{10FFFF}';

/** The words of what somebody may read, for one search. Words that stand on hidden pages only are not there. */
export interface Lexicon extends Vocabulary {
  entry(segment: Segment, term: string): Entry | null;
  /** How telling a term is. */
  rarity(term: string): number;
}

export function lexiconOf(
  database: DatabaseSync,
  reader: SegmentReader,
  segments: readonly Segment[],
  scopes: ReadonlySet<number>,
  pagesInAll: number,
): Lexicon {
  const withKey = database.prepare('SELECT term FROM vocabulary WHERE key = ? ORDER BY term');
  const entries = new Map<string, ReadonlyMap<number, Entry>>();
  const counted = new Map<string, number>();

  const entriesOf = (term: string): ReadonlyMap<number, Entry> => {
    const known = entries.get(term);
    if (known !== undefined) return known;
    const found = new Map<number, Entry>();
    for (const { id } of segments) {
      const entry = reader.find(id, term);
      if (entry !== null) found.set(id, entry);
    }
    entries.set(term, found);
    return found;
  };
  const pages = (term: string): number => {
    const known = counted.get(term);
    if (known !== undefined) return known;
    let sum = 0;
    for (const { counts } of entriesOf(term).values())
      for (let i = 0; i < counts.length; i += 2) if (scopes.has(counts[i]!)) sum += counts[i + 1]!;
    counted.set(term, sum);
    return sum;
  };
  const family = (key: string): string[] =>
    withKey
      .all(key)
      .map(({ term }) => String(term))
      .filter((term) => pages(term) > 0);

  return {
    entry: (segment, term) => entriesOf(term).get(segment.id) ?? null,
    rarity: (term) => rarity(pages(term), pagesInAll),
    withKey: family,
    pages,
    // The likeliest kind of slip is chosen among words that may be read; asked for in two goes, since most never are.
    near(key) {
      const found = candidates(database, key).filter((near) => near !== key && typoCost(key, near) !== null);
      const likely = found.filter((near) => typoCost(key, near) === 1 && family(near).length > 0);
      return likely.length > 0
        ? nearest(key, likely)
        : nearest(
            key,
            found.filter((near) => family(near).length > 0),
          );
    },
  };
}

// One slip leaves either the first or the last half of a word alone: two short ranges of two indexes.
function candidates(database: DatabaseSync, key: string): string[] {
  const half = untouchedBySlip(key);
  const start = key.slice(0, half);
  const end = reversed(key).slice(0, half);
  const lengths = [key.length - 1, key.length + 1];
  const forward = database
    .prepare('SELECT DISTINCT key FROM vocabulary WHERE key >= ? AND key < ? AND length(key) BETWEEN ? AND ?')
    .all(start, start + AFTER_ALL, ...lengths);
  const backward = database
    .prepare(
      'SELECT reversed FROM slips WHERE reversed >= ? AND reversed < ? AND length(reversed) BETWEEN ? AND ?',
    )
    .all(end, end + AFTER_ALL, ...lengths);
  const keys = [
    ...forward.map((row) => String(row.key)),
    ...backward.map((row) => reversed(String(row.reversed))),
  ];
  return [...new Set(keys)].filter((near) => !/\p{N}/u.test(near) && near.length >= SHORTEST_KEY);
}
