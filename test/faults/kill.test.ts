// kill -9 in the middle, again and again; then the same command to the end. The result equals an undisturbed run.
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { foja, start, temporaryFolder } from '../support/foja.ts';

const SCANS = path.resolve(import.meta.dirname, '../../fixtures/scans');
const PARTS = [
  '1987/OBRAS PUBLICAS/Caja 12/Exp 0345',
  '2006/Informática/oficio digital.pdf',
  'Licencias 2003/licencia SA-0123.tif',
];

describe('kill -9 in the middle of a batch', () => {
  it('loses nothing and repeats nothing', async () => {
    await using undisturbed = await temporaryFolder();
    await using killed = await temporaryFolder();
    for (const part of PARTS) {
      for (const { path: box } of [undisturbed, killed])
        await cp(path.join(SCANS, part), path.join(box, 'caja', part), { recursive: true });
    }
    expect((await foja(undisturbed.path, 'ingest', 'caja')).code).toBe(0);

    // Later each time, so that receipt, reading and sealing are all hit.
    for (const milliseconds of [400, 700, 1100, 1600, 2200, 3000, 4000]) {
      const { child, done } = start(killed.path, 'ingest', 'caja', '--json');
      await Promise.race([done, delay(milliseconds)]);
      child.kill('SIGKILL');
      await done;
    }
    const last = await foja(killed.path, 'ingest', 'caja', '--json');
    expect(last.code).toBe(0);

    expect(await contents(killed.path)).toEqual(await contents(undisturbed.path));
    const verified = await foja(killed.path, 'verify', '--json');
    expect(verified.json[0]).toMatchObject({ changed: [], missing: [], untracked: [], unreadable: [] });
    const { json } = await foja(killed.path, 'status', '--json');
    expect(json[0]).toMatchObject({
      documents: { received: 0, processed: 3, partial: 0, failed: 0 },
      indexed: { documents: 3 },
    });
  });

  it('stops on Ctrl-C with 130 and goes on with the same command', async () => {
    await using box = await temporaryFolder();
    await cp(path.join(SCANS, PARTS[0]!), path.join(box.path, 'caja'), { recursive: true });
    const { child, done } = start(box.path, 'ingest', 'caja', '--json');
    // Its first word of progress: the document is received and its pages are being read.
    await new Promise((resolve) => child.stderr!.once('data', resolve));
    child.kill('SIGINT');
    const stopped = await done;
    expect(stopped.code).toBe(130);
    expect(stopped.stderr).toContain('misma orden');
    const again = await foja(box.path, 'ingest', 'caja', '--json');
    expect(again.code).toBe(0);
    expect(again.json.at(-1)).toMatchObject({ processed: 1, duplicates: 0 });
  });
});

/** What the archive and the search say, without what must differ: times and batch. */
async function contents(box: string): Promise<unknown> {
  const listed = (await foja(box, 'list', '--json')).json.map(({ receivedAt: _, ...row }) => row);
  const records = [];
  for (const { id } of listed) {
    const [record] = (await foja(box, 'show', String(id), '--json')).json;
    const {
      receivedAt: _,
      batch: __,
      versions,
      ...rest
    } = record as { versions: unknown[]; receivedAt: string; batch: string };
    records.push({ ...rest, versions: versions.length });
  }
  const [found] = (await foja(box, 'search', 'licencia', '--json')).json;
  return { records, found: { ...found, tookMs: 0 } };
}
