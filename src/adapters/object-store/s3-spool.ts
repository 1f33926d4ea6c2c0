import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { LocalFile, ObjectInfo } from '../../ports/object-store.ts';
import { accessError } from './fs-errors.ts';

/** Bytes kept for the next caller when nobody uses them: every page of a document asks for the same file. */
const KEPT_BYTES = 2 * 1024 ** 3;
/** A folder that nobody wrote to for a day is one that a killed process left, or is filled again. */
const ABANDONED_MS = 24 * 60 * 60 * 1000;
const FOLDER = 'foja-spool-';

/** Local copies of objects, for libraries that must seek. */
export interface Spool {
  /** A copy of this version of the object, fetched unless it is there already. */
  file(info: ObjectInfo, fetch: () => Promise<Readable>): Promise<LocalFile>;
  close(): Promise<void>;
}

interface Copy {
  readonly path: string;
  readonly bytes: number;
  readonly ready: Promise<void>;
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
  async function take(info: ObjectInfo, fetch: () => Promise<Readable>): Promise<Copy> {
    folder ??= makeFolder();
    const within = await folder;
    const name = `${info.etag} ${info.key}`;
    const known = copies.get(name);
    const copy = known ?? start(path.join(within, String(++number) + path.extname(info.key)), info, fetch);
    copy.users++;
    copies.delete(name);
    copies.set(name, copy);
    const isThere = await copy.ready.then(
      () => exists(copy.path),
      (error: unknown) => {
        drop(name, copy);
        throw error;
      },
    );
    if (isThere) return copy;
    // Another process took the folder for abandoned.
    drop(name, copy);
    return take(info, fetch);
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
    async file(info, fetch) {
      const copy = await take(info, fetch);
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
      if (folder) await rm(await folder, { recursive: true, force: true });
    },
  };
}

function start(at: string, { bytes }: ObjectInfo, fetch: () => Promise<Readable>): Copy {
  return { path: at, bytes, ready: download(at, fetch), users: 0 };
}

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

async function download(at: string, fetch: () => Promise<Readable>): Promise<void> {
  await mkdir(path.dirname(at), { recursive: true });
  const stream = await fetch();
  try {
    await pipeline(stream, createWriteStream(at));
  } catch (error) {
    await rm(at, { force: true });
    throw accessError(error, 'write', at);
  }
}
