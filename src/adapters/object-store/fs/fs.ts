import { open, rm, unlink } from 'node:fs/promises';
import path from 'node:path';
import type { LocalFile, ObjectStore } from '../../../ports/object-store.ts';
import { accessError, isAbsent, noSuchObject, readError } from '../disk-errors.ts';
import { checkKey, checkPrefix, OWN_SEGMENT } from '../keys.ts';
import { pruneFolders } from './folders.ts';
import { etagOf, infoOf, statFile } from './info.ts';
import { listFiles } from './list.ts';
import { openLock } from './lock.ts';
import { conflict, place } from './place.ts';
import { openScratch } from './scratch.ts';
import { streamFile } from './stream.ts';
import { writeVerified } from './write.ts';

/**
 * A folder as object store: one file an object, so that people can look at it. All of it must lie on one file system.
 *
 * Every object is first a finished file in `.foja/tmp`: written, synced, read back. Creating is link(2), which the system
 * grants to one only; replacing and removing take a lock among all processes, so that nothing changes between the look
 * at the etag and the rename. Reading takes no lock and writes nothing, so an archive on read-only media can be read.
 */
export async function openFsStore(root: string): Promise<ObjectStore> {
  const folder = path.resolve(root);
  const lock = openLock(path.join(folder, OWN_SEGMENT, 'lock'));
  const scratch = openScratch(path.join(folder, OWN_SEGMENT, 'tmp'));
  const fileOf = (key: string) => {
    checkKey(key);
    return path.join(folder, key);
  };

  return {
    async put(key, body, options = {}) {
      const target = fileOf(key);
      const condition = options.if;
      options.signal?.throwIfAborted();
      try {
        // Spares the copy; what decides is the creation itself.
        if (condition === 'absent' && (await statFile(target))) throw conflict(key);
        const from = await scratch.next();
        try {
          const sha512 = await writeVerified(from, body, options);
          return { ...infoOf(key, await place({ key, from, target, condition }, lock)), sha512 };
        } finally {
          await rm(from, { force: true });
        }
      } catch (error) {
        throw accessError(error, 'write', target);
      }
    },

    async get(key, signal) {
      const file = fileOf(key);
      signal?.throwIfAborted();
      try {
        // One handle for both: a replacement is another file.
        await using handle = await open(file);
        const etag = etagOf(await handle.stat({ bigint: true }));
        return { bytes: await handle.readFile({ signal }), etag };
      } catch (error) {
        throw readError(error, key, file);
      }
    },

    async stream(key, { signal, ...range } = {}) {
      const file = fileOf(key);
      signal?.throwIfAborted();
      try {
        if (!(await statFile(file))) throw noSuchObject(key, file);
        return streamFile(await open(file), { ...range, ...(signal && { signal }) }, (error) =>
          accessError(error, 'read', file),
        );
      } catch (error) {
        throw readError(error, key, file);
      }
    },

    async head(key, signal) {
      const file = fileOf(key);
      signal?.throwIfAborted();
      try {
        const stats = await statFile(file);
        return stats && infoOf(key, stats);
      } catch (error) {
        throw accessError(error, 'read', file);
      }
    },

    async *list(prefix, signal) {
      checkPrefix(prefix);
      yield* listFiles(folder, prefix, signal);
    },

    async remove(key, signal) {
      const file = fileOf(key);
      signal?.throwIfAborted();
      try {
        if (!(await statFile(file))) return;
        await lock.run(() => unlink(file));
        await pruneFolders(folder, path.dirname(file));
      } catch (error) {
        if (!isAbsent(error)) throw accessError(error, 'remove', file);
      }
    },

    async asFile(key, { signal } = {}): Promise<LocalFile> {
      const file = fileOf(key);
      signal?.throwIfAborted();
      try {
        if (!(await statFile(file))) throw noSuchObject(key, file);
      } catch (error) {
        throw readError(error, key, file);
      }
      return { path: file, async [Symbol.asyncDispose]() {} };
    },

    async close() {
      lock.close();
    },
  };
}
