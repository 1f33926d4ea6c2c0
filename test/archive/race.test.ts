import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Archive,
  addVersion,
  openArchive,
  readHead,
  readRecord,
  receive,
} from '../../src/archive/archive.ts';
import { carryOut } from '../../src/archive/ocfl/commit.ts';
import { sidecarOf } from '../../src/archive/ocfl/inventory.ts';
import { objectRoot } from '../../src/archive/ocfl/layout.ts';
import { ConflictError } from '../../src/model/errors.ts';
import type { ObjectStore } from '../../src/ports/object-store.ts';
import {
  changeOf,
  faultsOf,
  filledArchive,
  headIn,
  receiptOf,
  recordOf,
  scanFolder,
  storeIn,
} from './sample.ts';

let folder: Awaited<ReturnType<typeof scanFolder>>;
beforeEach(async () => {
  folder = await scanFolder();
});
afterEach(() => folder[Symbol.asyncDispose]());

const writers = [0, 1, 2, 3, 4, 5, 6, 7];
const open = async (): Promise<Archive> => openArchive(await storeIn(folder.base));

describe('eight writers', () => {
  it('that receive the same document make one object; exactly one is told that it did', async () => {
    const results = await Promise.all(
      writers.map(async (n) =>
        receive(await open(), receiptOf(folder.scans, { record: recordOf({ batch: `b${n}` }) })),
      ),
    );
    expect(results.filter(({ created }) => created)).toHaveLength(1);
    const archive = await open();
    expect((await readRecord(archive, 'doc-1')).batch).toMatch(/^b\d$/);
    expect(await faultsOf(archive)).toEqual([]);
  });

  it('that change the same version make one version, and the others are told', async () => {
    const head = await headIn(await filledArchive(folder.base, folder.scans));
    const results = await Promise.allSettled(
      writers.map(async (n) => addVersion(await open(), changeOf(head, `reading ${n}`))),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const each of results)
      if (each.status === 'rejected') expect(each.reason).toBeInstanceOf(ConflictError);
    const archive = await open();
    expect((await readHead(archive, 'doc-1'))!.version).toBe(3);
    expect(await faultsOf(archive)).toEqual([]);
  });

  it('that make the same change make one version, and none is told otherwise', async () => {
    const head = await headIn(await filledArchive(folder.base, folder.scans));
    const results = await Promise.all(
      writers.map(async () => addVersion(await open(), changeOf(head, 'same'))),
    );
    expect(results.map(({ version }) => version)).toEqual(writers.map(() => 3));
    expect(await faultsOf(await open())).toEqual([]);
  });

  it('that are overtaken between a commit and its sidecar leave the sidecar of the newest', async () => {
    const { store } = await open();
    const root = objectRoot('doc-1');
    const { head } = await receive({ store }, receiptOf(folder.scans));
    let processed = head;
    const slow: ObjectStore = {
      ...store,
      async put(key, body, options) {
        // Version 2 is committed; before its writer gets to the sidecar, another has read it and made version 3.
        if (key === `${root}inventory.json.sha512`) {
          processed = await headIn({ store });
          await addVersion({ store }, changeOf(processed, 'corrected'));
        }
        return store.put(key, body, options);
      },
    };
    expect(await addVersion({ store: slow }, changeOf(head))).toMatchObject({ version: 2 });
    expect(processed.version).toBe(2);
    const inventory = (await store.get(`${root}inventory.json`)).bytes;
    const sidecar = (await store.get(`${root}inventory.json.sha512`)).bytes;
    expect(Buffer.from(sidecar).toString()).toBe(sidecarOf(inventory));
    expect((await headIn({ store })).version).toBe(3);
    expect(await faultsOf({ store })).toEqual([]);
  });

  it('of which one is at version 1 while another is done with version 2 end in the same object', async () => {
    const archive = await filledArchive(folder.base, folder.scans);
    const root = objectRoot('doc-1');
    const decided = (await archive.store.get(`${root}v1/inventory.json`)).bytes;
    // The slow one saw no root inventory when it began.
    const { committed, now } = await carryOut(archive.store, root, decided, null);
    expect([committed, now.inventory.head]).toEqual([false, 'v2']);
    expect((await readHead(archive, 'doc-1'))!.version).toBe(2);
    expect(await faultsOf(archive)).toEqual([]);
  });
});
