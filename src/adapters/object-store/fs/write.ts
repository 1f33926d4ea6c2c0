import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { AccessError, IntegrityError } from '../../../model/errors.ts';
import type { ObjectBody } from '../../../ports/object-store.ts';
import { errnoOf } from '../disk-errors.ts';

/** Bytes moved at a time, which bounds the memory of a put. */
const CHUNK = 1024 * 1024;

/**
 * Writes the body to a new file, forces it to the disk, reads it again and compares. Returns its SHA-512.
 *
 * The reading comes from the system's page cache: it proves that what the system holds for this file, and has
 * acknowledged as written, is what was sent. It does not prove what lies on the platter; `foja verify` on a later day does.
 */
export async function writeVerified(
  path: string,
  body: ObjectBody,
  expected: { readonly sha256?: string; readonly signal?: AbortSignal },
): Promise<string> {
  await using file = await open(path, 'wx+');
  const sent = await send(file, body, expected);
  await file.sync();
  const stored = createHash('sha512');
  for await (const piece of pieces(file)) stored.update(piece);
  if (stored.digest('hex') !== sent)
    throw new IntegrityError(
      'stored-otherwise',
      `What was written to ${path} reads back differently: check the disk.`,
      { about: path },
    );
  return sent;
}

async function send(
  file: FileHandle,
  body: ObjectBody,
  { sha256, signal }: { readonly sha256?: string; readonly signal?: AbortSignal },
): Promise<string> {
  const digest = createHash('sha512');
  const source = sha256 === undefined ? null : createHash('sha256');
  for await (const piece of piecesOf(body)) {
    signal?.throwIfAborted();
    digest.update(piece);
    source?.update(piece);
    // writeFile goes on at the file's position until every byte is written.
    await file.writeFile(piece);
  }
  if (source && source.digest('hex') !== sha256) {
    const what = 'path' in body ? body.path : 'The bytes to store';
    throw new IntegrityError(
      'changed-while-copying',
      `${what} changed since it was identified (SHA-256 was ${sha256}): nothing was stored, run the same command again.`,
      'path' in body ? { about: String(body.path) } : {},
    );
  }
  return digest.digest('hex');
}

async function* piecesOf(body: ObjectBody): AsyncGenerator<Uint8Array> {
  if (body instanceof Uint8Array) {
    yield body;
    return;
  }
  try {
    await using file = await open(body.path);
    yield* pieces(file);
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    throw new AccessError(
      'file-unreadable',
      `Cannot read ${body.path}, which was to be stored: check that it is there and may be read.`,
      { about: String(body.path), cause: error },
    );
  }
}

// One buffer for the whole file: a piece is valid until the next one is asked for.
async function* pieces(file: FileHandle): AsyncGenerator<Uint8Array> {
  const { size } = await file.stat();
  const buffer = Buffer.allocUnsafe(Math.min(CHUNK, size + 1));
  let position = 0;
  for (;;) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
