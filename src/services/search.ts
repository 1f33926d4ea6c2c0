import type { Actor } from '../model/actor.ts';
import type { SearchQuery, SearchResult } from '../ports/search-index.ts';
import type { Workspace } from '../workspace.ts';

export interface SearchAnswer extends SearchResult {
  readonly tookMs: number;
  /** Whether the index holds no page at all: then it is no wonder that nothing was found. */
  readonly nothingIndexed: boolean;
}

/** Finds pages. UsageError for dates or ranges that are none. */
export async function search(
  { index }: Workspace,
  _actor: Actor,
  query: SearchQuery,
  signal: AbortSignal,
): Promise<SearchAnswer> {
  const started = performance.now();
  const result = await index.search(query, signal);
  const tookMs = Math.round(performance.now() - started);
  const nothingIndexed = result.total === 0 && (await index.counts(signal)).pages === 0;
  return { ...result, tookMs, nothingIndexed };
}
