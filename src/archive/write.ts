import type { DocumentRecord } from '../model/document.ts';
import { ConflictError, UsageError } from '../model/errors.ts';
import type { ObjectBody, ObjectStore } from '../ports/object-store.ts';
import { type Head, headOf, isNewest, readHead } from './head.ts';
import { carryOut, decide, nextVersion } from './ocfl/commit.ts';
import { digestOf, type NewFile, storeContent } from './ocfl/content.ts';
import {
  encodeInventory,
  type Inventory,
  logicalFiles,
  nextInventory,
  type StoredFile,
  type VersionNote,
  versionNumber,
} from './ocfl/inventory.ts';
import { json, objectRoot } from './ocfl/layout.ts';
import type { LoadedInventory } from './ocfl/load.ts';
import type { Archive } from './open-archive.ts';

/** A document as delivered. */
export interface Receipt extends VersionNote {
  readonly id: string;
  readonly files: readonly (NewFile & { readonly sha256: string })[];
  /** Absent for what is no document. */
  readonly record?: DocumentRecord;
}

/** A change to a document that the archive has. */
export interface Change extends VersionNote {
  /** The version that the change was made from. */
  readonly from: Head;
  readonly record?: DocumentRecord;
  readonly files?: readonly NewFile[];
  /** Names that the new version no longer has; earlier versions keep them. */
  readonly remove?: readonly string[];
}

/** The name of the record in every version. */
export const RECORD = 'record.json';

/**
 * Takes a document in as version 1. Once it resolves, every byte is copied, synced, read back and compared with the
 * SHA-256 it was identified by. `created` says whether this call did it: of many at once, exactly one is told so. It may
 * have finished what another had decided: `isOurs` says whether version 1 is what this call gave. `head` is the document as it
 * is then. Doing it again does nothing; after a crash at any point it goes on. The sources are only read.
 */
export async function receive(
  { store }: Archive,
  receipt: Receipt,
  signal?: AbortSignal,
): Promise<{ created: boolean; isOurs: boolean; head: Head }> {
  const present = await readHead({ store }, receipt.id);
  if (present) return { created: false, isOurs: false, head: present };
  const files = [...receipt.files, ...(receipt.record ? [recordFile(receipt.record)] : [])];
  const change = { ...receipt, files, remove: [] };
  const { committed, isOurs, now } = await writeVersion(store, receipt.id, null, change, signal);
  return { created: committed, isOurs, head: headOf(receipt.id, now) };
}

/**
 * Adds a version and returns the new head. A change that changes nothing adds none, and one that another has made in the very
 * same way counts as done, so that a job may run twice. ConflictError when the document is no longer at `from`, however long ago
 * that was read: what decides is that the next version is created only where there is none, and the root inventory replaced only
 * where it is that of `from` (commit.ts).
 */
export async function addVersion(archive: Archive, change: Change, signal?: AbortSignal): Promise<Head> {
  const { from, record } = change;
  const files = [...(record ? [recordFile(record)] : []), ...(change.files ?? [])];
  const full = { ...change, files, remove: change.remove ?? [] };

  if (await isResult(from.loaded.inventory, from.version, full)) {
    if (await isNewest(archive, from)) return from;
    throw moved(from);
  }
  const { now, isOurs } = await writeVersion(archive.store, from.id, from.loaded, full, signal);
  const isNext = versionNumber(now.inventory.head) === from.version + 1;
  if (!isNext || !(isOurs || (await isResult(now.inventory, from.version, full)))) throw moved(from);
  return headOf(from.id, now);
}

type FullChange = VersionNote & { readonly files: readonly NewFile[]; readonly remove: readonly string[] };

async function writeVersion(
  store: ObjectStore,
  id: string,
  previous: LoadedInventory | null,
  { files, remove, ...note }: FullChange,
  signal?: AbortSignal,
): Promise<{ now: LoadedInventory; committed: boolean; isOurs: boolean }> {
  checkChange(files, note);
  const root = objectRoot(id);
  const version = nextVersion(previous);
  const stored: StoredFile[] = [];
  const supply = new Map<string, ObjectBody>();
  for (const file of files) {
    const twin = await findTwin(file, stored, previous);
    if (twin) {
      stored.push({ logicalPath: file.to, sha512: twin, contentPath: null });
      continue;
    }
    const { key, sha512 } = await storeContent(store, `${root}${version}/content/`, file, signal);
    supply.set(sha512, file.from);
    const { sha256 } = file;
    stored.push({
      logicalPath: file.to,
      sha512,
      contentPath: key.slice(root.length),
      ...(sha256 && { sha256 }),
    });
  }
  signal?.throwIfAborted();
  const bytes = encodeInventory(
    nextInventory(previous?.inventory ?? null, id, { files: stored, remove, note }),
  );
  const decided = await decide(store, root, version, bytes);
  const carriedOut = await carryOut(store, root, decided, previous, supply);
  return { ...carriedOut, isOurs: Buffer.from(decided).equals(bytes) };
}

// The digest of the same bytes where the object has them already: within a receipt by SHA-256, else in the manifest.
async function findTwin(
  file: NewFile,
  stored: readonly StoredFile[],
  previous: LoadedInventory | null,
): Promise<string | null> {
  if (file.sha256 !== undefined) return stored.find(({ sha256 }) => sha256 === file.sha256)?.sha512 ?? null;
  if (!previous) return null;
  const sha512 = await digestOf(file);
  return sha512 in previous.inventory.manifest || stored.some((other) => other.sha512 === sha512)
    ? sha512
    : null;
}

// Whether the head is what the change makes of version `base`.
async function isResult(inventory: Inventory, base: number, change: FullChange): Promise<boolean> {
  const expected = logicalFiles(inventory, `v${base}`);
  const head = logicalFiles(inventory, inventory.head);
  for (const path of change.remove) expected.delete(path);
  for (const file of change.files) {
    const sha512 = await digestOf(file);
    // Most often the record differs, and nothing else has to be hashed.
    if (head.get(file.to) !== sha512) return false;
    expected.set(file.to, sha512);
  }
  return expected.size === head.size && [...expected].every(([path, digest]) => head.get(path) === digest);
}

function checkChange(files: readonly NewFile[], { created }: VersionNote): void {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(created))
    throw new UsageError('bad-date', `Not a date with time and zone: ${created}.`);
  const names = new Set(files.map(({ to }) => to));
  if (names.size !== files.length)
    throw new UsageError('name-twice', 'Two files of a version have the same name.');
}

const recordFile = (record: DocumentRecord): NewFile => ({ to: RECORD, from: Buffer.from(json(record)) });

function moved({ id, version }: Head): ConflictError {
  return new ConflictError(
    'document-changed',
    `Document ${id} has moved on from version ${version}: read it again and repeat the change.`,
    { about: id },
  );
}
