import type { BatchFile, Mismatch } from '../archive/batches.ts';
import { countFiles } from '../archive/count-files.ts';
import type { DocumentRecord, Grade, Problem, Status } from '../model/document.ts';
import { problemOf } from '../model/errors.ts';
import type { FileGroup } from './group.ts';
import type { HashedFile } from './identify.ts';
import type { Plan } from './plan.ts';

type Outcome = Status | 'duplicate';

/** What became of one document: a line of `foja ingest --json`. */
export interface DocumentEvent {
  readonly event: 'document';
  /** Null when its files could not even be read. */
  readonly id: string | null;
  readonly source: string;
  /** `new`: a dry run would receive it. */
  readonly status: Outcome | 'new';
  readonly pages: number;
  readonly grade: Grade | null;
  readonly error?: Problem;
}

/** The event of a document that this batch is done with. */
export type SettledEvent = DocumentEvent & { readonly status: Outcome };

/** The last line of `foja ingest --json`. */
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
export function outcomeOf(
  source: string,
  record: DocumentRecord,
  status: Outcome = record.status,
): SettledEvent {
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
export function queuedOf(group: FileGroup, id: string): SettledEvent {
  return { event: 'document', id, source: group.source, status: 'received', pages: 0, grade: null };
}

/** The event of a document that could not be taken in or finished. */
export function failureOf(source: string, error: unknown, id: string | null): SettledEvent {
  return { event: 'document', id, source, status: 'failed', pages: 0, grade: null, error: problemOf(error) };
}

/** Counts a batch as it goes on, and writes its report: every file with its digest and what became of it. */
export class Tally {
  readonly #plan: Plan;
  readonly #watcher: {
    documentDone(event: DocumentEvent): void;
    expect(pages: number, exact: boolean): void;
  };
  readonly #files: BatchFile[] = [];
  readonly #counts: Record<Outcome, number> = {
    received: 0,
    processed: 0,
    duplicate: 0,
    partial: 0,
    failed: 0,
  };
  readonly #opened = new Set<FileGroup>();
  #pages = 0;
  #expected: number;

  constructor(
    plan: Plan,
    watcher: { documentDone(event: DocumentEvent): void; expect(pages: number, exact: boolean): void },
  ) {
    this.#plan = plan;
    this.#watcher = watcher;
    // Until a file is opened it counts as one page.
    this.#expected = plan.groups.reduce((sum, group) => sum + group.files.length, 0);
    for (const { path, error } of plan.unreadable) this.#settle(failureOf(path, error, null));
  }

  /** The group's pages are counted and queued. */
  opened(group: FileGroup, pages: number): void {
    this.#known(group, pages);
  }

  /** The group is settled; `files` with their digests where they could be read. */
  add(group: FileGroup, event: SettledEvent, files: readonly HashedFile[]): void {
    if (!this.#opened.has(group)) this.#known(group, 0);
    this.#settle(event);
    const digests = new Map(files.map((file) => [file.path, file.sha256]));
    for (const file of group.files) {
      this.#files.push({
        path: file.path,
        ...(file.pathBytes ? { pathBytes: file.pathBytes } : {}),
        sha256: digests.get(file.path) ?? null,
        bytes: file.bytes,
        status: event.status,
        documentId: event.id,
        ...(event.error ? { reason: event.error } : {}),
      });
    }
  }

  /** The facts that close the batch's report. */
  report(mismatches: readonly Mismatch[]) {
    const { groups, ignored, unreadable } = this.#plan;
    return {
      expected: groups.reduce((sum, group) => sum + group.files.length, 0),
      ...countFiles(this.#files),
      ignored,
      unreadable: unreadable.map(({ path, error }) => ({ path, reason: problemOf(error) })),
      files: this.#files,
      mismatches,
    };
  }

  summary(batch: string, mismatches: number, milliseconds: number): SummaryEvent {
    const { processed, duplicate, partial, failed, received: queued } = this.#counts;
    return {
      event: 'summary',
      batch,
      documents: processed + duplicate + partial + failed + queued,
      processed,
      duplicates: duplicate,
      partial,
      failed,
      ...(queued > 0 && { queued }),
      pages: this.#pages,
      mismatches,
      seconds: milliseconds / 1000,
    };
  }

  #known(group: FileGroup, pages: number): void {
    this.#opened.add(group);
    this.#expected += pages - group.files.length;
    this.#watcher.expect(this.#expected, this.#opened.size === this.#plan.groups.length);
  }

  #settle(event: SettledEvent): void {
    this.#counts[event.status]++;
    if (event.status !== 'duplicate') this.#pages += event.pages;
    this.#watcher.documentDone(event);
  }
}
