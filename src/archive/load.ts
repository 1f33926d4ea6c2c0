import { AccessError, ConflictError, IntegrityError, NotFoundError } from '../errors.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import { type Inventory, sidecarOf } from './inventory.ts';
import { parseInventory } from './parse-inventory.ts';

/** An inventory as read, with the etag to replace it by. */
export interface LoadedInventory {
  readonly inventory: Inventory;
  readonly bytes: Uint8Array;
  readonly etag: string;
}

/** The inventory at the object's root, checked against its sidecar, for who only reads; null where there is none. */
export async function readInventory(store: ObjectStore, root: string): Promise<Inventory | null> {
  const key = `${root}inventory.json`;
  const bytes = await getOrNull(store, key);
  if (!bytes) return null;
  if (await fitsSidecar(store, root, bytes)) return parseInventory(bytes, key);
  return (await loadInventory(store, root))?.inventory ?? null;
}

/** The same, for who will replace it. */
export async function loadInventory(store: ObjectStore, root: string): Promise<LoadedInventory | null> {
  const key = `${root}inventory.json`;
  const info = await store.head(key);
  const bytes = info && (await getOrNull(store, key));
  if (!bytes) return null;
  if (!(await fitsSidecar(store, root, bytes))) return mend(store, root);
  return { inventory: parseInventory(bytes, key), bytes, etag: info.etag };
}

const fitsSidecar = async (store: ObjectStore, root: string, bytes: Uint8Array): Promise<boolean> =>
  Buffer.from((await getOrNull(store, `${root}inventory.json.sha512`)) ?? []).toString() === sidecarOf(bytes);

/**
 * A sidecar that does not fit is what a crash between the two leaves, and is written anew: but only if the head
 * version's own copy, which was complete before the root was touched (see commit.ts), has the very same bytes. Else it
 * is an IntegrityError. The sidecar is read first: a writer writes it last, so at worst it is older than the inventory.
 */
async function mend(store: ObjectStore, root: string): Promise<LoadedInventory | null> {
  const key = `${root}inventory.json`;
  const sidecar = await readSidecar(store, root);
  const info = await store.head(key);
  const bytes = info && (await getOrNull(store, key));
  if (!bytes) return null;
  const inventory = parseInventory(bytes, key);
  if (sidecar?.text !== sidecarOf(bytes)) {
    const copy = await getOrNull(store, `${root}${inventory.head}/inventory.json`);
    if (!copy || !Buffer.from(copy).equals(bytes))
      throw new IntegrityError(
        'inventory-changed',
        `${key} is not what its sidecar says: compare it with ${inventory.head}/inventory.json, or restore it from a backup.`,
      );
    await writeSidecar(store, root, bytes, sidecar?.etag);
  }
  return { inventory, bytes, etag: info.etag };
}

async function readSidecar(store: ObjectStore, root: string): Promise<{ text: string; etag: string } | null> {
  const key = `${root}inventory.json.sha512`;
  const info = await store.head(key);
  const bytes = info && (await getOrNull(store, key));
  return bytes && { text: Buffer.from(bytes).toString(), etag: info.etag };
}

async function writeSidecar(
  store: ObjectStore,
  root: string,
  bytes: Uint8Array,
  etag: string | undefined,
): Promise<void> {
  try {
    await store.put(`${root}inventory.json.sha512`, Buffer.from(sidecarOf(bytes)), {
      if: etag === undefined ? 'absent' : { etag },
    });
  } catch (error) {
    // Somebody else's is at least as new; and a reader of read-only media reads on.
    if (!(error instanceof ConflictError || error instanceof AccessError)) throw error;
  }
}

/** The object's bytes; null where there is none. */
export async function getOrNull(store: ObjectStore, key: string): Promise<Uint8Array | null> {
  try {
    return await store.get(key);
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}
