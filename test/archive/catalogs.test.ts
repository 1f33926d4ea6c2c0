import { describe, expect, it } from 'vitest';
import { listDocuments, openArchive } from '../../src/archive/archive.ts';
import { catalogVersions, putCatalog, readCatalog } from '../../src/archive/catalogs.ts';
import { faultsOf, filledArchive, scanFolder, storeIn } from './sample.ts';

const note = (message: string) => ({ created: '2026-01-01T00:00:00Z', message, user: { name: 'prueba' } });

describe('a table that the archive owns', () => {
  it('has versions with who and why, and is no document', async () => {
    await using folder = await scanFolder();
    const archive = await filledArchive(folder.base, folder.scans);
    expect(await readCatalog(archive, 'clasificacion')).toBeNull();
    expect(await putCatalog(archive, 'clasificacion', Buffer.from('uno'), note('acta 1'))).toBe(1);
    expect(await putCatalog(archive, 'clasificacion', Buffer.from('dos'), note('acta 2'))).toBe(2);
    expect(await putCatalog(archive, 'clasificacion', Buffer.from('dos'), note('otra vez'))).toBe(2);
    expect(Buffer.from((await readCatalog(archive, 'clasificacion'))!).toString()).toBe('dos');
    expect((await catalogVersions(archive, 'clasificacion')).map(({ message }) => message)).toEqual([
      'acta 1',
      'acta 2',
    ]);
    expect(await readCatalog(archive, 'dependencias')).toBeNull();
    expect(await Array.fromAsync(listDocuments(archive))).toEqual(['doc-1']);
    expect(await faultsOf(archive)).toEqual([]);
  });

  it('keeps both of two that are put at once', async () => {
    await using folder = await scanFolder();
    const archive = await openArchive(await storeIn(folder.base));
    await Promise.all(['uno', 'dos'].map((it) => putCatalog(archive, 'lugares', Buffer.from(it), note(it))));
    const versions = await catalogVersions(archive, 'lugares');
    expect(versions.map(({ message }) => message).sort()).toEqual(['dos', 'uno']);
    expect(await faultsOf(archive)).toEqual([]);
  });
});
