import type { DatabaseSync } from 'node:sqlite';
import type { Vocabulary } from '../../../search/plan.ts';
import { vocabularyKey } from '../../../search/stem.ts';
import { BREAK, hasDigit } from '../../../search/tokens.ts';
import { SHORTEST_TYPO, typoCost, untouchedBySlip } from '../../../search/typo.ts';

const AFTER_ALL = '\u{10FFFF}';

// Terms already stored need no second look; about 100 bytes each.
const MOST_REMEMBERED = 200_000;

/**
 * Adds terms to the vocabulary, in the caller's transaction. Terms of removed pages stay; they lead nowhere.
 * What it remembers as stored is to be forgotten when a transaction fails or somebody else has written.
 */
export function vocabularyWriter(database: DatabaseSync) {
  const stored = new Set<string>([BREAK]);
  const forget = () => {
    stored.clear();
    stored.add(BREAK);
  };
  const learn = (terms: readonly string[]): void => {
    const insert = database.prepare(
      'INSERT OR IGNORE INTO vocabulary (term, key, reversed) VALUES (?, ?, ?)',
    );
    if (stored.size > MOST_REMEMBERED) forget();
    for (const term of terms) {
      if (stored.has(term)) continue;
      stored.add(term);
      const key = vocabularyKey(term);
      if (key === null) continue;
      const findable = term.length >= SHORTEST_TYPO - 1 && !hasDigit(term);
      insert.run(term, key, findable ? reversed(term) : null);
    }
  };
  return { learn, forget };
}

/** The vocabulary as searches ask it. */
export function vocabularyReader(reader: DatabaseSync): Vocabulary {
  const withKey = reader.prepare('SELECT term FROM vocabulary WHERE key = ?');
  const pages = reader.prepare('SELECT doc FROM terms WHERE term = ?');
  return {
    withKey: (key) => withKey.all(key).map(({ term }) => String(term)),
    pages: (term) => Number(pages.get(term)?.doc ?? 0),
    near: (term) => nearest(term, candidates(reader, term)),
  };
}

// One slip leaves either the first or the last half of a word alone: two short ranges of two indexes.
function candidates(reader: DatabaseSync, term: string): string[] {
  const half = untouchedBySlip(term);
  const start = term.slice(0, half);
  const end = reversed(term).slice(0, half);
  return reader
    .prepare(
      `SELECT term FROM vocabulary WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ? AND reversed IS NOT NULL
       UNION
       SELECT term FROM vocabulary WHERE reversed >= ? AND reversed < ? AND length(term) BETWEEN ? AND ?`,
    )
    .all(
      start,
      start + AFTER_ALL,
      term.length - 1,
      term.length + 1,
      end,
      end + AFTER_ALL,
      term.length - 1,
      term.length + 1,
    )
    .map((row) => String(row.term));
}

function nearest(term: string, terms: readonly string[]): string[] {
  const costs = terms.map((near) => ({ near, cost: near === term ? null : typoCost(term, near) }));
  const cheapest = costs.some(({ cost }) => cost === 1) ? 1 : 2;
  return costs.filter(({ cost }) => cost === cheapest).map(({ near }) => near);
}

const reversed = (term: string) => [...term].reverse().join('');
