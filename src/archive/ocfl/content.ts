import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { AccessError, ConflictError } from '../../model/errors.ts';
import type { ObjectBody, ObjectStore } from '../../ports/object-store.ts';

/** A file to put into a version. */
export interface NewFile {
  /** Its name in the version, such as `original/0001.jpg`. */
  readonly to: string;
  readonly from: ObjectBody;
  /** What it was when it was identified; IntegrityError `changed-while-copying` if it is another by now. */
  readonly sha256?: string;
}

/**
 * Stores a file below `folder` and says where, and its SHA-512. Another's file in its place, left by a crash or a
 * rival, is taken for ours if it has the same bytes; else ours gets the start of its digest as a suffix.
 */
export async function storeContent(
  store: ObjectStore,
  folder: string,
  file: NewFile,
  signal?: AbortSignal,
): Promise<{ key: string; sha512: string }> {
  const put = (key: string) =>
    store.put(key, file.from, {
      if: 'absent',
      ...(file.sha256 !== undefined && { sha256: file.sha256 }),
      ...(signal && { signal }),
    });
  const key = folder + file.to;
  try {
    return await put(key);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
  }
  const sha512 = await digestOf(file);
  if ((await hash(await store.stream(key))) === sha512) return { key, sha512 };
  try {
    return await put(`${key}.${sha512.slice(0, 16)}`);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    return { key: `${key}.${sha512.slice(0, 16)}`, sha512 };
  }
}

/** The SHA-512 of a file that may not be stored yet. */
export async function digestOf({ from }: NewFile): Promise<string> {
  if (!('path' in from)) return createHash('sha512').update(from).digest('hex');
  try {
    return await hash(createReadStream(from.path));
  } catch (error) {
    throw new AccessError(
      'file-unreadable',
      `Cannot read ${from.path}: check that it is there and may be read.`,
      { about: String(from.path), cause: error },
    );
  }
}

async function hash(stream: Readable): Promise<string> {
  const digest = createHash('sha512');
  for await (const piece of stream) digest.update(piece);
  return digest.digest('hex');
}
