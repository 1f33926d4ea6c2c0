// The inventory of an OCFL object: what every version holds, and where its bytes lie. Pure.
import { createHash } from 'node:crypto';
import { json, ocflId } from './layout.ts';

/** Who made a version; `address` is a URI such as `mailto:`. */
export interface VersionUser {
  readonly name: string;
  readonly address?: string;
}

/** What a version says of itself. */
export interface VersionNote {
  /** ISO 8601 with a time zone. */
  readonly created: string;
  readonly message: string;
  readonly user: VersionUser;
}

/** Digest → paths. */
export type PathsByDigest = Readonly<Record<string, readonly string[]>>;

export interface Inventory {
  readonly id: string;
  readonly type: 'https://ocfl.io/1.1/spec/#inventory';
  readonly digestAlgorithm: 'sha512';
  readonly head: string;
  readonly contentDirectory: 'content';
  /** Where bytes lie below the object root. */
  readonly manifest: PathsByDigest;
  /** State: which bytes each version has under which names. */
  readonly versions: Readonly<Record<string, VersionNote & { readonly state: PathsByDigest }>>;
  readonly fixity?: Readonly<Record<string, PathsByDigest>>;
}

/** A file of a new version. */
export interface StoredFile {
  readonly logicalPath: string;
  readonly sha512: string;
  /** Below the object root; null where an earlier version holds the same bytes. */
  readonly contentPath: string | null;
  readonly sha256?: string;
}

/** The inventory with one version more: `files` added or replaced, `remove` taken out of the state. */
export function nextInventory(
  previous: Inventory | null,
  documentId: string,
  change: { files: readonly StoredFile[]; remove: readonly string[]; note: VersionNote },
): Inventory {
  const head = `v${previous ? versionNumber(previous.head) + 1 : 1}`;
  const state = new Map(previous ? logicalFiles(previous, previous.head) : []);
  for (const path of change.remove) state.delete(path);
  for (const { logicalPath, sha512 } of change.files) state.set(logicalPath, sha512);

  const content = change.files.filter((file) => file.contentPath !== null);
  const manifest = grow(
    previous?.manifest,
    content.map((file) => [file.contentPath!, file.sha512]),
  );
  const sha256 = content.flatMap((file) => (file.sha256 ? [[file.contentPath!, file.sha256] as const] : []));
  const fixity = grow(previous?.fixity?.['sha256'], sha256);

  const { created, message, user } = change.note;
  return {
    id: ocflId(documentId),
    type: 'https://ocfl.io/1.1/spec/#inventory',
    digestAlgorithm: 'sha512',
    head,
    contentDirectory: 'content',
    manifest,
    versions: { ...previous?.versions, [head]: { created, message, user, state: grow({}, [...state]) } },
    ...(Object.keys(fixity).length > 0 ? { fixity: { ...previous?.fixity, sha256: fixity } } : {}),
  };
}

/** `v3` → 3. */
export const versionNumber = (version: string): number => Number(version.slice(1));

/** Logical path → digest of one version. */
export function logicalFiles(inventory: Inventory, version: string): Map<string, string> {
  return byPath(inventory.versions[version]?.state ?? {});
}

/** Content path → digest of everything that the object holds. */
export const contentFiles = (inventory: Inventory): Map<string, string> => byPath(inventory.manifest);

/** The inventory as it is stored. */
export const encodeInventory = (inventory: Inventory): Uint8Array => Buffer.from(json(inventory));

/** What the file beside an inventory says. */
export function sidecarOf(inventory: Uint8Array): string {
  return `${createHash('sha512').update(inventory).digest('hex')} inventory.json\n`;
}

function byPath(paths: PathsByDigest): Map<string, string> {
  return new Map(
    Object.entries(paths).flatMap(([digest, list]) => list.map((path) => [path, digest] as const)),
  );
}

function grow(
  paths: PathsByDigest | undefined,
  more: readonly (readonly [path: string, digest: string])[],
): PathsByDigest {
  const grown: Record<string, string[]> = {};
  for (const [digest, list] of Object.entries(paths ?? {})) grown[digest] = [...list];
  for (const [path, digest] of more) {
    grown[digest] ??= [];
    grown[digest].push(path);
  }
  return grown;
}
