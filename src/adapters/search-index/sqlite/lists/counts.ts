import type { DatabaseSync } from 'node:sqlite';
import type { Scopes } from '../../../../ports/scope.ts';
import type { Counts } from '../../../../ports/search-index.ts';
import { readableScopes } from '../query/admission.ts';
import { stateOf } from '../segments/generations.ts';

/** How much the index holds of what somebody may read. */
export function countsOf(database: DatabaseSync, scopes: Scopes): Counts {
  const readable = readableScopes(database, scopes);
  const byStatus = { received: 0, processed: 0, partial: 0, failed: 0 };
  let pages = 0;
  let toReview = 0;
  for (const row of database
    .prepare('SELECT t.*, n.label FROM tallies t JOIN names n ON n.id = t.status WHERE generation = ?')
    .all(stateOf(database, 'generation'))) {
    if (!readable.has(Number(row.scope))) continue;
    byStatus[row.label as keyof typeof byStatus] += Number(row.documents);
    pages += Number(row.pages);
    toReview += Number(row.reviews);
  }
  const documents = Object.values(byStatus).reduce((sum, count) => sum + count, 0);
  return { documents, pages, byStatus, toReview };
}
