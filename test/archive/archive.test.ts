import { readFile as readLocal, writeFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Archive,
  addVersion,
  type Head,
  listDocuments,
  openArchive,
  openFile,
  readFile,
  readHead,
  readRecord,
  receive,
  streamFile,
} from '../../src/archive/archive.ts';
import { objectRoot } from '../../src/archive/ocfl/layout.ts';
import {
  AccessError,
  ConflictError,
  IntegrityError,
  NotFoundError,
  UsageError,
} from '../../src/model/errors.ts';
import type { ObjectStore } from '../../src/ports/object-store.ts';
import {
  changeOf,
  faultsOf,
  filledArchive,
  keysOf,
  receiptOf,
  recordOf,
  scanFolder,
  storeIn,
} from './sample.ts';

let folder: Awaited<ReturnType<typeof scanFolder>>;
let store: ObjectStore;
let archive: Archive;
beforeEach(async () => {
  folder = await scanFolder();
  store = await storeIn(folder.base);
  archive = await openArchive(store);
});
afterEach(() => folder[Symbol.asyncDispose]());

const root = objectRoot('doc-1');
const textOf = async (key: string) => Buffer.from((await store.get(key)).bytes).toString();

describe('openArchive', () => {
  it('makes an OCFL 1.1 storage root, once', async () => {
    await openArchive(store);
    expect(await textOf('archive/0=ocfl_1.1')).toBe('ocfl_1.1\n');
    expect(JSON.parse(await textOf('archive/ocfl_layout.json'))).toMatchObject({
      extension: '0004-hashed-n-tuple-storage-layout',
    });
    expect(await keysOf(store)).toHaveLength(3);
  });

  it('goes on where a crash left it half made', async () => {
    await store.remove('archive/0=ocfl_1.1');
    await openArchive(store);
    expect(await faultsOf(archive)).toEqual([]);
  });

  it('makes nothing when it is told not to', async () => {
    for (const key of await keysOf(store)) await store.remove(key);
    await expect(openArchive(store, { create: false })).rejects.toThrow(NotFoundError);
    expect(await keysOf(store)).toEqual([]);
  });

  it('refuses a root that is laid out otherwise', async () => {
    await store.put(
      'archive/ocfl_layout.json',
      Buffer.from('{"extension":"0003-hash-and-id-n-tuple-storage-layout"}'),
    );
    await expect(openArchive(store)).rejects.toThrow(IntegrityError);
    for (const key of await keysOf(store)) await store.remove(key);
    await store.put('archive/0=ocfl_1.0', Buffer.from('ocfl_1.0\n'));
    await expect(openArchive(store)).rejects.toThrow(IntegrityError);
    expect(await keysOf(store)).toEqual(['archive/0=ocfl_1.0']);
  });
});

