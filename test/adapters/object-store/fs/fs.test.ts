import { mkdir, mkdtemp, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accessError } from '../../../../src/adapters/object-store/disk-errors.ts';
import { openFsStore } from '../../../../src/adapters/object-store/fs/fs.ts';
import { AccessError, ConflictError, UsageError } from '../../../../src/model/errors.ts';
import { objectStoreContract } from '../../../contracts/object-store.ts';
import { faulty } from '../faulty.ts';

let base: string;
beforeEach(async () => {
  base = await mkdtemp(path.join(tmpdir(), 'foja-store-'));
});
afterEach(() => rm(base, { recursive: true, force: true }));

const open = () => openFsStore(path.join(base, 'store'));
const reopen = open;

objectStoreContract('a folder', async () => ({ store: await open(), reopen, scratch: base }));

objectStoreContract('a folder in a decorator', async () => ({
  store: faulty(await open(), {}),
  reopen: async () => faulty(await open(), {}),
  scratch: base,
}));

describe('a folder as object store', () => {
  it('keeps objects as files that people can look at', async () => {
    const store = await open();
    await store.put('a/b.txt', Buffer.from('x'));
    expect(await readdir(path.join(base, 'store'))).toEqual(['.foja', 'a']);
    expect(await readdir(path.join(base, 'store/a'))).toEqual(['b.txt']);
    await using file = await store.asFile('a/b.txt');
    expect(file.path).toBe(path.join(base, 'store/a/b.txt'));
  });

  it('writes nothing before the first object, so read-only media can be read', async () => {
    const store = await open();
    expect(await store.head('a')).toBeNull();
    for await (const _ of store.list('')) throw new Error('nothing is there');
    expect(await readdir(base)).toEqual([]);
  });

  it('leaves no file of its own behind, whether a put succeeds or not', async () => {
    const store = await open();
    await store.put('a', Buffer.from('x'), { if: 'absent' });
    await store.put('a', Buffer.from('y'));
    await expect(store.put('a', Buffer.from('z'), { if: { etag: 'old' } })).rejects.toThrow(ConflictError);
    await expect(store.put('b', { path: path.join(base, 'nowhere') })).rejects.toThrow(AccessError);
    expect(await readdir(path.join(base, 'store/.foja/tmp'))).toEqual([]);
  });

  it('removes folders that a removal empties', async () => {
    const store = await open();
    await store.put('a/b/c/d', Buffer.from('x'));
    await store.put('a/e', Buffer.from('x'));
    await store.remove('a/b/c/d');
    expect(await readdir(path.join(base, 'store/a'))).toEqual(['e']);
  });

  it('hides unfinished files, and clears those that nobody touched for a day', async () => {
    const tmp = path.join(base, 'store/.foja/tmp');
    await mkdir(tmp, { recursive: true });
    await writeFile(path.join(tmp, 'crashed'), 'x');
    await writeFile(path.join(tmp, 'busy'), 'x');
    const longAgo = Date.now() / 1000 - 25 * 60 * 60;
    await utimes(path.join(tmp, 'crashed'), longAgo, longAgo);
    const store = await open();
    await store.put('a', Buffer.from('x'));
    const keys = [];
    for await (const { key } of store.list('')) keys.push(key);
    expect(keys).toEqual(['a']);
    expect(await readdir(tmp)).toEqual(['busy']);
  });

  it('shows another etag even when the clock went back', async () => {
    const store = await open();
    await store.put('a', Buffer.from('x'));
    const ahead = Date.now() / 1000 + 60 * 60;
    await utimes(path.join(base, 'store/a'), ahead, ahead);
    const before = (await store.head('a'))!;
    const after = await store.put('a', Buffer.from('y'), { if: { etag: before.etag } });
    const found = (await store.head('a'))!;
    expect(Date.parse(found.modifiedAt)).toBeGreaterThan(Date.parse(before.modifiedAt));
    expect(after.etag).toBe(found.etag);
  });

  it('shows another etag even when the same bytes come back', async () => {
    const store = await open();
    const etags = new Set<string>();
    for (let turn = 0; turn < 20; turn++)
      etags.add((await store.put('fast', Buffer.from(`turn ${turn % 10}`))).etag);
    expect(etags.size).toBe(20);
  });

  it('lists no links', async () => {
    const store = await open();
    await store.put('a/b', Buffer.from('x'));
    await symlink(path.join(base, 'store/a'), path.join(base, 'store/link'));
    const keys = [];
    for await (const { key } of store.list('')) keys.push(key);
    expect(keys).toEqual(['a/b']);
  });

  it('cannot hold an object and others below it', async () => {
    const store = await open();
    await store.put('a/b', Buffer.from('x'));
    for (const key of ['a', 'a/b/c', 'a/b/c/d']) {
      await expect(store.put(key, Buffer.from('x')), key).rejects.toThrow(UsageError);
      await expect(store.put(key, Buffer.from('x'), { if: 'absent' }), key).rejects.toThrow(UsageError);
    }
  });

  it('says what to do when the disk is full, read-only or closed to us', () => {
    for (const [code, remedy] of [
      ['ENOSPC', /free some space/],
      ['EROFS', /mount it for writing/],
      ['EACCES', /right to read and write/],
    ] as const) {
      const vendor = Object.assign(new Error(code), { code, syscall: 'write' });
      const error = accessError(vendor, 'write', 'archivo/x') as AccessError;
      expect(error).toBeInstanceOf(AccessError);
      expect(error.message).toMatch(/archivo\/x/);
      expect(error.message).toMatch(remedy);
      expect(error.cause).toBe(vendor);
    }
  });

  it('reports a place where nothing can be written', async () => {
    await writeFile(path.join(base, 'store'), 'a file, not a folder');
    const store = await open();
    await expect(store.put('a', Buffer.from('x'))).rejects.toThrow(AccessError);
  });
});
