import type { EnqueuedTask } from 'meilisearch';
import type { IndexedDocument } from '../../../../ports/search-index.ts';
import type { Connection } from '../server/connection.ts';
import { aboutOf, checked, type Generation, live, next } from '../server/generation.ts';
import { allFinished, finished } from '../server/tasks.ts';
import { documentsOf, wordOf } from './documents.ts';
import { hex, quoted } from './value.ts';

// The server refuses 100 MB at once; a page is some 30 kB.
const MOST_BYTES = 50_000_000;
// Terms already stored need no second look; about 100 bytes each.
const MOST_REMEMBERED = 200_000;
// Changes that the server has not done yet; beyond, a writer waits for the oldest.
const MOST_WAITING = 500;

interface Target {
  readonly generation: Generation;
  /** Which making of the index: what was stored in another is not here. */
  readonly made: number;
}

/** Queues changes of an index on a server and sees them done. */
export function documentWriter(connection: Connection) {
  const waiting: number[] = [];
  const remembered = new Map<string, Set<string>>();
  let building = false;

  async function queue(
    method: 'post' | 'delete',
    path: string,
    body: object,
    signal?: AbortSignal,
  ): Promise<void> {
    while (waiting.length >= MOST_WAITING) await finished(connection, waiting.shift()!, signal);
    waiting.push((await connection.ask<EnqueuedTask>(method, path, body, signal)).taskUid);
  }

  // While somebody builds the index anew, others write to both, so that nothing is missing after the swap.
  async function targets(signal?: AbortSignal): Promise<Target[]> {
    const [current, built] = await Promise.all([
      building ? null : aboutOf(connection, live(connection), signal),
      aboutOf(connection, next(connection), signal),
    ]);
    return [
      ...(building ? [] : [{ generation: live(connection), made: checked(connection, current).made }]),
      ...(built === null ? [] : [{ generation: next(connection), made: built.made }]),
    ];
  }

  // Words before pages: a page is never found by fewer words than it will be.
  async function learn(target: Target, terms: ReadonlySet<string>, signal?: AbortSignal): Promise<void> {
    const name = String(target.made);
    const stored = remembered.get(name) ?? new Set<string>();
    if (stored.size > MOST_REMEMBERED) stored.clear();
    const fresh = [...terms].filter((term) => !stored.has(term));
    const words = fresh.map(wordOf).filter((word) => word !== null);
    if (words.length > 0) await queue('post', `indexes/${target.generation.words}/documents`, words, signal);
    for (const term of fresh) stored.add(term);
    remembered.set(name, stored);
  }

  async function removeWhere(generation: Generation, filter: readonly string[], signal?: AbortSignal) {
    await queue('post', `indexes/${generation.pages}/documents/delete`, { filter }, signal);
  }

  return {
    async put(document: IndexedDocument, signal?: AbortSignal): Promise<void> {
      const { entries, terms } = documentsOf(document);
      const numbers = entries.map(({ number }) => number);
      for (const target of await targets(signal)) {
        await learn(target, terms, signal);
        for (const part of parts(entries))
          await queue('post', `indexes/${target.generation.pages}/documents`, part, signal);
        // The new pages took the place of those with the same number; what is over was of an older version.
        const over = `number NOT IN [${numbers.join(', ')}]`;
        await removeWhere(target.generation, [ofDocument(document.record.id), over], signal);
      }
    },

    async remove(documentId: string, signal?: AbortSignal): Promise<void> {
      for (const { generation } of await targets(signal))
        await removeWhere(generation, [ofDocument(documentId)], signal);
    },

    /** From now on, until `built`, this writer fills the index that is being built. */
    build() {
      building = true;
      remembered.clear();
    },

    /** Whether a new index is being filled by this writer. */
    isBuilding: () => building,

    /** Ends `build`. */
    built() {
      building = false;
    },

    /** Resolves when the server has done everything queued so far, by this writer or another; what failed is thrown. */
    async settle(signal?: AbortSignal): Promise<void> {
      for (let uid = waiting.shift(); uid !== undefined; uid = waiting.shift())
        await finished(connection, uid, signal);
      const [current, built] = [live(connection), next(connection)];
      await allFinished(connection, [current.pages, current.words, built.pages, built.words], signal);
    },
  };
}

const ofDocument = (id: string) => `document = ${quoted(hex(id))}`;

function* parts<T>(entries: readonly T[]): Generator<T[]> {
  let part: T[] = [];
  let bytes = 0;
  for (const entry of entries) {
    const size = JSON.stringify(entry).length;
    if (bytes + size > MOST_BYTES && part.length > 0) {
      yield part;
      part = [];
      bytes = 0;
    }
    part.push(entry);
    bytes += size;
  }
  if (part.length > 0) yield part;
}