describe('receive', () => {
  it('keeps the bytes as version 1, with who, when and why', async () => {
    expect(await receive(archive, receiptOf(folder.scans))).toMatchObject({ created: true });
    expect(await textOf(`${root}inventory.json.sha512`)).toMatch(/^[0-9a-f]{128} inventory\.json\n$/);
    const head = await readHead(archive, 'doc-1');
    expect(head).toMatchObject({ version: 1 });
    expect(Object.keys(head!.state).toSorted()).toEqual([
      'original/0001.jpg',
      'original/0002.jpg',
      'record.json',
    ]);
    expect(head!.versions).toEqual([
      {
        version: 1,
        created: '2026-11-22T10:00:00Z',
        message: 'received',
        user: { name: 'Archivo Municipal', address: 'mailto:archivo@example.org' },
      },
    ]);
    for (const [index, scan] of folder.scans.entries())
      expect(Buffer.from(await readFile(archive, 'doc-1', `original/000${index + 1}.jpg`))).toEqual(
        await readLocal(scan),
      );
    expect(await readRecord(archive, 'doc-1')).toEqual(recordOf());
    expect(await faultsOf(archive)).toEqual([]);
  });

  it('keeps the SHA-256 of the delivered files as fixity', async () => {
    await receive(archive, receiptOf(folder.scans));
    const { fixity } = JSON.parse(await textOf(`${root}inventory.json`));
    expect(fixity.sha256).toEqual({
      [receiptOf(folder.scans).files[0]!.sha256]: ['v1/content/original/0001.jpg'],
      [receiptOf(folder.scans).files[1]!.sha256]: ['v1/content/original/0002.jpg'],
    });
  });

  it('does nothing the second time', async () => {
    await receive(archive, receiptOf(folder.scans));
    const before = await keysOf(store);
    const later = receiptOf(folder.scans, {
      record: recordOf({ batch: 'b2' }),
      created: '2027-01-01T00:00:00Z',
    });
    expect(await receive(archive, later)).toMatchObject({ created: false });
    expect(await keysOf(store)).toEqual(before);
    expect((await readRecord(archive, 'doc-1')).batch).toBe('b1');
  });

  it('stores equal pages once and names both', async () => {
    const [scan] = folder.scans;
    const { sha256 } = receiptOf(folder.scans).files[0]!;
    const files = ['original/0001.jpg', 'original/0002.jpg'].map((to) => ({
      from: { path: scan! },
      to,
      sha256,
    }));
    await receive(archive, receiptOf([], { files }));
    expect(await readFile(archive, 'doc-1', 'original/0002.jpg')).toEqual(
      await readFile(archive, 'doc-1', 'original/0001.jpg'),
    );
    expect((await keysOf(store, root)).filter((key) => key.includes('/original/'))).toHaveLength(1);
    expect(await faultsOf(archive)).toEqual([]);
  });

  it('refuses a file that changed since it was identified', async () => {
    await writeFile(folder.scans[1]!, 'scanned again');
    await expect(receive(archive, receiptOf(folder.scans))).rejects.toMatchObject({
      code: 'changed-while-copying',
      message: expect.stringContaining('oficio 2.jpg'),
    });
    expect(await readHead(archive, 'doc-1')).toBeNull();
  });

  it('says which source is gone', async () => {
    const gone = receipt('nowhere.jpg');
    await expect(receive(archive, gone)).rejects.toThrow(AccessError);
    await expect(receive(archive, gone)).rejects.toMatchObject({ code: 'file-unreadable' });
  });

  it.each(['../original.jpg', 'a/../../b', '/etc/passwd', 'a\\b', ''])('stores nothing as %j', async (to) => {
    const { files } = receiptOf(folder.scans);
    const bad = receiptOf([], { files: [{ ...files[0]!, to }] });
    await expect(receive(archive, bad)).rejects.toThrow(UsageError);
    expect(await keysOf(store)).toHaveLength(3);
  });

  it.each(['', '../x', 'a/b', '.hidden', 'ñ'])('takes no id like %j', async (id) => {
    await expect(receive(archive, receiptOf(folder.scans, { id }))).rejects.toThrow(UsageError);
    await expect(readHead(archive, id)).rejects.toThrow(UsageError);
  });
});

describe('addVersion', () => {
  let received: Head;
  beforeEach(async () => {
    received = (await receive(archive, receiptOf(folder.scans))).head;
  });

  it('adds to what is there and keeps every version', async () => {
    const added = await addVersion(archive, changeOf(received));
    const head = (await readHead(archive, 'doc-1'))!;
    expect(added).toEqual(head);
    expect(head.version).toBe(2);
    expect(head.versions.map(({ version, message }) => [version, message])).toEqual([
      [1, 'received'],
      [2, 'processed'],
    ]);
    expect(head.state['original/0001.jpg']!.contentPath).toBe('v1/content/original/0001.jpg');
    expect(head.state['record.json']!.contentPath).toBe('v2/content/record.json');
    expect((await readRecord(archive, 'doc-1')).status).toBe('processed');
    expect(JSON.parse(await textOf(`${root}v1/content/record.json`)).status).toBe('received');
    expect(await faultsOf(archive)).toEqual([]);
  });

  it('stores bytes that an earlier version has no second time', async () => {
    const processed = await addVersion(archive, changeOf(received));
    await addVersion(archive, {
      ...changeOf(processed, 'read', { remove: ['text.txt'] }),
      record: recordOf({ status: 'partial' }),
      files: [{ to: 'copy.jpg', from: { path: folder.scans[0]! } }],
    });
    const head = (await readHead(archive, 'doc-1'))!;
    expect(head.version).toBe(3);
    expect(head.state['copy.jpg']!.contentPath).toBe('v1/content/original/0001.jpg');
    expect(head.state['text.txt']).toBeUndefined();
    expect((await keysOf(store, `${root}v3/content/`)).map((key) => key.slice(root.length))).toEqual([
      'v3/content/record.json',
    ]);
    expect(await faultsOf(archive)).toEqual([]);
  });

  it('makes one version of the same change done twice', async () => {
    const processed = await addVersion(archive, changeOf(received));
    const again = { ...changeOf(received), created: '2026-11-22T11:00:00Z' };
    expect(await addVersion(archive, again)).toEqual(processed);
    expect(await addVersion(archive, changeOf(processed))).toBe(processed);
    expect(processed.versions).toHaveLength(2);
    expect(await readHead(archive, 'doc-1')).toEqual(processed);
    expect(await faultsOf(archive)).toEqual([]);
  });

  it('refuses a change made from an older version, and leaves nothing of it', async () => {
    const processed = await addVersion(archive, changeOf(received));
    const keys = await keysOf(store);
    await expect(addVersion(archive, changeOf(received, 'otherwise'))).rejects.toThrow(ConflictError);
    expect(await keysOf(store)).toEqual(keys);
    const corrected = await addVersion(archive, changeOf(processed, 'corrected'));
    // Both that which is version 2 by now and that which would change nothing of it.
    for (const from of [received, processed])
      await expect(addVersion(archive, changeOf(from))).rejects.toThrow(ConflictError);
    expect(await readHead(archive, 'doc-1')).toEqual(corrected);
    expect(await faultsOf(archive)).toEqual([]);
  });

  it('refuses dates without zone, names given twice', async () => {
    const undated = changeOf(received, 'read', { created: '2026-11-22' });
    await expect(addVersion(archive, undated)).rejects.toThrow(UsageError);
    const twice = [1, 2].map((n) => ({ to: 'a', from: Buffer.from([n]) }));
    const doubled = changeOf(received, 'read', { files: twice });
    await expect(addVersion(archive, doubled)).rejects.toThrow(UsageError);
  });
});

