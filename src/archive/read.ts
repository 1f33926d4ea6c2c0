import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { DocumentRecord } from '../model/document.ts';
import { IntegrityError, NotFoundError } from '../model/errors.ts';
import type { LocalFile } from '../ports/object-store.ts';
import { type Head, readHead } from './head.ts';
import { objectRoot } from './ocfl/layout.ts';
import type { Archive } from './open-archive.ts';
import { RECORD } from './write.ts';

/** The record of the newest version, or of the version that `head` is. */
export async function readRecord(archive: Archive, id: string, head?: Head | null): Promise<DocumentRecord> {
  return JSON.parse(Buffer.from(await readFile(archive, id, RECORD, head)).toString()) as DocumentRecord;
}

/** A file of the newest version, or of the version that `head` is, compared with its digest (IntegrityError). */
export async function readFile(
  archive: Archive,
  id: string,
  name: string,
  head?: Head | null,
): Promise<Uint8Array> {
  const { key, digest } = await locate(archive, id, name, head);
  const { bytes } = await archive.store.get(key);
  if (createHash('sha512').update(bytes).digest('hex') !== digest) throw changed(id, name, key);
  return bytes;
}

/**
 * A file of the newest version, or of the version that `head` is, for libraries that seek, never to be written to. Compared with its digest where it comes from
 * elsewhere; one that lies on this machine is not, it would be read once more for every page.
 */
export async function openFile(
  archive: Archive,
  id: string,
  name: string,
  head?: Head | null,
): Promise<LocalFile> {
  const { key, digest } = await locate(archive, id, name, head);
  return archive.store.asFile(key, { sha512: digest });
}

/**
 * A file of the newest version as a stream, or a range of it, `end` inclusive. A whole one is compared with its digest: when
 * that differs, the stream fails at its end (IntegrityError).
 */
export async function streamFile(
  archive: Archive,
  id: string,
  name: string,
  options?: { start?: number; end?: number; signal?: AbortSignal },
): Promise<Readable> {
  const { key, digest } = await locate(archive, id, name);
  const stream = await archive.store.stream(key, options);
  if (options?.start !== undefined || options?.end !== undefined) return stream;
  return Readable.from(compared(stream, digest, changed(id, name, key)), { objectMode: false });
}

async function* compared(pieces: AsyncIterable<Buffer>, sha512: string, otherwise: Error) {
  const hash = createHash('sha512');
  for await (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
  if (hash.digest('hex') !== sha512) throw otherwise;
}

const changed = (id: string, name: string, key: string) =>
  new IntegrityError(
    'file-changed',
    `${name} of document ${id} is not what it was (${key}): restore it from a backup.`,
    { about: `${id}/${name}` },
  );

async function locate(
  archive: Archive,
  id: string,
  name: string,
  known?: Head | null,
): Promise<{ key: string; digest: string }> {
  const head = known ?? (await readHead(archive, id));
  if (!head)
    throw new NotFoundError('document-not-found', `The archive has no document ${id}.`, { about: id });
  const file = Object.hasOwn(head.state, name) ? head.state[name] : undefined;
  if (!file)
    throw new NotFoundError('file-not-found', `Document ${id} has no ${name}.`, { about: `${id}/${name}` });
  return { key: objectRoot(id) + file.contentPath, digest: file.digest };
}
