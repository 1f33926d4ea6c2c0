/** Ids only, never payloads: what a job needs lies in the archive and the work area. */
export interface DocumentJob {
  readonly documentId: string;
  /** How many page jobs come before the document's own. */
  readonly pages: number;
}

export interface PageJob {
  readonly documentId: string;
  /** From 1. */
  readonly page: number;
}

/** What a worker does. Every handler may run twice for the same job and must find its work done. */
export interface JobHandlers {
  page(job: PageJob, signal: AbortSignal): Promise<void>;
  /** The queue has given up on a page (errors.ts says when): the page is to be kept and marked. */
  pageGivenUp(job: PageJob, error: unknown): Promise<void>;
  /** Runs once all pages of the document are done or given up. */
  document(job: DocumentJob, signal: AbortSignal): Promise<void>;
}

/**
 * Carries documents through their pages: all pages first, then the document. Adding the same document again is
 * no second job. A failed job is tried again as its error class says; a failed page never stops its document.
 */
export interface JobQueue {
  /** Resolves when the queue has room for it, so that a producer cannot run away from the workers. */
  add(job: DocumentJob): Promise<void>;
  /** Works until the signal aborts or the queue is closed. Rejects when a worker must stop (a missing dependency). */
  work(handlers: JobHandlers, signal: AbortSignal): Promise<void>;
  /** Resolves when the document's own job is done; rejects with its failure, or when the work was stopped. */
  finished(documentId: string): Promise<void>;
  counts(): Promise<{ readonly waiting: number; readonly active: number }>;
  close(): Promise<void>;
}
