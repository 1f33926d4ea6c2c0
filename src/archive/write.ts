import type { DocumentRecord } from '../document.ts';
import { ConflictError, NotFoundError, UsageError } from '../errors.ts';
import type { ObjectBody, ObjectStore } from '../ports/object-store.ts';
import type { Archive } from './archive.ts';
import { carryOut, decide, nextVersion } from './commit.ts';
import { digestOf, type NewFile, storeContent } from './content.ts';
import {
  encodeInventory,
  type Inventory,
  logicalFiles,
  nextInventory,
  type StoredFile,
  type VersionNote,
  versionNumber,
} from './inventory.ts';
import { json, objectRoot } from './layout.ts';
import { type LoadedInventory, loadInventory } from './load.ts';

/** A document as delivered. */
export interface Receipt extends VersionNote {
  readonly id: string;
  readonly files: readonly (NewFile & { readonly sha256: string })[];
  /** Absent for what is no document. */
  readonly record?: DocumentRecord;
}

/** A change to a document that the archive has. */
export interface Change extends VersionNote {
  readonly id: string;
  /** The version that the change was made from. */
  readonly expectedHead: number;
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
 * have finished what another had decided: `isOurs` says whether version 1 is what this call gave.
 * Doing it again does nothing; after a crash at any point it goes on. The sources are only read.
 */
export async function receive(
  { store }: Archive,
  receipt: Receipt,
  signal?: AbortSignal,
): Promise<{ created: boolean; isOurs: boolean }> {
  const root = objectRoot(receipt.id);
  if (await store.head(`${root}inventory.json`)) return { created: false, isOurs: false };
  const files = [...receipt.files, ...(receipt.record ? [recordFile(receipt.record)] : [])];
  const { committed, isOurs } = await writeVersion(
    store,
    receipt.id,
    null,
    { ...receipt, files, remove: [] },
    signal,
  );
  return { created: committed, isOurs };
}

/**
 * Adds a version and returns its number. A change that changes nothing adds none, so that a job may run twice.
 * ConflictError when the document is no longer at `expectedHead`, NotFoundError when there is no such document.
 */
export async function addVersion({ store }: Archive, change: Change, signal?: AbortSignal): Promise<number> {
  const { id, expectedHead, record } = change;
  const previous = await loadInventory(store, objectRoot(id));
  if (!previous) throw new NotFoundError('document-not-found', `The archive has no document ${id}.`);
  const files = [...(record ? [recordFile(record)] : []), ...(change.files ?? [])];
  const full = { ...change, files, remove: change.remove ?? [] };

  const { inventory } = previous;
  const head = versionNumber(inventory.head);
  if (head !== expectedHead && head !== expectedHead + 1) throw moved(id, expectedHead);
  if (await isResult(inventory, expectedHead, full)) return head;
  if (head !== expectedHead) throw moved(id, expectedHead);
  const { decided } = await writeVersion(store, id, previous, full, signal);
  if (!(await isResult(decided, expectedHead, full))) throw moved(id, expectedHead);
  return versionNumber(decided.head);
}

type FullChange = VersionNote & { readonly files: readonly NewFile[]; readonly remove: readonly string[] };

async function writeVersion(
  store: ObjectStore,
  id: string,
  previous: LoadedInventory | null,
  { files, remove, ...note }: FullChange,
  signal?: AbortSignal,
): Promise<{ decided: Inventory; committed: boolean; isOurs: boolean }> {
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
  const committed = await carryOut(store, root, decided, previous, supply);
  const isOurs = Buffer.from(decided).equals(bytes);
  return { decided: JSON.parse(Buffer.from(decided).toString()) as Inventory, committed, isOurs };
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

function moved(id: string, expected: number): ConflictError {
  return new ConflictError(
    'document-changed',
    `Document ${id} has moved on from version ${expected}: read it again and repeat the change.`,
  );
}
