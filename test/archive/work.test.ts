import { afterEach, beforeEach, expect, it } from 'vitest';
import { clear, getPage, putPage } from '../../src/archive/work.ts';
import type { ObjectStore } from '../../src/ports/object-store.ts';
import { keysOf, scanFolder, storeIn } from './sample.ts';

let folder: Awaited<ReturnType<typeof scanFolder>>;
let store: ObjectStore;
beforeEach(async () => {
  folder = await scanFolder();
  store = await storeIn(folder.base);
});
afterEach(() => folder[Symbol.asyncDispose]());

const key = { documentId: 'doc-1', recipe: 'tesseract 5.3 spa best', page: 3 };
const value = { number: 3, lines: [{ text: 'Año de 1987' }], confidence: 0.91 };

it('finds a result again under the same recipe only', async () => {
  await putPage(store, key, value);
  expect(await getPage(store, key)).toEqual(value);
  expect(await getPage(store, { ...key, recipe: 'another' })).toBeNull();
  expect(await getPage(store, { ...key, page: 4 })).toBeNull();
  expect(await getPage(store, { ...key, documentId: 'doc-2' })).toBeNull();
});

it('takes what is torn, changed or foreign for absent, and replaces it', async () => {
  await putPage(store, key, value);
  const [at] = await keysOf(store, 'work/');
  const whole = Buffer.from((await store.get(at!)).bytes).toString();
  for (const other of [
    '',
    '{',
    'null',
    '[]',
    '{}',
    whole.slice(0, -1),
    whole.replace('0.91', '0.99'),
    whole.replace('":3', '":4'),
  ]) {
    await store.put(at!, Buffer.from(other));
    expect(await getPage(store, key), other).toBeNull();
  }
  await putPage(store, key, value);
  expect(await getPage(store, key)).toEqual(value);
});

it('clears one document', async () => {
  for (const page of [1, 2, 3]) await putPage(store, { ...key, page }, value);
  await putPage(store, { ...key, documentId: 'doc-2' }, value);
  await clear(store, 'doc-1');
  expect(await getPage(store, key)).toBeNull();
  expect(await keysOf(store, 'work/')).toHaveLength(1);
});
