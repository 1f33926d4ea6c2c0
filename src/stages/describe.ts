import type { DocumentRecord, Fields, PageRecord, Problem, ReadPage } from '../document.ts';
import { gradeOf, statusOf } from './grade.ts';

/** The record of a document that has been read. `error` says why it has no pages, where its only file cannot be used. */
export function describe(
  received: DocumentRecord,
  pages: readonly ReadPage[],
  fields: Fields,
  error: Problem | null,
): DocumentRecord {
  const status = statusOf(pages);
  return {
    ...received,
    status,
    grade: gradeOf(pages),
    pages: pages.map(withoutLines),
    fields: status === 'failed' ? null : fields,
    ...(error ? { error } : {}),
  };
}

// The words are in ALTO: once is enough.
function withoutLines({ lines: _, ...page }: ReadPage): PageRecord {
  return page;
}
