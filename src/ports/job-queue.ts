import type { Problem } from '../model/document.ts';

/** Ids only, never payloads: what a job needs lies in the archive and the work area. */
export interface DocumentJob {
  readonly documentId: string;
  /** How many page jobs come before the document's own; a worker counts them when its turn comes, where nobody has yet. */
  readonly pages?: number;
  /** A person waits for it: it goes before all that is not urgent, as far as the queue keeps an order. */
  readonly urgent?: boolean;
}

export interface PageJob {
  readonly documentId: string;
  /** From 1. */
  readonly page: number;
}

/** What a worker does. Every handler may run twice for the same job and must find its work done. `attempt` counts from 1. */
export interface JobHandlers {
  /** How many pages the document has. */
  count(documentId: string, signal: AbortSignal): Promise<number>;
  page(job: PageJob, signal: AbortSignal, attempt: number): Promise<void>;
  /** The queue has given up on a page (errors.ts says when): the page is to be kept and marked. */
  pageGivenUp(job: PageJob, error: unknown): Promise<void>;
  /** Runs once all pages of the document are done or given up. */
  document(job: DocumentJob, signal: AbortSignal, attempt: number): Promise<void>;
  /** Nothing is left to do, after something was done; for queues whose producers may not be waiting. */
  idle?(): Promise<void>;
  /** Something outside the jobs went wrong and is tried again, such as a queue that does not answer. */
  trouble?(error: unknown): void;
}

/**
 * Carries documents through their pages: all pages first, then the document. Adding the same document again while it is
 * under way is no second job. A failed job is tried again as its error class says; a failed page never stops its document.
 */
export interface JobQueue {
  /**
   * Resolves when the queue holds it. A queue in memory makes a producer wait for the workers; one that keeps its jobs on
   * a server takes all that the server has room for.
   */
  add(job: DocumentJob): Promise<void>;
  /**
   * Works until the signal aborts (what is at hand is given back) or the queue is closed (what is at hand is finished). Rejects
   * when a worker must stop (a missing dependency); what it had at hand is then left to others, where there are any.
   */
  work(handlers: JobHandlers, signal: AbortSignal): Promise<void>;
  /** Resolves when the document's own job is done or unknown; rejects with its failure, or when work in this process was stopped. */
  finished(documentId: string): Promise<void>;
  counts(): Promise<{ readonly waiting: number; readonly active: number }>;
  close(): Promise<void>;
}

export const JOB_STATES = ['waiting', 'active', 'retrying', 'failed'] as const;
/** `retrying`: it failed and waits for its next turn. `failed`: nobody tries again unless asked to. */
export type JobState = (typeof JOB_STATES)[number];

/** A job as an operator sees it. */
export interface JobView {
  readonly state: JobState;
  readonly documentId: string;
  /** Null for the document's own job. */
  readonly page: number | null;
  /** Turns that it has had. */
  readonly attempts: number;
  readonly since: string;
  /** What it failed with last. */
  readonly reason: Problem | null;
}

/** How much is done at once and a minute by all workers together; null is no limit. */
export interface JobLimits {
  readonly atOnce: number | null;
  readonly perMinute: number | null;
}

/** For operators of a queue that outlives its processes. */
export interface JobBoard {
  /** `open`: documents whose pages are under way. */
  counts(): Promise<Readonly<Record<JobState | 'open' | 'workers', number>>>;
  /** The first `limit` jobs in a state. */
  list(state: JobState, limit: number): Promise<readonly JobView[]>;
  /** Gives documents that failed another turn, pages and all: those named, or every one. Returns how many. */
  retry(documentIds?: readonly string[]): Promise<number>;
  limits(): Promise<JobLimits>;
  /** Changes those that are given. */
  setLimits(limits: Partial<JobLimits>): Promise<void>;
  close(): Promise<void>;
}
