import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { groupFolder } from '../../src/intake/group.ts';
import { documentId, hashFiles } from '../../src/intake/identify.ts';
import { walk } from '../../src/intake/walk.ts';
import { grayPage, tiffOf } from '../imaging/open/tiffs.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'foja-group-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const put = async (name: string, bytes: Uint8Array) => {
  await mkdir(path.dirname(path.join(root, name)), { recursive: true });
  await writeFile(path.join(root, name), bytes);
};
const jpeg = (shade = 255) =>
  sharp({ create: { width: 40, height: 60, channels: 3, background: { r: shade, g: 0, b: 0 } } })
    .jpeg()
    .toBuffer();
const grouped = async (eachFile = false) => {
  const groups = [];
  for await (const folder of walk([root], '/nowhere'))
    groups.push(...(await groupFolder(folder, { eachFile })));
  return groups;
};
const names = (group: { files: readonly { path: string }[] }) =>
  group.files.map(({ path: it }) => it.slice(it.indexOf('/') + 1));

describe('grouping', () => {
  it('takes the loose page images of a folder as one document, in the order of the paper', async () => {
    for (const name of ['10.jpg', '2.jpg', '2v.jpg', '2 bis.jpg', '1.tif'])
      await put(name, name.endsWith('tif') ? tiffOf([grayPage(20, 30)]) : await jpeg());
    const groups = await grouped();
    expect(groups.map(names)).toEqual([['1.tif', '2.jpg', '2v.jpg', '2 bis.jpg', '10.jpg']]);
    expect(groups[0]!.source).toBe(path.basename(root));
  });

  it('takes a PDF, a multi-page TIFF and what is no scan each as a document', async () => {
    await put('a.pdf', Buffer.from('%PDF-1.4\n'));
    await put('b.tif', tiffOf([grayPage(20, 30), grayPage(20, 30)]));
    await put('lote.csv', Buffer.from('lote;caja\n'));
    await put('001.jpg', await jpeg());
    expect((await grouped()).map(names)).toEqual([['001.jpg'], ['a.pdf'], ['b.tif'], ['lote.csv']]);
  });

  it('does not count a thumbnail as a page', async () => {
    await put(
      'one.tif',
      tiffOf([grayPage(20, 30), grayPage(4, 6, { 254: 1 }), grayPage(20, 30, { 254: 4 })]),
    );
    await put('two.jpg', await jpeg());
    expect((await grouped()).map(names)).toEqual([['one.tif', 'two.jpg']]);
  });

  it('keeps a page that nothing tells of but its name in its place', async () => {
    await put('1.jpg', await jpeg());
    await put('2.jpg', Buffer.alloc(0));
    await put('3.jpg', await jpeg());
    expect((await grouped()).map(names)).toEqual([['1.jpg', '2.jpg', '3.jpg']]);
  });

  it('goes by content, not by name', async () => {
    await put('escaneo.pdf', await jpeg());
    const [group] = await grouped();
    expect(group!.files[0]!.type).toBe('image/jpeg');
  });

  it('makes each file a document when asked', async () => {
    await put('1.jpg', await jpeg());
    await put('2.jpg', await jpeg());
    expect((await grouped(true)).map(names)).toEqual([['1.jpg'], ['2.jpg']]);
  });
});

describe('identity', () => {
  it('is the same bytes in the same order, whatever the names', async () => {
    await put('a/1.jpg', await jpeg(1));
    await put('a/2.jpg', await jpeg(2));
    await put('b/x.jpg', await jpeg(1));
    await put('b/y.jpg', await jpeg(2));
    await put('c/1.jpg', await jpeg(2));
    await put('c/2.jpg', await jpeg(1));
    const ids = await Promise.all(
      (await grouped()).map(async ({ files }) => documentId(await hashFiles(files))),
    );
    expect(ids[0]).toBe(ids[1]);
    expect(ids[0]).not.toBe(ids[2]);
    expect(ids[0]).toMatch(/^[0-9a-f]{32}$/);
  });

  it('of a single file is the start of its own SHA-256, so that anyone can check', async () => {
    await put('x.pdf', Buffer.from('%PDF-1.4\n'));
    const [group] = await grouped();
    const [file] = await hashFiles(group!.files);
    expect(documentId([file!])).toBe(file!.sha256.slice(0, 32));
  });
});
