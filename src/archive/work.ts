// Page results in flight. Safe to delete at any time: what is missing is computed again.
import { createHash } from 'node:crypto';
import type { ObjectStore } from '../ports/object-store.ts';
import { getOrNull } from './ocfl/load.ts';

/**
 * What a result is of. The document's id stands for the delivered bytes; `recipe` names all else that the result depends on
 * (engine, model, version, settings), so that a result is found again exactly when doing it again would give the same.
 */
export interface WorkKey {
  readonly documentId: string;
  readonly recipe: string;
  /** From 1; 0 for what concerns the whole document. */
  readonly page: number;
}

/** Keeps a result, replacing an earlier one. */
export async function putPage(
  store: ObjectStore,
  key: WorkKey,
  value: unknown,
  signal?: AbortSignal,
): Promise<void> {
  const text = JSON.stringify(value);
  const envelope = { recipe: key.recipe, page: key.page, sha256: sha256(text), value };
  await store.put(pathOf(key), Buffer.from(JSON.stringify(envelope)), signal ? { signal } : {});
}

/** A result kept earlier; null when there is none, or when what is there is torn, changed or another's. */
export async function getPage<T>(store: ObjectStore, key: WorkKey): Promise<T | null> {
  const bytes = await getOrNull(store, pathOf(key));
  if (!bytes) return null;
  try {
    const found = JSON.parse(Buffer.from(bytes).toString());
    const isOurs = found.recipe === key.recipe && found.page === key.page;
    return isOurs && found.sha256 === sha256(JSON.stringify(found.value)) ? (found.value as T) : null;
  } catch {
    return null;
  }
}

/** Removes everything kept for a document. */
export async function clear(store: ObjectStore, documentId: string): Promise<void> {
  for await (const { key } of store.list(`work/${documentId}/`)) await store.remove(key);
}

function pathOf({ documentId, recipe, page }: WorkKey): string {
  return `work/${documentId}/${sha256(recipe).slice(0, 16)}/${String(page).padStart(5, '0')}.json`;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
