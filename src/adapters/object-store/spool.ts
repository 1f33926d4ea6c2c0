import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { IntegrityError } from '../../model/errors.ts';
import type { LocalFile } from '../../ports/object-store.ts';
import { accessError } from './disk-errors.ts';

/** Bytes kept for the next caller when nobody uses them: every page of a document asks for the same file. */
const KEPT_BYTES = 2 * 1024 ** 3;
/** A folder that nobody wrote to for a day is one that a killed process left, or is filled again. */
const ABANDONED_MS = 24 * 60 * 60 * 1000;
const FOLDER = 'foja-spool-';

/** Local copies of objects, for libraries that must seek. */
export interface Spool {
  /** A copy of this version of the object, fetched unless it is there already. */
  file(wanted: Wanted): Promise<LocalFile>;
  close(): Promise<void>;
}

/** A version of an object: of these bytes, or else of this etag. What is fetched must have the digest. */
export type Wanted = { readonly key: string; fetch(): Promise<Readable> } & (
  | { readonly sha512: string; readonly etag?: never }
  | { readonly etag: string; readonly sha512?: never }
);

interface Copy {
  readonly path: string;
  /** Resolves to its size once it is there. */
  readonly ready: Promise<number>;
  bytes: number;
  users: number;
}

/**
 * Copies in the folder for temporary files (TMPDIR). On disk are the copies in use, and up to `keptBytes` of those used last.
 * They are gone with `close`; what a killed process left is cleared by the next one after a day.
 */
export function openSpool({ keptBytes = KEPT_BYTES } = {}): Spool {
  const copies = new Map<string, Copy>();
  let folder: Promise<string> | null = null;
  let number = 0;

  // Counts its user before anything can happen to it.
  async function take(wanted: Wanted): Promise<Copy> {
    folder ??= makeFolder();
    const within = await folder;
    const name = `${wanted.sha512 ?? wanted.etag} ${wanted.key}`;
    const known = copies.get(name);
    const copy = known ?? start(path.join(within, String(++number) + path.extname(wanted.key)), wanted);
    copy.users++;
    copies.delete(name);
    copies.set(name, copy);
    const isThere = await copy.ready.then(
      (bytes) => {
        copy.bytes = bytes;
        return exists(copy.path);
      },
      (error: unknown) => {
        drop(name, copy);
        throw error;
      },
    );
    if (isThere) return copy;
    // Another process took the folder for abandoned.
    drop(name, copy);
    return take(wanted);
  }

  function drop(name: string, copy: Copy): void {
    copy.users--;
    if (copies.get(name) === copy) copies.delete(name);
  }

  // The oldest first, for as long as there is too much that nobody uses.
  async function shrink(): Promise<void> {
    const idle = [...copies].filter(([, { users }]) => users === 0);
    let kept = idle.reduce((sum, [, { bytes }]) => sum + bytes, 0);
    for (const [name, copy] of idle) {
      if (kept <= keptBytes) return;
      if (copy.users > 0) continue;
      kept -= copy.bytes;
      copies.delete(name);
      await rm(copy.path, { force: true });
    }
  }

  return {
    async file(wanted) {
      const copy = await take(wanted);
      let isReleased = false;
      return {
        path: copy.path,
        async [Symbol.asyncDispose]() {
          if (isReleased) return;
          isReleased = true;
          copy.users--;
          await shrink();
        },
      };
    },
    async close() {
      copies.clear();
      // A copy that was being fetched when the store closed may still make its file: then once more.
      if (folder) await rm(await folder, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

const start = (at: string, wanted: Wanted): Copy => ({
  ...{ path: at, ready: download(at, wanted), bytes: 0, users: 0 },
});

const exists = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  );

async function makeFolder(): Promise<string> {
  const parent = tmpdir();
  for (const name of await readdir(parent)) {
    if (!name.startsWith(FOLDER)) continue;
    const left = path.join(parent, name);
    const stats = await stat(left).catch(() => null);
    // Another user's cannot be removed, and need not be.
    if (stats && Date.now() - stats.mtimeMs > ABANDONED_MS)
      await rm(left, { recursive: true, force: true }).catch(() => {});
  }
  return mkdtemp(path.join(parent, FOLDER));
}

async function download(at: string, { key, fetch, sha512 }: Wanted): Promise<number> {
  await mkdir(path.dirname(at), { recursive: true });
  const stream = await fetch();
  const digest = createHash('sha512');
  let bytes = 0;
  try {
    await pipeline(
      stream,
      async function* (pieces: AsyncIterable<Buffer>) {
        for await (const piece of pieces) {
          digest.update(piece);
          bytes += piece.length;
          yield piece;
        }
      },
      createWriteStream(at),
    );
    if (sha512 !== undefined && digest.digest('hex') !== sha512)
      throw new IntegrityError(
        'file-changed',
        `The store gives other bytes for ${key} than were stored: restore it from a backup.`,
        { about: key },
      );
    return bytes;
  } catch (error) {
    await rm(at, { force: true });
    throw accessError(error, 'write', at);
  }
}
