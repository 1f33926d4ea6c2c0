import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openArchive, readFile, readHead, readRecord } from '../../src/archive/archive.ts';
import { sweep } from '../../src/archive/sweep.ts';
import { faultsOf, scanFolder, sha256, storeIn } from './sample.ts';

let folder: Awaited<ReturnType<typeof scanFolder>>;
beforeEach(async () => {
  folder = await scanFolder();
});
afterEach(() => folder[Symbol.asyncDispose]());

const victim = path.join(import.meta.dirname, 'victim.ts');

/** Runs a process to its end, or until it kills itself at the nth file operation. */
async function start(
  base: string,
  batch: string,
  killAt = 0,
): Promise<{ created: boolean; calls: number } | null> {
  const args = [victim, base, batch, String(killAt), ...folder.scans];
  try {
    const { stdout } = await promisify(execFile)(process.execPath, args);
    return JSON.parse(stdout);
  } catch (error) {
    if ((error as { signal?: string }).signal !== 'SIGKILL') throw error;
    return null;
  }
}

describe('processes', () => {
  it('killed at any point and started again, end in one valid object', async () => {
    const undisturbed = await start(`${folder.base}/undisturbed`, 'b1');
    expect(undisturbed!.calls).toBeGreaterThan(100);
    const points: number[] = [];
    // A prime step, so that over the run every kind of operation is hit.
    for (let point = 1; point <= undisturbed!.calls; point += 11) points.push(point);
    for (let first = 0; first < points.length; first += 4)
      await Promise.all(points.slice(first, first + 4).map(killAndGoOn));
  }, 120_000);

  async function killAndGoOn(point: number): Promise<void> {
    const base = `${folder.base}/${point}`;
    expect(await start(base, 'b1', point), `survived operation ${point}`).toBeNull();
    const archive = await openArchive(await storeIn(base));
    await sweep(archive);
    const faults = await faultsOf(archive);
    expect(faults.filter((fault) => !fault.startsWith('unfinished'))).toEqual([]);

    await start(base, 'b2');
    expect((await readHead(archive, 'doc-1'))!.version, `operation ${point}`).toBe(2);
    const scan = Buffer.from(await readFile(archive, 'doc-1', 'original/0002.jpg'));
    expect(sha256(scan.toString())).toBe(sha256('face 2 '.repeat(1000)));
    expect(await faultsOf(archive), `operation ${point}`).toEqual([]);
  }

  it('that receive the same document at once make one object, and one of them is told that it did', async () => {
    const batches = ['b1', 'b2', 'b3', 'b4'];
    const results = await Promise.all(batches.map((batch) => start(`${folder.base}/race`, batch)));
    expect(results.filter((result) => result!.created)).toHaveLength(1);
    const archive = await openArchive(await storeIn(`${folder.base}/race`));
    expect((await readHead(archive, 'doc-1'))!.version).toBe(2);
    expect(batches).toContain((await readRecord(archive, 'doc-1')).batch);
    expect(await faultsOf(archive)).toEqual([]);
  }, 60_000);
});
