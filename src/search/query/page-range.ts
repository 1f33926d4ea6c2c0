import { UsageError } from '../../model/errors.ts';
import type { SearchQuery } from '../../ports/search-index.ts';

/** UsageError when `limit` or `offset` counts nothing. */
export function checkRange(query: Pick<SearchQuery, 'limit' | 'offset'>): void {
  for (const name of ['limit', 'offset'] as const) {
    if (!Number.isSafeInteger(query[name]) || query[name] < 0) {
      throw new UsageError('invalid-page', `${name}: ${query[name]} is no count; write 0 or more`, {
        about: `${name}: ${query[name]}`,
      });
    }
  }
}
