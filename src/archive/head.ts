import { contentFiles, logicalFiles, type VersionNote, versionNumber } from './ocfl/inventory.ts';
import { objectRoot } from './ocfl/layout.ts';
import { type LoadedInventory, loadInventory } from './ocfl/load.ts';
import type { Archive } from './open-archive.ts';

/**
 * A document as its newest version has it. A step reads it once and hands it on: what it says stays true of that version, and
 * who writes another on top of it (`addVersion`) is told when it was no longer the newest.
 */
export interface Head {
  readonly id: string;
  readonly version: number;
  /** Name → digest, and where the bytes lie below the object root. */
  readonly state: Readonly<Record<string, { readonly digest: string; readonly contentPath: string }>>;
  /** Oldest first. */
  readonly versions: readonly (VersionNote & { readonly version: number })[];
  /** What the next version replaces. */
  readonly loaded: LoadedInventory;
}

/** The newest version; null when the archive has no such document, or has not finished receiving it. */
export async function readHead({ store }: Archive, id: string): Promise<Head | null> {
  const loaded = await loadInventory(store, objectRoot(id));
  return loaded && headOf(id, loaded);
}

/** Whether nobody has added a version since the head was read: one question instead of reading it again. */
export async function isNewest({ store }: Archive, { id, loaded }: Head): Promise<boolean> {
  return (await store.head(`${objectRoot(id)}inventory.json`))?.etag === loaded.etag;
}

/** What a loaded inventory says of its newest version. */
export function headOf(id: string, loaded: LoadedInventory): Head {
  const { inventory } = loaded;
  const stored = new Map([...contentFiles(inventory)].map(([path, digest]) => [digest, path]));
  const state = Object.fromEntries(
    [...logicalFiles(inventory, inventory.head)].map(([name, digest]) => [
      name,
      { digest, contentPath: stored.get(digest)! },
    ]),
  );
  const versions = Object.entries(inventory.versions)
    .map(([version, { created, message, user }]) => ({
      version: versionNumber(version),
      created,
      message,
      user,
    }))
    .sort((one, other) => one.version - other.version);
  return { id, version: versionNumber(inventory.head), state, versions, loaded };
}
