import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { start, temporaryFolder } from '../support/foja.ts';

const SCANS = path.resolve(import.meta.dirname, '../../fixtures/scans');

/** What the C library of a process was told at its start. */
async function told(pid: number): Promise<string[]> {
  const environment = await readFile(`/proc/${pid}/environ`, 'utf8');
  return environment.split('\0').filter((variable) => variable.startsWith('MALLOC_'));
}

it.runIf(process.platform === 'linux')(
  'what reads pages is told to give their memory back, under its own pid and with its own arguments',
  async () => {
    await using folder = await temporaryFolder();
    const { child, done } = start(folder.path, 'ingest', '--dry-run', '--json', SCANS);
    let seen: string[] = [];
    while (seen.length === 0 && child.exitCode === null) {
      seen = await told(child.pid!).catch(() => []);
      await sleep(5);
    }
    expect(seen).toContain('MALLOC_MMAP_THRESHOLD_=1048576');
    const { code, json } = await done;
    expect(code).toBe(0);
    expect(json.length).toBeGreaterThan(1);
  },
);
