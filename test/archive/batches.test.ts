import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  type BatchOutcome,
  closeBatch,
  listOpenBatches,
  openBatch,
  readBatch,
} from '../../src/archive/batches.ts';
import type { ObjectStore } from '../../src/ports/object-store.ts';
import { scanFolder, storeIn } from './sample.ts';

let folder: Awaited<ReturnType<typeof scanFolder>>;
let store: ObjectStore;
beforeEach(async () => {
  folder = await scanFolder();
  store = await storeIn(folder.base);
});
afterEach(() => folder[Symbol.asyncDispose]());

const start = {
  startedAt: '2026-11-22T10:00:00.123Z',
  user: 'archivo',
  paths: ['/cajas/1'],
  options: { eachFile: false },
};
const outcome: BatchOutcome = {
  expected: 2,
  found: 2,
  processed: 1,
  duplicate: 0,
  failed: 1,
  ignored: [{ path: 'Thumbs.db', why: 'junk' }],
  unreadable: [],
  files: [
    { path: 'a.jpg', sha256: 'aa', bytes: 1, status: 'processed', documentId: 'd1' },
    {
      path: 'b\ufffd.jpg',
      pathBytes: '62e12e6a7067',
      sha256: null,
      bytes: 2,
      status: 'failed',
      documentId: null,
      reason: { code: 'damaged', message: 'It ends too early.' },
    },
  ],
};

it('opens a batch with a header, and closes it with the report', async () => {
  const { batch, continued } = await openBatch(store, start);
  expect(continued).toBe(false);
  expect(batch.id).toMatch(/^20261122T100000Z-[0-9a-f]{6}$/);
  expect(await readBatch(store, batch.id)).toEqual({ ...batch, state: 'open' });
  await closeBatch(store, { ...batch, ...outcome });
  expect(await readBatch(store, batch.id)).toEqual({
    ...batch,
    ...outcome,
    state: 'closed',
    finishedAt: expect.stringMatching(/^\d{4}-.*Z$/),
  });
  expect(await readBatch(store, 'nothing')).toBeNull();
});

it('goes on with the open batch of the same command, and of no other', async () => {
  const { batch } = await openBatch(store, start);
  expect(await openBatch(store, { ...start, startedAt: '2026-11-23T10:00:00Z' })).toEqual({
    batch,
    continued: true,
  });
  for (const other of [{ paths: ['/cajas/2'] }, { user: 'otra' }, { options: { eachFile: true } }])
    expect((await openBatch(store, { ...start, ...other })).continued).toBe(false);
  await closeBatch(store, { ...batch, ...outcome });
  expect((await openBatch(store, start)).continued).toBe(false);
});

it('lists the open ones without reading the others whole', async () => {
  const { batch: closed } = await openBatch(store, start);
  await closeBatch(store, { ...closed, ...outcome });
  const { batch: open } = await openBatch(store, start);
  const read: string[] = [];
  const watched: ObjectStore = {
    ...store,
    get(key) {
      read.push(key);
      return store.get(key);
    },
  };
  const found = [];
  for await (const batch of listOpenBatches(watched)) found.push(batch);
  expect(found).toEqual([open]);
  expect(read).toEqual([`batches/${open.id}.json`]);
});
