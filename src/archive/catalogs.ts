// Tables that the archive owns (docs/decisions/0002): an OCFL object each, so that who changed what, when and why is known.
import { createHash } from 'node:crypto';
import { type Archive, addVersion, type Head, readFile, readHead, receive } from './archive.ts';
import type { VersionNote } from './ocfl/inventory.ts';
import { catalogId } from './ocfl/layout.ts';

/** The tables that foja knows. */
export const CATALOGS = ['clasificacion', 'dependencias', 'funcionarios', 'lugares'] as const;
export type Catalog = (typeof CATALOGS)[number];

const FILE = 'catalog.csv';

/** The newest bytes of a table, as given; null where the archive has none. */
export async function readCatalog(archive: Archive, name: Catalog): Promise<Uint8Array | null> {
  const head = await readHead(archive, catalogId(name));
  return head && readFile(archive, catalogId(name), FILE, head);
}

/** Its versions, oldest first; none where the archive has no such table. */
export async function catalogVersions(archive: Archive, name: Catalog): Promise<Head['versions']> {
  return (await readHead(archive, catalogId(name)))?.versions ?? [];
}

/** Keeps a new version and returns its number; the same bytes again add none. */
export async function putCatalog(
  archive: Archive,
  name: Catalog,
  bytes: Uint8Array,
  note: VersionNote,
): Promise<number> {
  const id = catalogId(name);
  const file = { to: FILE, from: bytes };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { isOurs, head } = await receive(archive, { id, files: [{ ...file, sha256 }], ...note });
  return isOurs ? 1 : (await addVersion(archive, { from: head, files: [file], ...note })).version;
}