describe('reading', () => {
  it('gives files as bytes, stream and local file', async () => {
    archive = await filledArchive(folder.base, folder.scans);
    const scan = await readLocal(folder.scans[0]!, 'utf8');
    expect(await text(await streamFile(archive, 'doc-1', 'original/0001.jpg'))).toBe(scan);
    expect(await text(await streamFile(archive, 'doc-1', 'original/0001.jpg', { start: 5, end: 6 }))).toBe(
      '1 ',
    );
    await using file = await openFile(archive, 'doc-1', 'original/0001.jpg');
    expect(await readLocal(file.path, 'utf8')).toBe(scan);
  });

  it('says what is not there', async () => {
    expect(await readHead(archive, 'doc-1')).toBeNull();
    await expect(readRecord(archive, 'doc-1')).rejects.toThrow(NotFoundError);
    await receive(archive, receiptOf(folder.scans));
    await expect(readFile(archive, 'doc-1', 'access.pdf')).rejects.toThrow(NotFoundError);
    await expect(readFile(archive, 'doc-1', 'constructor')).rejects.toThrow(NotFoundError);
  });

  it('gives no bytes that are not what they were', async () => {
    await receive(archive, receiptOf(folder.scans));
    await store.put(`${root}v1/content/original/0001.jpg`, Buffer.from('rotten'));
    await expect(readFile(archive, 'doc-1', 'original/0001.jpg')).rejects.toThrow(IntegrityError);
    const stream = await streamFile(archive, 'doc-1', 'original/0001.jpg');
    await expect(text(stream)).rejects.toThrow(IntegrityError);
  });

  it('lists documents, and no unfinished receipts', async () => {
    for (const id of ['doc-1', 'doc-2', 'doc-3']) await receive(archive, receiptOf(folder.scans, { id }));
    await store.remove(`${objectRoot('doc-2')}inventory.json`);
    const ids = [];
    for await (const id of listDocuments(archive)) ids.push(id);
    expect(ids.toSorted()).toEqual(['doc-1', 'doc-3']);
  });

  it('lists the others when an inventory is damaged, and then says so', async () => {
    for (const id of ['doc-1', 'doc-2', 'doc-3']) await receive(archive, receiptOf(folder.scans, { id }));
    await store.put(`${objectRoot('doc-2')}inventory.json`, Buffer.from('{'));
    const ids: string[] = [];
    const listing = (async () => {
      for await (const id of listDocuments(archive)) ids.push(id);
    })();
    await expect(listing).rejects.toThrow(IntegrityError);
    expect(ids.toSorted()).toEqual(['doc-1', 'doc-3']);
  });
});

const receipt = (path: string) => {
  const { files } = receiptOf(folder.scans);
  return receiptOf([], { files: [{ ...files[0]!, from: { path } }] });
};
