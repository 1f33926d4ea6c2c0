import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { AccessError } from '../model/errors.ts';
import type { TypedFile } from './group.ts';

export interface HashedFile extends TypedFile {
  readonly sha256: string;
}

/**
 * SHA-256 of each file, streamed. AccessError names the file that cannot be read.
 */
export async function hashFiles(files: readonly TypedFile[], signal?: AbortSignal): Promise<HashedFile[]> {
  const hashed: HashedFile[] = [];
  for (const file of files) {
    const hash = createHash('sha256');
    try {
      await pipeline(
        createReadStream(file.location, { highWaterMark: 1 << 20 }),
        hash,
        signal ? { signal } : {},
      );
    } catch (cause) {
      signal?.throwIfAborted();
      throw new AccessError(
        'file-unreadable',
        `Cannot read ${file.path}: check its permissions and the disk, then run again.`,
        { about: file.path, cause },
      );
    }
    hashed.push({ ...file, sha256: hash.digest('hex') });
  }
  return hashed;
}

/**
 * A document's id from the delivered bytes alone, so that twice in is once here, however the files are named: the start of the
 * file's own SHA-256, or of the digest over the digests of its pages in order. 128 bits.
 */
export function documentId(files: readonly HashedFile[]): string {
  if (files.length === 1) return files[0]!.sha256.slice(0, 32);
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file.sha256}\n`);
  return hash.digest('hex').slice(0, 32);
}
