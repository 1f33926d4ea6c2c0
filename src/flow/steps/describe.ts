import { withExpectations } from '../../description/expected.ts';
import { keepOverrides } from '../../description/override.ts';
import { withCrossChecks } from '../../extraction/cross-checks.ts';
import type { DocumentRecord, Fields, PageRecord, Problem, ReadPage } from '../../model/document.ts';
import { gradeOf, statusOf } from './grade.ts';

/**
 * The record of a document that has been read: what the rules found, under what its manifest says. `error` says why it has
 * no pages, where its only file cannot be used.
 */
export function describe(
  received: DocumentRecord,
  pages: readonly ReadPage[],
  fields: Fields,
  error: Problem | null,
): DocumentRecord {
  const status = statusOf(pages);
  const stated = received.delivery?.stated ?? {};
  const nothing = status === 'failed' && Object.keys(stated).length === 0;
  return withCrossChecks(
    withExpectations({
      ...received,
      status,
      grade: gradeOf(pages),
      pages: pages.map(withoutLines),
      fields: nothing ? null : keepOverrides(fields, stated),
      ...(error ? { error } : {}),
    }),
  );
}

// The words are in ALTO: once is enough.
function withoutLines({ lines: _, ...page }: ReadPage): PageRecord {
  return page;
}
