import type { SearchHit, SearchQuery, SearchResult } from '../../../../ports/search-index.ts';
import { placesOf } from '../../../../search/hit/places.ts';
import { unpackLayout } from '../../../../search/page/layout.ts';
import { checkRange } from '../../../../search/query/page-range.ts';
import { type Plan, planOf } from '../../../../search/query/plan.ts';
import { parseQuery } from '../../../../search/query/query.ts';
import type { PageDocument } from '../documents/documents.ts';
import { readable } from '../documents/scopes.ts';
import { askAll, COUNT_ONLY, type Question } from '../server/ask.ts';
import type { Connection } from '../server/connection.ts';
import { live } from '../server/generation.ts';
import { FACET_ATTRIBUTES, facetsOf } from './facets.ts';
import { narrowing } from './filters.ts';
import { type Level, levelsOf } from './levels.ts';
import { vocabularyFor } from './vocabulary.ts';

interface Found {
  readonly id: string;
  readonly _rankingScore?: number;
}

interface Scored {
  readonly id: string;
  readonly score: number;
}

// Nothing asked: every document once, by its first page, in the order of time; what has no date comes last.
const EVERYTHING: Level = { rank: 0, filter: ['first = true'], q: '' };
const BY_TIME = ['firstDay:asc', 'document:asc'];
const BY_NAME = ['document:asc', 'number:asc'];

/** Answers a query: how it is planned, which pages fit, and what they show. */
export async function findPages(
  connection: Connection,
  query: SearchQuery,
  signal?: AbortSignal,
): Promise<SearchResult> {
  checkRange(query);
  const narrow = narrowing(query);
  const parsed = parseQuery(query.text);
  const plan = planOf(parsed, await vocabularyFor(connection, parsed, readable(query.scopes), signal));
  const everything = plan.must.length === 0;
  const levels = everything ? [EVERYTHING] : levelsOf(plan);
  const { pages } = live(connection);
  const reach = query.offset + query.limit;

  const counting = levels.map(({ filter }) => ({
    indexUid: pages,
    filter: [...filter, ...narrow],
    ...(query.facets === true && { facets: FACET_ATTRIBUTES }),
    ...COUNT_ONLY,
  }));
  // Levels share no hit, and the first ones may fill the page: all are asked at once, for names only.
  const naming = levels.map(
    ({ filter, q }): Question => ({
      indexUid: pages,
      q,
      filter: [...filter, ...narrow],
      sort: everything ? BY_TIME : BY_NAME,
      limit: reach,
      matchingStrategy: 'all',
      showRankingScore: true,
      attributesToRetrieve: ['id'],
    }),
  );
  const answers = await askAll<Found>(
    connection,
    query.limit === 0 ? counting : [...counting, ...naming],
    signal,
  );
  const counts = answers.slice(0, levels.length);
  const named = answers.slice(levels.length).flatMap(({ hits }, i) => scored(levels[i]!, hits, everything));
  return {
    total: counts.reduce((sum, { totalHits = 0 }) => sum + totalHits, 0),
    totalIs: 'exact',
    hits: await show(connection, named.slice(query.offset, reach), plan, signal),
    facets:
      query.facets === true ? facetsOf(counts.map(({ facetDistribution }) => facetDistribution ?? {})) : null,
  };
}

function scored({ rank }: Level, hits: readonly Found[], everything: boolean): Scored[] {
  return hits.map(({ id, _rankingScore: inside = 0 }) => ({
    id,
    score: everything ? 0 : rank + inside / (1 + inside),
  }));
}

/** Hits as people see them: where on the page the query stands. */
async function show(
  connection: Connection,
  hits: readonly Scored[],
  plan: Plan,
  signal?: AbortSignal,
): Promise<SearchHit[]> {
  if (hits.length === 0) return [];
  const { results } = await connection.ask<{ results: readonly PageDocument[] }>(
    'post',
    `indexes/${live(connection).pages}/documents/fetch`,
    {
      ids: hits.map(({ id }) => id),
      limit: hits.length,
      fields: ['id', 'documentId', 'number', 'layout', 'record'],
    },
    signal,
  );
  const pages = new Map(results.map((page) => [page.id, page]));
  return hits.flatMap(({ id, score }) => {
    const page = pages.get(id);
    if (page === undefined) return []; // removed since it was named
    const { geometry, ...layout } = unpackLayout(Buffer.from(page.layout, 'base64'));
    const places = placesOf(layout, plan.must);
    return [
      { documentId: page.documentId, page: page.number, score, ...places, geometry, record: page.record },
    ];
  });
}
