import { IntegrityError } from '../model/errors.ts';
import type { ObjectInfo } from '../ports/object-store.ts';
import { documentIdOf, isCatalogId, objectRootOf, ROOT } from './ocfl/layout.ts';
import { getOrNull } from './ocfl/load.ts';
import { parseInventory } from './ocfl/parse-inventory.ts';
import type { Archive } from './open-archive.ts';

/** The files of one OCFL object; `root` is null for files that lie in none. */
interface ObjectFiles {
  readonly root: string | null;
  readonly files: readonly ObjectInfo[];
}

/** Everything below the prefix, one OCFL object at a time: as much is held as one document has files. */
export async function* listObjects(
  { store }: Archive,
  prefix: string,
  signal?: AbortSignal,
): AsyncGenerator<ObjectFiles> {
  let root: string | null = null;
  let files: ObjectInfo[] = [];
  const failures: unknown[] = [];
  // In key order, so an object's files come one after the other.
  for await (const info of withoutThrowing(store.list(prefix, signal), failures)) {
    const next = objectRootOf(info.key);
    if (files.length > 0 && next !== root) {
      yield { root, files };
      files = [];
    }
    root = next;
    files.push(info);
  }
  if (files.length > 0) yield { root, files };
  if (failures.length > 0) throw failures[0];
}

/**
 * The ids of all documents, in no order that means anything; unfinished receipts are none. A document whose inventory
 * cannot be read does not stop the others: it is an IntegrityError once all of them have been given.
 */
export async function* listDocuments(archive: Archive, signal?: AbortSignal): AsyncGenerator<string> {
  const failures: unknown[] = [];
  for await (const { root, files } of listObjects(archive, ROOT, signal)) {
    if (!root || !files.some(({ key }) => key === `${root}inventory.json`)) continue;
    const id = await readId(archive, root).catch((error: unknown) => {
      if (!(error instanceof IntegrityError)) throw error;
      failures.push(error);
      return null;
    });
    if (id !== null && !isCatalogId(id)) yield id;
  }
  if (failures.length > 0) throw failures[0];
}

// The folder is named after a digest: only the inventory tells the id.
async function readId({ store }: Archive, root: string): Promise<string | null> {
  const key = `${root}inventory.json`;
  const bytes = await getOrNull(store, key);
  return bytes && documentIdOf(parseInventory(bytes, key).id);
}

// What was listed before the listing failed must still be given.
async function* withoutThrowing<T>(items: AsyncIterable<T>, failures: unknown[]): AsyncGenerator<T> {
  try {
    yield* items;
  } catch (error) {
    failures.push(error);
  }
}
