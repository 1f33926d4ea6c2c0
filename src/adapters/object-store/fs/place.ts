import type { BigIntStats } from 'node:fs';
import { link, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { ConflictError, UsageError } from '../../../model/errors.ts';
import type { PutOptions } from '../../../ports/object-store.ts';
import { errnoOf } from '../disk-errors.ts';
import { makeFolder, syncFolder } from './folders.ts';
import { etagOf, outdate, statFile } from './info.ts';
import type { Lock } from './lock.ts';

/** A finished file and the place it is meant for. */
interface Placement {
  readonly key: string;
  readonly from: string;
  readonly target: string;
  readonly condition: PutOptions['if'];
}

/** Folders emptied by a `remove` vanish and are made again; more often than this means something else is wrong. */
const ATTEMPTS = 10;

/** Puts a finished file in its place, whole or not at all, and forces the folder entry to the disk. */
export async function place(placement: Placement, lock: Lock): Promise<BigIntStats> {
  const folder = path.dirname(placement.target);
  for (let attempt = 1; ; attempt++) {
    try {
      await makeFolder(folder);
      const stats = await (placement.condition === 'absent'
        ? create(placement, lock)
        : lock.run(() => replace(placement)));
      await syncFolder(folder);
      return stats;
    } catch (error) {
      const code = errnoOf(error) ?? '';
      // A file where a folder is needed, or a folder where the file should go.
      if (['ENOTDIR', 'EISDIR', 'EEXIST'].includes(code)) throw inTheWay(placement.key, error);
      if (code !== 'ENOENT' || attempt === ATTEMPTS) throw error;
    }
  }
}

// link(2) fails where something is: of many, the system lets exactly one through.
async function create(placement: Placement, lock: Lock): Promise<BigIntStats> {
  const { from, target, key } = placement;
  try {
    const stats = await stat(from, { bigint: true });
    await link(from, target);
    return stats;
  } catch (error) {
    const code = errnoOf(error) ?? '';
    if (code === 'EEXIST') throw (await statFile(target)) ? conflict(key, error) : error;
    // exFAT and many SMB shares have no hard links: there every creator takes the lock.
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(code)) throw error;
    return lock.run(() => replace(placement));
  }
}

// Only under the lock: what is compared may not change before the rename.
async function replace({ key, from, target, condition }: Placement): Promise<BigIntStats> {
  const current = await statFile(target);
  if (condition === 'absent' && current) throw conflict(key);
  if (typeof condition === 'object' && (!current || etagOf(current) !== condition.etag)) throw conflict(key);
  if (current) await outdate(from, current);
  const stats = await stat(from, { bigint: true });
  await rename(from, target);
  return stats;
}

/** What a conditional `put` of this key is answered when the condition does not hold. */
export function conflict(key: string, cause?: unknown): ConflictError {
  return new ConflictError(
    'changed-meanwhile',
    `${key} was written by somebody else meanwhile: read it and try again.`,
    { about: key, cause },
  );
}

function inTheWay(key: string, cause: unknown): UsageError {
  return new UsageError(
    'key-in-the-way',
    `No object can be at ${key}: one of its folders is an object, or it is a folder.`,
    { about: key, cause },
  );
}
