import { createHash, randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { beforeEach, describe, expect, it as vitestIt } from 'vitest';
import { ConflictError, IntegrityError, NotFoundError, UsageError } from '../../src/model/errors.ts';
import type { ObjectStore } from '../../src/ports/object-store.ts';

export interface StoreUnderTest {
  readonly store: ObjectStore;
  /** The same objects through another connection, as another process has them. */
  reopen(): Promise<ObjectStore>;
  /** A local folder for files to store, outside of the store. */
  readonly scratch: string;
}

/** Characters that file systems and URLs are known to trip over. */
const AWKWARD = [
  'ñ',
  'Ñ',
  ' ',
  "'",
  '"',
  '%',
  '%2F',
  '+',
  '&',
  '?',
  '#',
  '~',
  ':',
  '*',
  '.',
  '-',
  '文',
  '😀',
  '́',
];

const segment = fc
  .array(fc.oneof(fc.constantFrom(...AWKWARD), fc.string({ unit: 'grapheme', maxLength: 3 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.join('').normalize('NFC'))
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the port excludes them
  .filter((text) => text !== '' && !/^ *\.{1,2} *$|^\.foja$|[\u0000-\u001f\u007f\\/]/.test(text));

const key = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => segments.join('/'));

/** Every promise of the ObjectStore port. `except` names those that a store is known to break: its own tests show what it does instead. */
export function objectStoreContract(
  name: string,
  open: () => Promise<StoreUnderTest>,
  except: readonly string[] = [],
): void {
  const it = (promise: string, test: () => Promise<void>) => {
    if (!except.includes(promise)) vitestIt(promise, test);
  };
  describe(`${name} keeps the object store's promises`, () => {
    let store: ObjectStore;
    let tested: StoreUnderTest;

    beforeEach(async () => {
      tested = await open();
      store = tested.store;
    });

    const text = async (at: string) => Buffer.from((await store.get(at)).bytes).toString();
    const put = (at: string, body: string) => store.put(at, Buffer.from(body));

    it('gives back what was put, and its digest', async () => {
      const stored = await put('a/ñandú.txt', 'hola');
      expect(await text('a/ñandú.txt')).toBe('hola');
      expect(stored).toMatchObject({ key: 'a/ñandú.txt', bytes: 4, sha512: sha512(Buffer.from('hola')) });
      expect((await store.get('a/ñandú.txt')).etag).toBe(stored.etag);
      const found = (await store.head('a/ñandú.txt'))!;
      expect(found).toMatchObject({ key: stored.key, bytes: stored.bytes, etag: stored.etag });
      expect(Math.abs(Date.parse(found.modifiedAt) - Date.now())).toBeLessThan(60_000);
    });

    it('holds empty objects', async () => {
      expect(await store.put('empty', new Uint8Array())).toMatchObject({ bytes: 0 });
      expect((await store.get('empty')).bytes).toHaveLength(0);
      expect(await buffer(await store.stream('empty'))).toHaveLength(0);
    });

    it('stores files and leaves them as they were', async () => {
      const bytes = randomBytes(3 * 1024 * 1024 + 17);
      const from = path.join(tested.scratch, 'scan.tif');
      await writeFile(from, bytes);
      const stored = await store.put('scan.tif', { path: from }, { sha256: sha256(bytes) });
      expect(stored).toMatchObject({ bytes: bytes.length, sha512: sha512(bytes) });
      expect(bytes.equals((await store.get('scan.tif')).bytes)).toBe(true);
      expect(bytes.equals(await readFile(from))).toBe(true);
    });

    it('stores what is too large for one request', async () => {
      const bytes = randomBytes(12 * 1024 * 1024 + 7);
      const from = path.join(tested.scratch, 'large.tif');
      await writeFile(from, bytes);
      for (const [at, body] of [
        ['large/file', { path: from }],
        ['large/bytes', bytes],
      ] as const) {
        const stored = await store.put(at, body, { if: 'absent', sha256: sha256(bytes) });
        expect(stored).toMatchObject({ bytes: bytes.length, sha512: sha512(bytes) });
        expect(await store.head(at)).toMatchObject({ bytes: bytes.length, etag: stored.etag });
        expect(bytes.equals((await store.get(at)).bytes)).toBe(true);
        const across = await buffer(await store.stream(at, { start: 8_388_600, end: 8_388_700 }));
        expect(bytes.subarray(8_388_600, 8_388_701).equals(across)).toBe(true);
        await expect(store.put(at, body, { if: 'absent' })).rejects.toThrow(ConflictError);
        await expect(store.put(at, body, { sha256: sha256(Buffer.from('other')) })).rejects.toThrow(
          IntegrityError,
        );
        expect(await store.head(at)).toMatchObject({ etag: stored.etag });
      }
    });

    it('stores nothing when the bytes are not those announced', async () => {
      const wrong = store.put('x', Buffer.from('other'), { sha256: sha256(Buffer.from('announced')) });
      await expect(wrong).rejects.toThrow(IntegrityError);
      expect(await store.head('x')).toBeNull();
      await put('x', 'first');
      const worse = store.put('x', Buffer.from('other'), { sha256: sha256(Buffer.from('announced')) });
      await expect(worse).rejects.toThrow(IntegrityError);
      expect(await text('x')).toBe('first');
    });

    it('says when there is nothing', async () => {
      await put('folder/object', 'x');
      for (const absent of ['nothing', 'folder', 'folder/object/below']) {
        await expect(store.get(absent)).rejects.toThrow(NotFoundError);
        await expect(store.stream(absent)).rejects.toThrow(NotFoundError);
        await expect(store.asFile(absent)).rejects.toThrow(NotFoundError);
        expect(await store.head(absent)).toBeNull();
        await store.remove(absent);
      }
      expect(await text('folder/object')).toBe('x');
    });

    it('removes, and may be filled again', async () => {
      await put('a/b/c', 'x');
      await store.remove('a/b/c');
      expect(await keys('')).toEqual([]);
      await put('a/b/c', 'y');
      expect(await text('a/b/c')).toBe('y');
    });

    it('streams ranges', async () => {
      const bytes = randomBytes(700_001);
      await store.put('big', bytes);
      const read = async (range: { start?: number; end?: number }) =>
        buffer(await store.stream('big', range));
      expect(bytes.equals(await read({}))).toBe(true);
      expect(bytes.subarray(5, 300_001).equals(await read({ start: 5, end: 300_000 }))).toBe(true);
      expect(bytes.subarray(700_000).equals(await read({ start: 700_000, end: 900_000 }))).toBe(true);
      expect(bytes.subarray(0, 1).equals(await read({ end: 0 }))).toBe(true);
    });

    it('gives a file to libraries that seek', async () => {
      await put('a/b.pdf', 'pdf');
      await using file = await store.asFile('a/b.pdf');
      expect(await readFile(file.path, 'utf8')).toBe('pdf');
    });

    it('creates only where nothing is', async () => {
      await store.put('once', Buffer.from('first'), { if: 'absent' });
      await expect(store.put('once', Buffer.from('second'), { if: 'absent' })).rejects.toThrow(ConflictError);
      expect(await text('once')).toBe('first');
    });

    it('replaces only what is unchanged', async () => {
      const { etag } = await put('head', 'v1');
      const second = await store.put('head', Buffer.from('v2'), { if: { etag } });
      expect(second.etag).not.toBe(etag);
      await expect(store.put('head', Buffer.from('v3'), { if: { etag } })).rejects.toThrow(ConflictError);
      expect(await text('head')).toBe('v2');
      await store.remove('head');
      await expect(store.put('head', Buffer.from('v3'), { if: { etag: second.etag } })).rejects.toThrow(
        ConflictError,
      );
    });

    it('never shows the same etag for other bytes, however fast the replacing', async () => {
      const etags = new Set<string>();
      for (let turn = 0; turn < 20; turn++) etags.add((await put('fast', `turn ${turn}`)).etag);
      expect(etags.size).toBe(20);
      expect(await store.head('fast')).toMatchObject({ etag: [...etags].at(-1) });
    });

    it('lets exactly one of eight create', async () => {
      const stores = await Promise.all(Array.from({ length: 8 }, () => tested.reopen()));
      const attempts = await Promise.allSettled(
        stores.map((each, index) => each.put('race/one', Buffer.from(`writer ${index}`), { if: 'absent' })),
      );
      const winners = attempts.flatMap(({ status }, index) => (status === 'fulfilled' ? [index] : []));
      expect(winners).toHaveLength(1);
      expect(await text('race/one')).toBe(`writer ${winners[0]}`);
      for (const each of attempts)
        if (each.status === 'rejected') expect(each.reason).toBeInstanceOf(ConflictError);
      await Promise.all(stores.map((each) => each.close()));
    });

    it('takes what twenty write side by side', async () => {
      const stores = await Promise.all(Array.from({ length: 20 }, () => tested.reopen()));
      const bodies = stores.map((_, writer) => randomBytes(50_000 + writer));
      await Promise.all(
        stores.map(async (each, writer) => {
          for (let page = 0; page < 5; page++)
            await each.put(`side/${writer}/${page}`, bodies[writer]!, { sha256: sha256(bodies[writer]!) });
        }),
      );
      expect(await keys('side/')).toHaveLength(100);
      for (const [writer, body] of bodies.entries())
        expect(body.equals((await store.get(`side/${writer}/4`)).bytes)).toBe(true);
      await Promise.all(stores.map((each) => each.close()));
    });

    it('loses no update of eight that replace', async () => {
      const stores = await Promise.all(Array.from({ length: 8 }, () => tested.reopen()));
      await put('count', '0');
      await Promise.all(stores.map(increment));
      expect(await text('count')).toBe('8');
      await Promise.all(stores.map((each) => each.close()));
    });

    it('survives removing and creating side by side', async () => {
      const rounds = Array.from({ length: 20 }, (_, round) => round);
      await Promise.all([
        ...rounds.map(async (round) => {
          await put(`deep/er/gone-${round}`, 'x');
          await store.remove(`deep/er/gone-${round}`);
        }),
        ...rounds.map((round) => put(`deep/er/kept-${round}`, 'x')),
      ]);
      expect((await keys('deep/')).length).toBe(20);
    });

    it('lists below a prefix in the order of the bytes', async () => {
      const all = ['a-b', 'a.txt', 'a/x', 'a/y/z', 'a0', 'b/ñ', 'b/z', 'b/文', 'b/😀', 'B', 'b/\u{ffee}'];
      for (const each of all) await put(each, each);
      const sorted = all.toSorted((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
      expect(await keys('')).toEqual(sorted);
      expect(await keys('a/')).toEqual(['a/x', 'a/y/z']);
      expect(await keys('a/y/')).toEqual(['a/y/z']);
      expect(await keys('nothing/')).toEqual([]);
      for await (const info of store.list('')) expect(info).toEqual(await store.head(info.key));
    });

    it('lists more than fits in one answer', async () => {
      const wanted = Array.from(
        { length: 1_020 },
        (_, index) => `many/${String(index).padStart(4, '0')}/ñ x+y`,
      );
      for (let from = 0; from < wanted.length; from += 20)
        await Promise.all(wanted.slice(from, from + 20).map((each) => put(each, each)));
      expect(await keys('many/')).toEqual(wanted);
    });

    it('refuses keys that it does not promise, and touches nothing', async () => {
      const bad = [
        '',
        '/',
        '/a',
        'a/',
        'a//b',
        '.',
        '..',
        '../a',
        'a/../b',
        'a/./b',
        ' ./a',
        'a/.. ',
        'a\\b',
        'a\0b',
        'a\nb',
      ];
      bad.push('.foja/lock', 'n\u0303', 'a\ud800', 'x'.repeat(256), `${'x/'.repeat(512)}x`);
      for (const each of bad) {
        await expect(store.put(each, Buffer.from('x')), JSON.stringify(each)).rejects.toThrow(UsageError);
        await expect(store.get(each)).rejects.toThrow(UsageError);
        await expect(store.head(each)).rejects.toThrow(UsageError);
        await expect(store.remove(each)).rejects.toThrow(UsageError);
        await expect(store.stream(each)).rejects.toThrow(UsageError);
        await expect(store.asFile(each)).rejects.toThrow(UsageError);
      }
      await expect(keys('a')).rejects.toThrow(UsageError);
      await expect(keys('../')).rejects.toThrow(UsageError);
      expect(await keys('')).toEqual([]);
    });

    it('takes any other key, and lists it as it was given', async () => {
      await fc.assert(
        fc.asyncProperty(fc.uniqueArray(key, { minLength: 1, maxLength: 4 }), async (chosen) => {
          const wanted = chosen.filter((one) => !chosen.some((other) => other.startsWith(`${one}/`)));
          try {
            for (const each of wanted) await put(each, each);
            expect(await keys('')).toEqual(
              wanted.toSorted((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other))),
            );
            for (const each of wanted) expect(await text(each)).toBe(each);
          } finally {
            // Also when it failed: else every smaller set would fail too.
            for (const each of wanted) await store.remove(each);
          }
        }),
        { numRuns: 40, interruptAfterTimeLimit: 5_000 },
      );
    });

    it('stops when told to', async () => {
      const signal = AbortSignal.abort();
      await put('kept', 'x');
      await expect(store.put('x', Buffer.from('x'), { signal })).rejects.toThrow();
      await expect(store.get('kept', signal)).rejects.toThrow();
      await expect(store.remove('kept', signal)).rejects.toThrow();
      expect(await keys('')).toEqual(['kept']);
    });

    async function keys(prefix: string): Promise<string[]> {
      const found: string[] = [];
      for await (const info of store.list(prefix)) found.push(info.key);
      return found;
    }
  });
}

async function increment(store: ObjectStore): Promise<void> {
  for (;;) {
    const { bytes, etag } = await store.get('count');
    const next = Number(Buffer.from(bytes).toString()) + 1;
    try {
      await store.put('count', Buffer.from(String(next)), { if: { etag } });
      return;
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
    }
  }
}

const sha512 = (bytes: Uint8Array) => createHash('sha512').update(bytes).digest('hex');
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
