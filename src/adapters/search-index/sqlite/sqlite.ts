import { UsageError } from '../../../model/errors.ts';
import type { IndexedDocument, SearchIndex, SearchQuery } from '../../../ports/search-index.ts';
import { openReader, openWriter } from './connection.ts';
import { countsOf } from './counts.ts';
import { translated } from './errors.ts';
import { findPages } from './find.ts';
import { createSchema } from './schema.ts';
import { inTransaction } from './transaction.ts';
import { documentWriter } from './write.ts';

/**
 * Opens the index in one SQLite file, creating it when absent. Several processes may read while one writes.
 * AccessError `index-outdated` or `index-damaged` when the file cannot be used as it is; `rebuild` then starts it
 * afresh, empty (for `foja reindex`). A file that is not foja's is never touched: AccessError `not-an-index`.
 */
export async function openSqliteIndex(
  path: string,
  options: { readonly rebuild?: boolean; readonly signal?: AbortSignal } = {},
): Promise<SearchIndex> {
  const writer = await openWriter(path, options);
  const reader = translated(path, () => openReader(path));
  const documents = documentWriter(writer);
  let tail: Promise<unknown> = Promise.resolve();
  let closed = false;

  const alive = (signal?: AbortSignal) => {
    signal?.throwIfAborted();
    if (closed) throw new UsageError('index-closed', `the search index ${path} has been closed`);
  };
  // Writes take turns; reads see the last finished one.
  const write = (work: () => void | Promise<void>, signal?: AbortSignal): Promise<void> => {
    const turn = tail.then(async () => {
      alive(signal);
      try {
        await translated(path, () => inTransaction(writer, work, signal));
      } catch (error) {
        documents.forget();
        throw error;
      }
    });
    tail = turn.catch(() => {});
    return turn;
  };
  const read = async <T>(work: () => T, signal?: AbortSignal): Promise<T> => {
    alive(signal);
    return translated(path, work);
  };

  return {
    put: (document: IndexedDocument, signal?: AbortSignal) =>
      write(() => documents.put(document, signal), signal),
    remove: (documentId, signal) => write(() => documents.remove(documentId), signal),
    search: (query: SearchQuery, signal) => read(() => findPages(reader, query), signal),
    // Words join the vocabulary with their page, so there is nothing to catch up on; this waits for writes in turn.
    refresh: (signal) => tail.then(() => alive(signal)),
    counts: (signal) => read(() => countsOf(reader), signal),
    clear: (signal) =>
      write(() => {
        createSchema(writer);
        documents.forget();
      }, signal),
    close: async () => {
      await tail;
      if (closed) return;
      closed = true;
      reader.close();
      writer.close();
    },
  };
}
