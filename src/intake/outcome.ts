// What became of each document of a batch, and what the batch comes to: its report, and its last line.
import type { BatchFile, BatchOutcome } from '../archive/batches.ts';
import { countFiles } from '../archive/count-files.ts';
import type { LookedUp } from '../description/delivered.ts';
import { problemOf } from '../model/errors.ts';
import { failedEvent, type LastEvent, type SummaryEvent } from './events.ts';
import type { FileGroup } from './group.ts';
import type { HashedFile } from './identify.ts';
import type { Plan } from './plan.ts';

/** A group of files that a batch is done with; `files` is empty where they could not be read. */
export interface Outcome extends LookedUp<FileGroup> {
  readonly files: readonly HashedFile[];
  readonly event: LastEvent;
}

/** A document that could not be received or read; `id` is null where it is not in the archive. */
export const failedOutcome = (
  { group, files, said, mismatches }: Omit<Outcome, 'event' | 'pages'>,
  error: unknown,
  id: string | null,
): Outcome => ({
  ...{ group, files, said, mismatches, pages: null },
  event: failedEvent(group.source, error, id),
});

/** What the batch's report says beyond its header: every file with its digest and what became of it. */
export function reportOf(
  { groups, ignored, unreadable }: Plan,
  outcomes: readonly Outcome[],
  mismatches: NonNullable<BatchOutcome['mismatches']>,
): BatchOutcome {
  const files = outcomes.flatMap(filesOf);
  return {
    expected: groups.reduce((sum, group) => sum + group.files.length, 0),
    ...countFiles(files),
    ignored,
    unreadable: unreadable.map(({ path, error }) => ({ path, reason: problemOf(error) })),
    files,
    mismatches,
  };
}

function filesOf({ group, files, event }: Outcome): BatchFile[] {
  const digests = new Map(files.map((file) => [file.path, file.sha256]));
  return group.files.map((file) => ({
    path: file.path,
    ...(file.pathBytes ? { pathBytes: file.pathBytes } : {}),
    sha256: digests.get(file.path) ?? null,
    bytes: file.bytes,
    status: event.status,
    documentId: event.id,
    ...(event.error ? { reason: event.error } : {}),
  }));
}

/** The counts of a batch by its documents; `events` are all that it told, of files that it could not read as well. */
export function summaryOf(
  events: readonly LastEvent[],
  rest: Pick<SummaryEvent, 'batch' | 'mismatches' | 'seconds'>,
): SummaryEvent {
  const count = (status: LastEvent['status']) => events.filter((event) => event.status === status).length;
  const queued = count('received');
  return {
    event: 'summary',
    batch: rest.batch,
    documents: events.length,
    processed: count('processed'),
    duplicates: count('duplicate'),
    partial: count('partial'),
    failed: count('failed'),
    ...(queued > 0 && { queued }),
    pages: events.reduce((sum, { status, pages }) => sum + (status === 'duplicate' ? 0 : pages), 0),
    mismatches: rest.mismatches,
    seconds: rest.seconds,
  };
}
