// One report a batch. While it runs it is a short header: what became of each document is in the archive, whose first
// versions name their batch. The list of files is written once, at the end.
import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import type { Problem, Status } from '../model/document.ts';
import { ConflictError, IntegrityError } from '../model/errors.ts';
import type { Mismatch } from '../model/mismatch.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import { getOrNull } from './ocfl/load.ts';

/** What a batch is before it ends. */
export interface OpenBatch {
  readonly id: string;
  readonly startedAt: string;
  readonly user: string;
  readonly paths: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

/** A delivered file and what became of it. */
export interface BatchFile {
  readonly path: string;
  /** The path's bytes in hex, where they are not UTF-8. */
  readonly pathBytes?: string;
  /** Null when it could not be read. */
  readonly sha256: string | null;
  readonly bytes: number;
  readonly status: Status | 'duplicate';
  readonly documentId: string | null;
  readonly reason?: Problem;
}

/** What a batch came to; counts are of files. */
export interface BatchOutcome {
  readonly expected: number;
  readonly found: number;
  readonly processed: number;
  readonly duplicate: number;
  readonly failed: number;
  readonly ignored: readonly { readonly path: string; readonly why: string }[];
  readonly unreadable: readonly { readonly path: string; readonly reason: Problem }[];
  readonly files: readonly BatchFile[];
  readonly mismatches?: readonly Mismatch[];
}

/** `queued`: everything has been handed over, and what became of some documents is not known yet (flow/close-batches.ts). */
export type BatchReport =
  | (OpenBatch & { readonly state: 'open' })
  | (OpenBatch & BatchOutcome & { readonly state: 'queued' })
  | (OpenBatch & BatchOutcome & { readonly state: 'closed'; readonly finishedAt: string });

/**
 * Opens a batch, or goes on with the open one of the same user, paths and options that an interruption left.
 * Two that start at once are two batches: which documents each received is decided in the archive.
 */
export async function openBatch(
  store: ObjectStore,
  start: Omit<OpenBatch, 'id'>,
): Promise<{ batch: OpenBatch; continued: boolean }> {
  for await (const batch of listOpenBatches(store))
    if (isSame(batch, start)) return { batch, continued: true };
  for (;;) {
    const batch: OpenBatch = { id: newId(start.startedAt), ...start };
    try {
      await store.put(keyOf(batch.id), encode({ ...batch, state: 'open' }), { if: 'absent' });
      return { batch, continued: false };
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
    }
  }
}

/** Replaces the header by a report that lacks what becomes of the documents in the queue. */
export async function queueBatch(store: ObjectStore, batch: OpenBatch & BatchOutcome): Promise<void> {
  await store.put(keyOf(batch.id), encode({ ...batch, state: 'queued' }));
}

/** Replaces the header by the full report. */
export async function closeBatch(store: ObjectStore, batch: OpenBatch & BatchOutcome): Promise<void> {
  const finishedAt = new Date().toISOString();
  await store.put(keyOf(batch.id), encode({ ...batch, state: 'closed', finishedAt }));
}

/** The report of a batch; null when there is none. IntegrityError when it cannot be read as one. */
export async function readBatch(store: ObjectStore, id: string): Promise<BatchReport | null> {
  const bytes = await getOrNull(store, keyOf(id));
  return bytes && decode(Buffer.from(bytes).toString(), keyOf(id));
}

/** The headers of batches that have not ended. Of the long reports of the others only the start is read. */
export async function* listOpenBatches(store: ObjectStore): AsyncGenerator<OpenBatch> {
  for await (const { state: _, ...batch } of listBatches(store, 'open')) yield batch;
}

/** The reports of batches that were handed over and not closed. */
export const listQueuedBatches = (store: ObjectStore) => listBatches(store, 'queued');

async function* listBatches<S extends BatchReport['state']>(
  store: ObjectStore,
  state: S,
): AsyncGenerator<BatchReport & { readonly state: S }> {
  const wanted = `{"state":"${state}",`;
  for await (const { key } of store.list('batches/')) {
    const start = await text(await store.stream(key, { end: wanted.length - 1 }));
    if (start !== wanted) continue;
    const bytes = await getOrNull(store, key);
    const report = decode(Buffer.from(bytes ?? '').toString(), key);
    if (report.state === state) yield report as BatchReport & { readonly state: S };
  }
}

// The state comes first, for listOpenBatches.
function encode({ state, ...rest }: BatchReport): Uint8Array {
  return Buffer.from(`${JSON.stringify({ state, ...rest })}\n`);
}

function decode(json: string, key: string): BatchReport {
  try {
    return JSON.parse(json) as BatchReport;
  } catch (error) {
    throw new IntegrityError('bad-batch', `${key} is no batch report: remove it or restore it.`, {
      about: key,
      cause: error,
    });
  }
}

function isSame(batch: OpenBatch, start: Omit<OpenBatch, 'id'>): boolean {
  const told = ({ user, paths, options }: Omit<OpenBatch, 'id'>) => JSON.stringify([user, paths, options]);
  return told(batch) === told(start);
}

/** Sorts by time; the random end keeps two of the same second apart. */
function newId(startedAt: string): string {
  return `${startedAt.replace(/[-:]|\.\d+/g, '')}-${randomBytes(3).toString('hex')}`;
}

const keyOf = (id: string) => `batches/${id}.json`;
