import type { BigIntStats } from 'node:fs';
import { stat, utimes } from 'node:fs/promises';
import type { ObjectInfo } from '../../../ports/object-store.ts';
import { isAbsent } from '../disk-errors.ts';

/** A file's facts as the port tells them. */
export function infoOf(key: string, stats: BigIntStats): ObjectInfo {
  return {
    key,
    bytes: Number(stats.size),
    etag: etagOf(stats),
    modifiedAt: new Date(Number(stats.mtimeMs)).toISOString(),
  };
}

/** Changes with every replacement: see `outdate`. The change time is left out because a backup's hard links touch it. */
export function etagOf(stats: BigIntStats): string {
  return [stats.size, stats.mtimeNs, stats.ino].map((part) => part.toString(36)).join('-');
}

/** The facts of a regular file; null where there is none. */
export async function statFile(file: string): Promise<BigIntStats | null> {
  try {
    const stats = await stat(file, { bigint: true });
    return stats.isFile() ? stats : null;
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}

/**
 * Makes the file at `next` younger than what it is to replace. Kernels stamp files by a clock of some milliseconds and
 * reuse inode numbers, so without this a file replaced twice in an instant could show the etag it had at first.
 */
export async function outdate(next: string, current: BigIntStats): Promise<void> {
  const { mtimeNs } = await stat(next, { bigint: true });
  if (mtimeNs > current.mtimeNs) return;
  const seconds = Number(current.mtimeNs / 1_000_000n + 2n) / 1000;
  await utimes(next, seconds, seconds);
}
