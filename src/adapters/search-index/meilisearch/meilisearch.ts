import type { IndexStats } from 'meilisearch';
import { UsageError } from '../../../model/errors.ts';
import type { SearchIndex } from '../../../ports/search-index.ts';
import { parseIndexUrl } from './address.ts';
import { askAll, COUNT_ONLY } from './ask.ts';
import { type Connection, connect } from './connection.ts';
import { findPages } from './find.ts';
import { aboutOf, checked, drop, live, make, next, reserve, swap } from './generation.ts';
import { documentWriter } from './write.ts';

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
  const current = live(connection);
  const writer = documentWriter(connection);
  let closed = false;
  if (options.rebuild === true) await reserve(connection, current, options.signal);
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
    async counts(signal) {
      alive(signal);
      const counting = [['first = true'], []].map((filter) => ({
        indexUid: current.pages,
        filter,
        ...COUNT_ONLY,
      }));
      const [documents, pages] = await askAll<never>(connection, counting, signal);
      return { documents: documents?.totalHits ?? 0, pages: pages?.totalHits ?? 0 };
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
