import type { Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { ObjectInfo } from '../../../ports/object-store.ts';
import { accessError, isAbsent } from '../disk-errors.ts';
import { OWN_SEGMENT } from '../keys.ts';
import { infoOf } from './info.ts';

/**
 * Every file below the prefix, in the order of the keys' bytes. Holds one folder's names at a time, and those of its
 * parents. Links and special files are no objects. A folder that cannot be read is passed over and thrown at the end.
 */
export async function* listFiles(
  root: string,
  prefix: string,
  signal?: AbortSignal,
): AsyncGenerator<ObjectInfo> {
  const failures: unknown[] = [];
  yield* listFolder(root, prefix, failures, signal);
  if (failures.length > 0) throw failures[0];
}

async function* listFolder(
  root: string,
  prefix: string,
  failures: unknown[],
  signal: AbortSignal | undefined,
): AsyncGenerator<ObjectInfo> {
  const folder = path.join(root, prefix);
  for (const entry of await entriesOf(folder, failures)) {
    signal?.throwIfAborted();
    const key = prefix + entry.name;
    if (entry.isDirectory()) {
      if (key !== OWN_SEGMENT) yield* listFolder(root, `${key}/`, failures, signal);
    } else if (entry.isFile()) {
      const info = await infoAt(path.join(root, key), key, failures);
      if (info) yield info;
    }
  }
}

async function entriesOf(folder: string, failures: unknown[]): Promise<Dirent[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    // A folder sorts by its name and `/`, so that `a-b` comes before what is in `a`.
    const keyed = entries.map((entry) => ({
      entry,
      key: Buffer.from(entry.isDirectory() ? `${entry.name}/` : entry.name),
    }));
    return keyed.sort((a, b) => Buffer.compare(a.key, b.key)).map(({ entry }) => entry);
  } catch (error) {
    if (!isAbsent(error)) failures.push(accessError(error, 'list', folder));
    return [];
  }
}

async function infoAt(file: string, key: string, failures: unknown[]): Promise<ObjectInfo | null> {
  try {
    return infoOf(key, await lstat(file, { bigint: true }));
  } catch (error) {
    // Removed since the folder was read.
    if (!isAbsent(error)) failures.push(accessError(error, 'list', file));
    return null;
  }
}
