import type { IndexStats } from 'meilisearch';
import { UsageError } from '../../../model/errors.ts';
import type { SearchIndex } from '../../../ports/search-index.ts';
import { documentWriter } from './documents/write.ts';
import { countsOf } from './lists/counts.ts';
import { listDocuments } from './lists/list.ts';
import { findPages } from './query/find.ts';
import { parseIndexUrl } from './server/address.ts';
import { type Connection, connect } from './server/connection.ts';
import { aboutOf, checked, drop, live, make, next, reserve, swap } from './server/generation.ts';

/**
 * Opens the index on a Meilisearch server, making it when absent: `http(s)://host:7700[?index=name]`. Many processes may write
 * and search at once. UnavailableError `index-unavailable` when nothing answers, AccessError `index-forbidden` for a wrong key,
 * `index-outdated` for settings of another version; with `rebuild` the latter is left to `clear` and `refresh`.
 */
export async function openMeiliIndex(
  url: string,
  options: {
    readonly key?: string | null;
    readonly rebuild?: boolean;
    readonly signal?: AbortSignal;
    /** Waits between attempts, in ms. */
    readonly waitsMs?: readonly number[];
  } = {},
): Promise<SearchIndex> {
  const connection = connect(parseIndexUrl(url), options);
  const writer = documentWriter(connection);
  let closed = false;
  if (options.rebuild === true) await reserve(connection, live(connection), options.signal);
  else await ready(connection, options.signal);

  const alive = (signal?: AbortSignal) => {
    signal?.throwIfAborted();
    if (closed)
      throw new UsageError('index-closed', `the search index ${url} has been closed`, { about: url });
  };

  return {
    async put(document, signal) {
      alive(signal);
      await writer.put(document, signal);
    },
    async remove(documentId, signal) {
      alive(signal);
      await writer.remove(documentId, signal);
    },
    async search(query, signal) {
      alive(signal);
      return findPages(connection, query, signal);
    },
    async refresh(signal) {
      alive(signal);
      await writer.settle(signal);
      if (!writer.isBuilding()) return;
      await swap(connection, signal);
      writer.built();
    },
    async list(query, signal) {
      alive(signal);
      return listDocuments(connection, query, signal);
    },
    async counts(scopes, signal) {
      alive(signal);
      return countsOf(connection, scopes, signal);
    },
    async clear(signal) {
      alive(signal);
      await writer.settle(signal);
      await drop(connection, next(connection), signal);
      await make(connection, next(connection), signal);
      writer.build();
    },
    async close() {
      closed = true;
    },
  };
}

// Made when there is nothing yet. An index that holds pages but was not made whole would answer wrongly: only `foja reindex`
// may replace it.
async function ready(connection: Connection, signal?: AbortSignal): Promise<void> {
  const current = live(connection);
  const about = await aboutOf(connection, current, signal);
  if (about !== null) checked(connection, about);
  else {
    await reserve(connection, current, signal);
    const stats = `indexes/${current.pages}/stats`;
    const { numberOfDocuments } = await connection.ask<IndexStats>('get', stats, undefined, signal);
    if (numberOfDocuments > 0) checked(connection, about);
    await make(connection, current, signal);
  }
}
