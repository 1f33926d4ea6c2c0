// How a version comes to be, so that a crash anywhere leaves nothing false and many writers make one history.
//
//   1. content       vN/content/…             created, never replaced; a path already taken gets its digest as a suffix
//   2. the decision  vN/inventory.json        created only where nothing is: of many writers one decides what vN is
//   3. the rest      what step 1 left of losers and crashes is removed; sidecar; declaration of the object
//   4. the commit    inventory.json           replaced only if it still is v(N-1), with the very bytes of the decision
//   5. its sidecar   inventory.json.sha512
//
// After 2 there is nothing left to decide, so whoever comes by (the writer, a rival, a reader, `sweep`) may carry on: each
// step writes what anybody else would write. Before 4 readers see v(N-1); the root inventory is whole at any moment.
// A crash between 4 and 5 is told from damage by the decision, which holds the same bytes (load.ts).
import { ConflictError, IntegrityError } from '../../model/errors.ts';
import type { ObjectBody, ObjectStore } from '../../ports/object-store.ts';
import { contentFiles, sidecarOf, versionNumber } from './inventory.ts';
import { OBJECT_DECLARATION } from './layout.ts';
import { getOrNull, type LoadedInventory, loadInventory, writeSidecar } from './load.ts';
import { parseInventory } from './parse-inventory.ts';

/** Bytes at hand for a digest that the store should hold. */
type Supply = ReadonlyMap<string, ObjectBody>;

/** The decided inventory of the version after `previous`; null when that version is open. */
export function readDecision(
  store: ObjectStore,
  root: string,
  previous: LoadedInventory | null,
): Promise<Uint8Array | null> {
  return getOrNull(store, `${root}${nextVersion(previous)}/inventory.json`);
}

/** The name of the version that follows. */
export function nextVersion(previous: LoadedInventory | null): string {
  return `v${previous ? versionNumber(previous.inventory.head) + 1 : 1}`;
}

/** Decides the next version. Returns what was decided: these bytes, or those of somebody who was faster. */
export async function decide(
  store: ObjectStore,
  root: string,
  version: string,
  bytes: Uint8Array,
): Promise<Uint8Array> {
  const key = `${root}${version}/inventory.json`;
  try {
    await store.put(key, bytes, { if: 'absent' });
    return bytes;
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    return (await store.get(key)).bytes;
  }
}

/**
 * Makes the object follow a decided inventory (steps 3 to 5). `committed` says whether this call did it: `now` is what it
 * committed, or what the root holds where somebody else was faster. ConflictError when content is missing that `supply` does
 * not have: its writer is still at work.
 */
export async function carryOut(
  store: ObjectStore,
  root: string,
  decided: Uint8Array,
  previous: LoadedInventory | null,
  supply: Supply = new Map(),
): Promise<{ committed: boolean; now: LoadedInventory }> {
  const version = nextVersion(previous);
  const inventory = parseInventory(decided, `${root}${version}/inventory.json`);
  if (inventory.head !== version || (previous && previous.inventory.id !== inventory.id))
    throw new IntegrityError(
      'wrong-inventory',
      `${root}${version}/inventory.json belongs to another version or object.`,
      { about: `${root}${version}/inventory.json` },
    );
  // Listed after the decision, since when nobody takes content away any more. Of a first version the whole object, since more
  // than that version may be there.
  const present = await keysBelow(store, previous ? `${root}${version}/content/` : root);
  // Version 2 is decided after version 1 was committed: with no root inventory even now, it was lost. In this order, since a
  // rival may have come as far as version 2 while we were at version 1.
  if (!previous && present.has(`${root}v2/inventory.json`) && !(await store.head(`${root}inventory.json`)))
    throw lost(root);

  const content = contentFiles(inventory);
  for (const [path, digest] of content)
    if (path.startsWith(`${version}/`) && !present.has(root + path))
      await supplyContent(store, root + path, supply.get(digest));
  for (const key of present)
    if (key.startsWith(`${root}${version}/content/`) && !content.has(key.slice(root.length)))
      await store.remove(key);
  await put(store, `${root}${version}/inventory.json.sha512`, sidecarOf(decided));
  if (version === 'v1') await put(store, root + OBJECT_DECLARATION, `${OBJECT_DECLARATION.slice(2)}\n`);
  const etag = await commit(store, `${root}inventory.json`, decided, previous);
  if (etag !== null) {
    const sidecarEtag = await writeSidecar(store, root, decided, previous?.sidecarEtag ?? null);
    // It is not the one that we knew: whoever loads the inventory sees to it that both fit.
    if (sidecarEtag === null) await loadInventory(store, root);
    return { committed: true, now: { inventory, bytes: decided, etag, sidecarEtag } };
  }
  const now = await loadInventory(store, root);
  if (!now) throw lost(root);
  return { committed: false, now };
}

async function keysBelow(store: ObjectStore, prefix: string): Promise<ReadonlySet<string>> {
  const keys = new Set<string>();
  for await (const { key } of store.list(prefix)) keys.add(key);
  return keys;
}

// `sweep` may have taken content of a writer that slept for a day before it decided.
async function supplyContent(store: ObjectStore, key: string, body: ObjectBody | undefined): Promise<void> {
  if (!body)
    throw new ConflictError(
      'version-unfinished',
      `${key} is not there yet: its writer is at work, try again.`,
      { about: key },
    );
  await create(store, key, body);
}

const lost = (root: string) =>
  new IntegrityError(
    'inventory-lost',
    `${root}inventory.json is gone: copy the one in the highest version folder, and its sidecar, to its place.`,
    { about: `${root}inventory.json` },
  );

// The etag of the new root inventory; null when it was no longer the one that this version follows.
async function commit(
  store: ObjectStore,
  key: string,
  bytes: Uint8Array,
  previous: LoadedInventory | null,
): Promise<string | null> {
  try {
    return (await store.put(key, bytes, { if: previous ? { etag: previous.etag } : 'absent' })).etag;
  } catch (error) {
    if (error instanceof ConflictError) return null;
    throw error;
  }
}

const put = (store: ObjectStore, key: string, text: string) => create(store, key, Buffer.from(text));

// Everybody would write the same here, so finding it written is fine.
async function create(store: ObjectStore, key: string, body: ObjectBody): Promise<void> {
  try {
    await store.put(key, body, { if: 'absent' });
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
  }
}
