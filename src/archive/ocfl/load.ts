import { AccessError, ConflictError, IntegrityError, NotFoundError } from '../../model/errors.ts';
import type { FetchedObject, ObjectStore } from '../../ports/object-store.ts';
import { type Inventory, sidecarOf } from './inventory.ts';
import { parseInventory } from './parse-inventory.ts';

/** An inventory as read and found to fit its sidecar, with the etags to replace both by. */
export interface LoadedInventory {
  readonly inventory: Inventory;
  readonly bytes: Uint8Array;
  readonly etag: string;
  /** Null where the sidecar is not known to be written. */
  readonly sidecarEtag: string | null;
}

/** The inventory at the object's root, checked against its sidecar; null where there is none. */
export async function loadInventory(store: ObjectStore, root: string): Promise<LoadedInventory | null> {
  const key = `${root}inventory.json`;
  const found = await fetchOrNull(store, key);
  if (!found) return null;
  const sidecar = await fetchOrNull(store, `${key}.sha512`);
  if (!sidecar || !fits(sidecar, found)) return mend(store, root, sidecar);
  return { inventory: parseInventory(found.bytes, key), ...found, sidecarEtag: sidecar.etag };
}

/**
 * A sidecar that does not fit is what a crash between the two leaves, and is written anew: but only if the head
 * version's own copy, which was complete before the root was touched (see commit.ts), has the very same bytes. Else it
 * is an IntegrityError. The inventory is read once more, after the sidecar: a writer writes that last, so at worst it is
 * older than the inventory.
 */
async function mend(
  store: ObjectStore,
  root: string,
  sidecar: FetchedObject | null,
): Promise<LoadedInventory | null> {
  const key = `${root}inventory.json`;
  const found = await fetchOrNull(store, key);
  if (!found) return null;
  const inventory = parseInventory(found.bytes, key);
  if (sidecar && fits(sidecar, found)) return { inventory, ...found, sidecarEtag: sidecar.etag };
  const copy = await getOrNull(store, `${root}${inventory.head}/inventory.json`);
  if (!copy || !Buffer.from(copy).equals(found.bytes))
    throw new IntegrityError(
      'inventory-changed',
      `${key} is not what its sidecar says: compare it with ${inventory.head}/inventory.json, or restore it from a backup.`,
      { about: key },
    );
  const sidecarEtag = await writeSidecar(store, root, found.bytes, sidecar?.etag ?? null);
  return { inventory, ...found, sidecarEtag };
}

const fits = (sidecar: FetchedObject, inventory: FetchedObject): boolean =>
  Buffer.from(sidecar.bytes).toString() === sidecarOf(inventory.bytes);

/** Writes the sidecar of an inventory in the place of the one that is known, and returns its etag; null where it did not. */
export async function writeSidecar(
  store: ObjectStore,
  root: string,
  bytes: Uint8Array,
  known: string | null,
): Promise<string | null> {
  try {
    const condition = known === null ? 'absent' : { etag: known };
    const sidecar = Buffer.from(sidecarOf(bytes));
    return (await store.put(`${root}inventory.json.sha512`, sidecar, { if: condition })).etag;
  } catch (error) {
    // Somebody else's is at least as new; and a reader of read-only media reads on.
    if (!(error instanceof ConflictError || error instanceof AccessError)) throw error;
    return null;
  }
}

/** The object's bytes; null where there is none. */
export async function getOrNull(store: ObjectStore, key: string): Promise<Uint8Array | null> {
  return (await fetchOrNull(store, key))?.bytes ?? null;
}

async function fetchOrNull(store: ObjectStore, key: string): Promise<FetchedObject | null> {
  try {
    return await store.get(key);
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}
