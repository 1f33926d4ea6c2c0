import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AccessError, FojaError } from '../model/errors.ts';

/** What a file is made of, as it comes. */
export type Bytes = AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>;

/**
 * Writes a file that appears whole or not at all; its folder is made. AccessError when it cannot be written; a failure of
 * the bytes' own source comes through as it is.
 */
export async function writeWhole(file: string, bytes: Bytes): Promise<void> {
  const half = `${file}.foja-${process.pid}`;
  try {
    await mkdir(path.dirname(path.resolve(file)), { recursive: true });
    await pipeline(bytes, createWriteStream(half));
    await rename(half, file);
  } catch (cause) {
    await rm(half, { force: true });
    if (cause instanceof FojaError) throw cause;
    throw new AccessError(
      'cannot-write',
      `Cannot write ${file}: check the folder, its permissions and free space.`,
      { about: file, cause },
    );
  }
}

/** The same to a file or, as it comes, to a stream that stays open. */
export async function writeTo(target: string | Writable, bytes: Bytes): Promise<void> {
  if (typeof target === 'string') await writeWhole(target, bytes);
  else await pipeline(bytes, target, { end: false });
}
