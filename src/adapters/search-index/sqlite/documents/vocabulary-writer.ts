import type { DatabaseSync } from 'node:sqlite';
import { SHORTEST_KEY } from '../../../../search/query/typo.ts';
import { vocabularyKey } from '../../../../search/words/stem.ts';
import { hasDigit } from '../../../../search/words/tokens.ts';

// Terms already stored need no second look; about 100 bytes each.
const MOST_REMEMBERED = 200_000;

/**
 * Notes under which keys terms are looked for, in the caller's transaction. Terms of removed documents stay: whether a term
 * is on any page that somebody may read, dictionaries say. To be forgotten when a transaction fails or somebody else wrote.
 */
export function vocabularyWriter(database: DatabaseSync) {
  const insertTerm = database.prepare('INSERT OR IGNORE INTO vocabulary (key, term) VALUES (?, ?)');
  const insertSlip = database.prepare('INSERT OR IGNORE INTO slips (reversed) VALUES (?)');
  const stored = new Set<string>();
  return {
    learn(terms: Iterable<string>): void {
      if (stored.size > MOST_REMEMBERED) stored.clear();
      for (const term of terms) {
        if (stored.has(term)) continue;
        stored.add(term);
        const key = vocabularyKey(term);
        if (key === null) continue;
        const isNew = insertTerm.run(key, term).changes === 1;
        if (isNew && key.length >= SHORTEST_KEY && !hasDigit(term)) insertSlip.run(reversed(key));
      }
    },
    forget: () => stored.clear(),
  };
}

export const reversed = (term: string): string => [...term].reverse().join('');
