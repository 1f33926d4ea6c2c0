// What a batch tells while it runs: a line of `foja ingest --json` each.
import type { DocumentRecord, Grade, Problem, Status } from '../model/document.ts';
import { problemOf } from '../model/errors.ts';

/** What became of one document. */
export interface DocumentEvent {
  readonly event: 'document';
  /** Null when its files could not even be read. */
  readonly id: string | null;
  readonly source: string;
  /** `new`: a dry run would receive it. */
  readonly status: Status | 'duplicate' | 'new';
  readonly pages: number;
  readonly grade: Grade | null;
  readonly error?: Problem;
}

/** The event of a document that this batch is done with. */
export type LastEvent = DocumentEvent & { readonly status: Status | 'duplicate' };

/** The last line. */
export interface SummaryEvent {
  readonly event: 'summary';
  /** Null for a dry run. */
  readonly batch: string | null;
  readonly documents: number;
  readonly processed: number;
  readonly duplicates: number;
  readonly partial: number;
  readonly failed: number;
  /** Handed to the queue, and not waited for; absent where there are none. */
  readonly queued?: number;
  readonly pages: number;
  /** What does not fit the template or the manifest. */
  readonly mismatches: number;
  readonly seconds: number;
}

/** The event of a document that the archive has. */
export function archivedEvent(
  source: string,
  record: DocumentRecord,
  status: LastEvent['status'] = record.status,
): LastEvent {
  const error = record.error ?? record.pages.find((page) => page.error)?.error;
  return {
    event: 'document',
    id: record.id,
    source,
    status,
    pages: record.pages.length,
    grade: record.grade,
    ...(error ? { error } : {}),
  };
}

/** The event of a document that waits in the queue, and nobody here for it. */
export const queuedEvent = (source: string, id: string): LastEvent => ({
  ...{ event: 'document', id, source, status: 'received', pages: 0, grade: null },
});

/** The event of a document that could not be taken in or finished. */
export const failedEvent = (source: string, error: unknown, id: string | null): LastEvent => ({
  ...{ event: 'document', id, source, status: 'failed', pages: 0, grade: null, error: problemOf(error) },
});
