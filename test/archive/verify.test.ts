import { chmod, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Archive, receive } from '../../src/archive/archive.ts';
import { objectRoot } from '../../src/archive/ocfl/layout.ts';
import { verify } from '../../src/archive/verify.ts';
import { NotFoundError } from '../../src/model/errors.ts';
import type { ObjectStore } from '../../src/ports/object-store.ts';
import { faultsOf, filledArchive, keysOf, receiptOf, scanFolder } from './sample.ts';

let folder: Awaited<ReturnType<typeof scanFolder>>;
let archive: Archive;
let store: ObjectStore;
beforeEach(async () => {
  folder = await scanFolder();
  archive = await filledArchive(folder.base, folder.scans);
  await receive(archive, receiptOf(folder.scans, { id: 'doc-2' }));
  store = archive.store;
});
afterEach(() => folder[Symbol.asyncDispose]());

const root = objectRoot('doc-1');
const fileOf = (key: string) => path.join(folder.base, 'archivo', key);

describe('verify', () => {
  it('reads everything again, and says how much', async () => {
    const result = await verify(archive);
    expect(result).toMatchObject({
      ok: true,
      changed: [],
      missing: [],
      untracked: [],
      unreadable: [],
      unfinished: [],
    });
    // All files but the root's three and the sidecars beside the root inventories.
    expect(result.checked).toBe((await keysOf(store)).length - 3 - 2);
  });

  it('checks one document when it is told which', async () => {
    await store.put(`${root}v1/content/original/0001.jpg`, Buffer.from('rotten'));
    expect(await verify(archive, 'doc-2')).toMatchObject({ ok: true });
    expect(await verify(archive, 'doc-1')).toMatchObject({ ok: false });
    await expect(verify(archive, 'doc-3')).rejects.toThrow(NotFoundError);
  });

  it('notices every file of an object that changes, and every one that goes', async () => {
    for (const key of await keysOf(store, root)) {
      const bytes = Buffer.from((await store.get(key)).bytes);
      const isSidecar = key === `${root}inventory.json.sha512`;
      const at = key === `${root}inventory.json` ? `:${key}` : `doc-1:${key.slice(root.length)}`;

      await store.put(key, Buffer.concat([bytes, Buffer.from(' ')]));
      const changed = await faultsOf(archive);
      expect(changed, key).toEqual(isSidecar ? [] : [`changed ${at}`]);

      await store.remove(key);
      const gone = await faultsOf(archive);
      if (isSidecar) expect(gone).toEqual([]);
      else
        expect(
          gone.filter((fault) => fault.startsWith('missing')),
          key,
        ).toEqual([`missing ${at}`]);
      await store.put(key, bytes);
      expect(await faultsOf(archive), key).toEqual([]);
    }
  });

  it('renews the sidecar that a crash left behind, and only that', async () => {
    const key = `${root}inventory.json.sha512`;
    const sidecar = (await store.get(key)).bytes;
    await store.put(key, (await store.get(`${root}v1/inventory.json.sha512`)).bytes);
    expect(await faultsOf(archive)).toEqual([]);
    expect((await store.get(key)).bytes).toEqual(sidecar);
  });

  it('finds files that nobody named', async () => {
    await store.put(`${root}v1/content/notes.txt`, Buffer.from('x'));
    await store.put(`${root}stray.txt`, Buffer.from('x'));
    await store.put('archive/stray.txt', Buffer.from('x'));
    expect((await faultsOf(archive)).toSorted()).toEqual([
      'untracked :archive/stray.txt',
      'untracked doc-1:stray.txt',
      'untracked doc-1:v1/content/notes.txt',
    ]);
  });

  it('tells an unfinished version from damage', async () => {
    await store.put(`${root}v3/content/record.json`, Buffer.from('{}'));
    const result = await verify(archive);
    expect(result.ok).toBe(true);
    expect(result.unfinished).toEqual([{ document: 'doc-1', path: 'v3/content/record.json' }]);
  });

  it('finds an object in the place of another', async () => {
    for (const key of await keysOf(store, root))
      await store.put(key.replace(root, objectRoot('doc-3')), (await store.get(key)).bytes);
    expect(await faultsOf(archive)).toEqual(['changed doc-1:inventory.json']);
  });

  it.each(['', '{', 'null', '{"id":"urn:foja:doc-1"}', '{"id":"x","versions":{},"manifest":{}}'])(
    'does not stop at an inventory that is %j',
    async (text) => {
      await store.put(`${root}inventory.json`, Buffer.from(text));
      expect(await faultsOf(archive)).toEqual([`changed :${root}inventory.json`]);
    },
  );

  it.skipIf(process.getuid?.() === 0)('reports what it may not read, and reads the rest', async () => {
    await chmod(fileOf(`${root}v1/content/original/0001.jpg`), 0);
    expect(await faultsOf(archive)).toEqual(['unreadable doc-1:v1/content/original/0001.jpg']);
  });

  it('reports what is unreadable without stopping', async () => {
    const key = `${root}v1/content/original/0001.jpg`;
    const sick: ObjectStore = {
      ...store,
      stream: async (at, options) => {
        if (at === key) throw new Error('the disk clicks');
        return store.stream(at, options);
      },
    };
    const result = await verify({ store: sick });
    expect(result).toMatchObject({
      ok: false,
      changed: [],
      unreadable: [
        {
          document: 'doc-1',
          path: 'v1/content/original/0001.jpg',
          code: 'defect',
          reason: 'the disk clicks',
        },
      ],
    });
  });

  it('needs nothing but the archive', async () => {
    await rm(fileOf('.foja'), { recursive: true });
    await writeFile(fileOf('.foja'), 'where nothing can be made');
    expect(await faultsOf(archive)).toEqual([]);
  });
});
