// A disk that can be full: a file system in memory, of any size.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface SmallDisk extends Disposable {
  readonly folder: string;
  /** From now on there is room for so much more than is there. */
  leave(megabytes: number): void;
}

/** Mounts one with so much room; null, said aloud, where this user may not mount anything. */
export function mountSmallDisk(megabytes: number): SmallDisk | null {
  const folder = mkdtempSync(path.join(tmpdir(), 'foja-disk-'));
  const mount = (options: string) =>
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'pipe' });
  try {
    mount(`size=${megabytes}m`);
  } catch (error) {
    rmdirSync(folder);
    console.warn(`skipped: no small disk can be mounted (${String((error as Error).message).trim()}).`);
    return null;
  }
  return {
    folder,
    leave(room) {
      const { blocks, bfree, bsize } = statfsSync(folder);
      mount(`remount,size=${(blocks - bfree) * bsize + room * 1024 * 1024}`);
    },
    [Symbol.dispose]() {
      execFileSync('umount', ['--lazy', folder]);
      rmdirSync(folder);
    },
  };
}
