import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Archive, addVersion, readHead, receive } from '../../src/archive/archive.ts';
import { objectRoot } from '../../src/archive/ocfl/layout.ts';
import { sweep } from '../../src/archive/sweep.ts';
import type { ObjectStore } from '../../src/ports/object-store.ts';
import { changeOf, faultsOf, filledArchive, keysOf, receiptOf, recordOf, scanFolder } from './sample.ts';

let folder: Awaited<ReturnType<typeof scanFolder>>;
let archive: Archive;
let store: ObjectStore;
beforeEach(async () => {
  folder = await scanFolder();
  archive = await filledArchive(folder.base, folder.scans);
  store = archive.store;
});
afterEach(() => folder[Symbol.asyncDispose]());

const inADay = () => new Date(Date.now() + 25 * 60 * 60 * 1000);
const root = objectRoot('doc-2');
const begin = async () => {
  await store.put(`${root}v1/content/original/0001.jpg`, Buffer.from('x'));
  await store.put(`${root}v1/content/original/0002.jpg`, Buffer.from('y'));
};

describe('sweep', () => {
  it('leaves a whole archive alone', async () => {
    const before = await keysOf(store);
    expect(await sweep(archive, { now: inADay() })).toEqual({ completed: 0, removed: 0, pending: 0 });
    expect(await keysOf(store)).toEqual(before);
  });

  it('leaves a receipt alone that may have a writer, and removes it after a day', async () => {
    await begin();
    expect(await sweep(archive)).toEqual({ completed: 0, removed: 0, pending: 2 });
    expect(await keysOf(store, root)).toHaveLength(2);
    expect(await sweep(archive, { now: inADay() })).toEqual({ completed: 0, removed: 2, pending: 0 });
    expect(await keysOf(store, root)).toEqual([]);
    expect(await faultsOf(archive)).toEqual([]);
  });

  it('does the same with a version', async () => {
    await store.put(`${objectRoot('doc-1')}v3/content/record.json`, Buffer.from('{}'));
    expect(await sweep(archive)).toMatchObject({ removed: 0, pending: 1 });
    expect(await sweep(archive, { now: inADay() })).toMatchObject({ removed: 1, pending: 0 });
    expect(await faultsOf(archive)).toEqual([]);
  });

  it('does not harm a writer that slept while it was swept', async () => {
    let swept = 0;
    const sleepy: ObjectStore = {
      ...store,
      async put(key, body, options) {
        // Asleep just before the decision, when all content is stored.
        if (key === `${root}v1/inventory.json` && swept === 0)
          swept = (await sweep(archive, { now: inADay() })).removed;
        return store.put(key, body, options);
      },
    };
    expect(await receive({ store: sleepy }, receiptOf(folder.scans, { id: 'doc-2' }))).toMatchObject({
      created: true,
    });
    expect(swept).toBe(3);
    expect(await faultsOf(archive)).toEqual([]);
  });

  it('completes a decided receipt, whoever decided it', async () => {
    await receive(archive, receiptOf(folder.scans, { id: 'doc-2' }));
    for (const name of [
      'inventory.json',
      'inventory.json.sha512',
      '0=ocfl_object_1.1',
      'v1/inventory.json.sha512',
    ])
      await store.remove(root + name);
    expect(await readHead(archive, 'doc-2')).toBeNull();
    expect(await sweep(archive)).toEqual({ completed: 1, removed: 0, pending: 0 });
    expect(await faultsOf(archive)).toEqual([]);
  });

  it.each([['inventory.json'], ['inventory.json', 'v1/inventory.json']])(
    'takes a damaged object for no unfinished one: without %s',
    async (...gone) => {
      const { head } = await receive(archive, receiptOf(folder.scans, { id: 'doc-2' }));
      await addVersion(archive, changeOf(head, 'x'));
      for (const name of gone) await store.remove(root + name);
      const before = await keysOf(store);
      expect(await sweep(archive, { now: inADay() })).toEqual({ completed: 0, removed: 0, pending: 0 });
      expect(await keysOf(store)).toEqual(before);
      expect(await faultsOf(archive)).toContain(`missing :${root}inventory.json`);
      const again = receive(
        archive,
        receiptOf(folder.scans, { id: 'doc-2', record: recordOf({ batch: 'b2' }) }),
      );
      await expect(again).rejects.toMatchObject({ code: 'inventory-lost' });
    },
  );

  it('removes what the loser of a race left, but nothing that people put beside it', async () => {
    const first = objectRoot('doc-1');
    await store.put(`${first}v2/content/record.json.0123456789abcdef`, Buffer.from('{}'));
    await store.put(`${first}notes.txt`, Buffer.from('x'));
    expect(await sweep(archive)).toMatchObject({ pending: 1 });
    expect(await sweep(archive, { now: inADay() })).toMatchObject({ removed: 1 });
    expect(await faultsOf(archive)).toEqual(['untracked doc-1:notes.txt']);
  });
});
