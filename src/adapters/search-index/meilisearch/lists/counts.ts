import type { Scopes } from '../../../../ports/scope.ts';
import type { Counts } from '../../../../ports/search-index.ts';
import { NO_PAGE } from '../documents/documents.ts';
import { readable } from '../documents/scopes.ts';
import { unhex } from '../documents/value.ts';
import { askAll, COUNT_ONLY } from '../server/ask.ts';
import type { Connection } from '../server/connection.ts';
import { live } from '../server/generation.ts';
import { DOCUMENTS } from './list.ts';

const STATUS = 'labels.status';

/** How much the index holds of what somebody may read. */
export async function countsOf(
  connection: Connection,
  scopes: Scopes,
  signal?: AbortSignal,
): Promise<Counts> {
  const counted = [[DOCUMENTS], [`number > ${NO_PAGE}`], [DOCUMENTS, 'worst EXISTS']].map((filter) => ({
    indexUid: live(connection).pages,
    filter: [...filter, ...readable(scopes)],
    ...COUNT_ONLY,
  }));
  const [documents, pages, toReview] = await askAll<never>(
    connection,
    counted.map((question, i) => (i === 0 ? { ...question, facets: [STATUS] } : question)),
    signal,
  );
  const byStatus = { received: 0, processed: 0, partial: 0, failed: 0 };
  for (const [status, count] of Object.entries(documents?.facetDistribution?.[STATUS] ?? {}))
    byStatus[unhex(status) as keyof typeof byStatus] = count;
  return {
    documents: documents?.totalHits ?? 0,
    pages: pages?.totalHits ?? 0,
    byStatus,
    toReview: toReview?.totalHits ?? 0,
  };
}
