import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSpool, type Spool } from '../../../src/adapters/object-store/spool.ts';
import { IntegrityError } from '../../../src/model/errors.ts';

let folder: string;
let spool: Spool;
let fetched: string[];
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'foja-test-'));
  vi.stubEnv('TMPDIR', folder);
  spool = openSpool({ keptBytes: 10 });
  fetched = [];
});
afterEach(async () => {
  await spool.close();
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

const take = (key: string, text = '12345') =>
  spool.file({
    ...{ key, etag: 'e' },
    async fetch() {
      fetched.push(key);
      return Readable.from([Buffer.from(text)]);
    },
  });

describe('local copies', () => {
  it('are fetched once, however many ask', async () => {
    const copies = await Promise.all([take('a'), take('a'), take('a')]);
    for (const each of copies) expect(await readFile(each.path, 'utf8')).toBe('12345');
    expect(fetched).toEqual(['a']);
  });

  it('stay while they are used, and as many after that as there is room for', async () => {
    const [a, b, c, d] = await Promise.all(['a', 'b', 'c', 'd'].map((key) => take(key)));
    for (const each of [a!, b!, c!]) await each[Symbol.asyncDispose]();
    expect([a, b, c, d].map((each) => existsSync(each!.path))).toEqual([false, true, true, true]);
    await take('b');
    await take('a');
    // The four at once come in any order.
    expect(fetched.slice(0, 4).toSorted()).toEqual(['a', 'b', 'c', 'd']);
    expect(fetched.slice(4)).toEqual(['a']);
  });

  it('are fetched again after a failure', async () => {
    const from = (fetch: () => Promise<Readable>) => spool.file({ key: 'x', etag: 'e', fetch });
    await expect(from(async () => Readable.from(failing()))).rejects.toThrow('broken');
    await expect(from(() => Promise.reject(new Error('no answer')))).rejects.toThrow('no answer');
    expect(await readFile((await take('x', '1')).path, 'utf8')).toBe('1');
  });

  it('are what the archive says they are, or are not given', async () => {
    const fetch = vi.fn(async () => Readable.from([Buffer.from('12'), Buffer.from('345')]));
    const sha512 = (text: string) => createHash('sha512').update(text).digest('hex');
    const as = (text: string) => spool.file({ key: 'x', sha512: sha512(text), fetch });
    await expect(as('12346')).rejects.toThrow(IntegrityError);
    const copies = [await as('12345'), await as('12345')];
    for (const { path: at } of copies) expect(await readFile(at, 'utf8')).toBe('12345');
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it('are fetched again when another process took them for abandoned', async () => {
    const first = await take('a');
    const longAgo = Date.now() / 1000 - 25 * 60 * 60;
    await utimes(path.dirname(first.path), longAgo, longAgo);
    await using other = openSpoolAndDispose();
    const fetch = async () => Readable.from([Buffer.from('z')]);
    await other.spool.file({ key: 'z', etag: 'e', fetch });
    expect(existsSync(first.path)).toBe(false);
    expect(await readFile((await take('a')).path, 'utf8')).toBe('12345');
  });
});

function openSpoolAndDispose() {
  const other = openSpool();
  return { spool: other, [Symbol.asyncDispose]: () => other.close() };
}

// biome-ignore lint/correctness/useYield: it fails before it can
async function* failing(): AsyncGenerator<Buffer> {
  throw new Error('broken');
}
