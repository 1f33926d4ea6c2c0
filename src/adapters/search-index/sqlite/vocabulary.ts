import type { DatabaseSync } from 'node:sqlite';
import type { Vocabulary } from '../../../search/query/plan.ts';
import { nearest, SHORTEST_KEY, untouchedBySlip } from '../../../search/query/typo.ts';
import { vocabularyKey } from '../../../search/words/stem.ts';
import { BREAK, hasDigit } from '../../../search/words/tokens.ts';

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
      const findable = key.length >= SHORTEST_KEY && !hasDigit(term);
      insert.run(term, key, findable ? reversed(key) : null);
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
    near: (key) => nearest(key, candidates(reader, key)),
  };
}

// One slip leaves either the first or the last half of a word alone: two short ranges of two indexes.
function candidates(reader: DatabaseSync, key: string): string[] {
  const half = untouchedBySlip(key);
  const start = key.slice(0, half);
  const end = reversed(key).slice(0, half);
  const lengths = [key.length - 1, key.length + 1];
  return reader
    .prepare(
      `SELECT key FROM vocabulary
       WHERE key >= ? AND key < ? AND length(key) BETWEEN ? AND ? AND reversed IS NOT NULL
       UNION
       SELECT key FROM vocabulary WHERE reversed >= ? AND reversed < ? AND length(key) BETWEEN ? AND ?`,
    )
    .all(start, start + AFTER_ALL, ...lengths, end, end + AFTER_ALL, ...lengths)
    .map((row) => String(row.key));
}

const reversed = (term: string) => [...term].reverse().join('');
