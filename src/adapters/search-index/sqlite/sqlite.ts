import { UsageError } from '../../../model/errors.ts';
import type { IndexedDocument, SearchIndex } from '../../../ports/search-index.ts';
import { openReader, openWriter } from './connection.ts';
import { documentWriter, targetsOf } from './documents/write.ts';
import { translated } from './errors.ts';
import { type Answer, answering, type Question } from './questions.ts';
import { beginGeneration, swap } from './segments/generations.ts';
import { inTransaction } from './transaction.ts';

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
  const answerHere = answering(reader);
  let building: number | null = null;
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
  const ask = async <Q extends Question>(question: Q, signal?: AbortSignal): Promise<Answer<Q>> => {
    alive(signal);
    return translated(path, () => answerHere(question) as Answer<Q>);
  };

  return {
    put: (document: IndexedDocument, signal?: AbortSignal) =>
      write(() => documents.put([document], targetsOf(writer, building), signal), signal),
    remove: (documentId, signal) =>
      write(() => documents.remove(documentId, targetsOf(writer, building)), signal),
    search: (query, signal) => ask({ kind: 'search', query }, signal),
    list: (query, signal) => ask({ kind: 'list', query }, signal),
    counts: (scopes, signal) => ask({ kind: 'counts', scopes }, signal),
    // Words join the vocabulary with their page, so there is nothing to catch up on but a rebuild that is complete.
    refresh: (signal) =>
      building === null
        ? tail.then(() => alive(signal))
        : write(() => {
            if (building !== null) swap(writer, building);
            building = null;
          }, signal),
    clear: (signal) =>
      write(() => {
        building = beginGeneration(writer);
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
