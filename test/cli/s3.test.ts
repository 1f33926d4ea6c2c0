// An archive in a bucket, from setting it up to taking it elsewhere.
import { cp, readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { foja } from '../support/foja.ts';
import { expectValidOcfl, OCFL } from '../support/ocfl.ts';
import { MINIO, startMinio } from '../support/servers/s3.ts';
import { useS3 } from '../support/servers/s3-suite.ts';

const SCANS = path.resolve(import.meta.dirname, '../../fixtures/scans');
const PARTS = ['2006/Informática/oficio digital.pdf', 'Licencias 2003/licencia SA-0123.tif'];

describe.skipIf(!MINIO || !OCFL)('an archive on S3', () => {
  const s3 = useS3(startMinio);
  const run = (...args: string[]) => foja(s3.scratch, ...args, '--json');

  beforeEach(async () => {
    vi.stubEnv('FOJA_ARCHIVE', s3.url);
    vi.stubEnv('FOJA_INDEX', `sqlite:${path.join(s3.scratch, 'indice.sqlite')}`);
    for (const part of PARTS)
      await cp(path.join(SCANS, part), path.join(s3.scratch, 'caja', part), { recursive: true });
  });

  it('is set up, filled, searched, checked, exported, and is OCFL to others', async () => {
    const [setUp] = (await run('setup')).json;
    expect(setUp).toMatchObject({ fit: true, created: false, versioning: true });

    const ingested = await run('ingest', 'caja');
    expect(ingested.json.at(-1)).toMatchObject({ documents: 2, processed: 2, partial: 0, failed: 0 });
    const again = await run('ingest', 'caja');
    expect(again.json.at(-1)).toMatchObject({ documents: 2, duplicates: 2 });

    const [found] = (await run('search', 'licencia de construccion')).json as [
      { hits: { documentId: string }[] },
    ];
    const id = found.hits[0]!.documentId;
    const [shown] = (await run('show', id)).json as [{ source: { path: string }[] }];
    expect(shown.source[0]!.path).toContain('licencia SA-0123.tif');

    const original = path.join(s3.scratch, 'original.tif');
    expect((await run('export', id, '--format', 'original', '-o', original)).code).toBe(0);
    const delivered = await readFile(path.join(SCANS, PARTS[1]!));
    expect(delivered.equals(await readFile(original))).toBe(true);

    const [verified] = (await run('verify')).json;
    expect(verified).toMatchObject({
      changed: [],
      missing: [],
      untracked: [],
      unreadable: [],
      unfinished: [],
    });
    await expectValidOcfl(s3);
  });
});
