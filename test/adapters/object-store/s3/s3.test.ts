import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { GetObjectCommand, ListMultipartUploadsCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openS3Store } from '../../../../src/adapters/object-store/s3/s3.ts';
import {
  AccessError,
  ConflictError,
  IntegrityError,
  UnavailableError,
  UsageError,
} from '../../../../src/model/errors.ts';
import { objectStoreContract } from '../../../contracts/object-store.ts';
import { startProxy, type Wire } from '../../../support/servers/proxy.ts';
import { MINIO, startMinio } from '../../../support/servers/s3.ts';
import { BUCKET, useS3 } from '../../../support/servers/s3-suite.ts';

describe.skipIf(!MINIO)('on MinIO', () => {
  const s3 = useS3(startMinio);
  let proxy: Wire;
  beforeAll(async () => {
    proxy = await startProxy(s3.server.port);
  });
  afterAll(() => proxy[Symbol.asyncDispose]());

  const openThroughProxy = () => {
    s3.use(proxy.url);
    return s3.open();
  };
  const unfinishedUploads = async (key: string) => {
    const found = await s3.client.send(
      new ListMultipartUploadsCommand({ Bucket: BUCKET, Prefix: `${s3.prefix}/${key}` }),
    );
    return found.Uploads?.length ?? 0;
  };

  objectStoreContract('a bucket', async () => ({
    store: await s3.open(),
    reopen: () => s3.open(),
    scratch: s3.scratch,
  }));

  describe('a bucket as object store', () => {
    it('lies below its prefix, and shows nothing of its own', async () => {
      const store = await s3.open();
      await store.put('a/b', Buffer.from('x'), { if: 'absent' });
      const other = await s3.open(`s3://${BUCKET}`);
      const keys: string[] = [];
      for await (const { key } of other.list(`${s3.prefix}/`)) keys.push(key);
      expect(keys.filter((key) => !key.includes('/.foja/'))).toHaveLength(1);
      for await (const { key } of store.list('')) expect(key).toBe('a/b');
    });

    it('leaves no parts behind when a large put fails', async () => {
      const store = await s3.open();
      const bytes = randomBytes(12 * 1024 * 1024);
      const wrong = { sha256: createHash('sha256').update('other').digest('hex') };
      await expect(store.put('large', bytes, wrong)).rejects.toThrow(IntegrityError);
      const signal = AbortSignal.timeout(20);
      await expect(store.put('large', bytes, { signal })).rejects.toThrow();
      expect(await store.head('large')).toBeNull();
      expect(await unfinishedUploads('large')).toBe(0);
    });

    it('takes a lost answer for what it was, and a lost race for a lost race', async () => {
      const store = await openThroughProxy();
      await store.put('warm', Buffer.from('x'), { if: 'absent' });
      proxy.loseAnswerTo('PUT /');
      const created = await store.put('once', Buffer.from('first'), { if: 'absent' });
      expect(created).toMatchObject({ etag: (await store.head('once'))!.etag });

      proxy.loseAnswerTo('PUT /');
      const replaced = await store.put('once', Buffer.from('second'), { if: { etag: created.etag } });
      expect(await store.head('once')).toMatchObject({ etag: replaced.etag });

      proxy.loseAnswerTo('PUT /');
      // The same bytes as are there, and yet not ours.
      await expect(store.put('once', Buffer.from('second'), { if: 'absent' })).rejects.toThrow(ConflictError);
    });

    it('takes any lost answer of a large put for what it was', async () => {
      const store = await openThroughProxy();
      const bytes = randomBytes(9 * 1024 * 1024);
      await store.put('warm', Buffer.from('x'), { if: 'absent' });
      for (const [name, request] of [
        ['begin', '?uploads'],
        ['part', 'partNumber=2'],
        ['end', '<CompleteMultipartUpload'],
      ] as const) {
        proxy.loseAnswerTo(request);
        const before = proxy.connections();
        const stored = await store.put(name, bytes, { if: 'absent' });
        expect(proxy.connections()).toBeGreaterThan(before);
        expect(stored).toMatchObject({ bytes: bytes.length, etag: (await store.head(name))!.etag });
        expect(bytes.equals((await store.get(name)).bytes)).toBe(true);
      }
    });

    it('reads on where a connection broke', async () => {
      const store = await openThroughProxy();
      const bytes = randomBytes(3 * 1024 * 1024);
      await store.put('big', bytes);
      proxy.cutNextAfter(1_500_000);
      expect(bytes.equals((await store.get('big')).bytes)).toBe(true);
      proxy.cutNextAfter(1_000_000);
      const range = await buffer(await store.stream('big', { start: 100, end: 2_500_000 }));
      expect(bytes.subarray(100, 2_500_001).equals(range)).toBe(true);
    });

    it('never mixes two versions of an object in one reading', async () => {
      const store = await openThroughProxy();
      // More than the buffers on the way hold.
      await store.put('changing', randomBytes(24 * 1024 * 1024));
      const stream = await store.stream('changing');
      s3.use(s3.server.url);
      await (await s3.open()).put('changing', randomBytes(24 * 1024 * 1024));
      // What is left to read is another object by now.
      proxy.cutAll();
      await expect(buffer(stream)).rejects.toThrow(ConflictError);
    });

    it('does not wait long for a server that never answered', async () => {
      let dialled = 0;
      const nobody = createServer((socket) => {
        dialled++;
        socket.resetAndDestroy();
      });
      await new Promise<void>((resolve) => nobody.listen(0, '127.0.0.1', resolve));
      s3.use(`http://127.0.0.1:${(nobody.address() as AddressInfo).port}`);
      const asked = (await s3.open()).get('x').catch((error: unknown) => error);
      expect(await asked).toMatchObject({ constructor: UnavailableError, code: 's3-unavailable' });
      expect(dialled).toBe(4);
      await new Promise((resolve) => nobody.close(resolve));
    });

    it('stops waiting for a server that is gone when told to', async () => {
      s3.use('http://127.0.0.1:9');
      const store = await s3.open();
      await expect(store.get('x', AbortSignal.timeout(150))).rejects.toThrow(/abort|timeout/i);
    });

    it('says when the keys are wrong, when there are none, and when there is no bucket', async () => {
      vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'otra');
      const denied = (await s3.open()).get('x').catch((error: unknown) => error);
      expect(await denied).toMatchObject({ constructor: AccessError, code: 's3-denied' });

      s3.use(s3.server.url);
      const missing = (await s3.open('s3://no-existe/x'))
        .put('x', Buffer.from('x'))
        .catch((error: unknown) => error);
      expect(await missing).toMatchObject({ constructor: AccessError, code: 'no-bucket' });

      for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) vi.stubEnv(name, undefined);
      vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
      vi.stubEnv('HOME', s3.scratch);
      const anonymous = (await s3.open()).get('x').catch((error: unknown) => error);
      expect(await anonymous).toMatchObject({ constructor: AccessError, code: 's3-no-credentials' });
    });

    it('tries the server out once, and believes what it saw', async () => {
      const record = async () => {
        const Key = `${s3.prefix}/.foja/fitness.json`;
        const { Body } = await s3.client.send(new GetObjectCommand({ Bucket: BUCKET, Key }));
        return JSON.parse(await Body!.transformToString());
      };
      await (await s3.open()).put('a', Buffer.from('x'), { if: 'absent' });
      const first = await record();
      expect(first).toMatchObject({
        server: 'MinIO',
        checksums: true,
        createsOnce: true,
        replacesOnce: true,
      });
      await (await s3.open()).put('b', Buffer.from('x'), { if: 'absent' });
      expect(await record()).toEqual(first);

      const monthsAgo = JSON.stringify({ ...first, checkedAt: '2026-01-01T00:00:00.000Z' });
      const at = { Bucket: BUCKET, Key: `${s3.prefix}/.foja/fitness.json` };
      await s3.client.send(new PutObjectCommand({ ...at, Body: monthsAgo }));
      await (await s3.open()).put('c', Buffer.from('x'), { if: 'absent' });
      const again = await record();
      expect(again).toEqual({ ...first, checkedAt: again.checkedAt });
      expect(Date.parse(again.checkedAt)).toBeGreaterThan(Date.parse('2026-01-01T00:00:00.000Z'));
    });

    it('gives one local copy to many, a new one when the object changed, and keeps none', async () => {
      const store = await s3.open();
      await store.put('a/scan.tif', Buffer.from('first'));
      const [one, other] = await Promise.all([store.asFile('a/scan.tif'), store.asFile('a/scan.tif')]);
      expect(one.path).toBe(other.path);
      expect(path.extname(one.path)).toBe('.tif');
      await one[Symbol.asyncDispose]();
      expect(await readFile(other.path, 'utf8')).toBe('first');
      await store.put('a/scan.tif', Buffer.from('second'));
      await using changed = await store.asFile('a/scan.tif');
      expect(await readFile(changed.path, 'utf8')).toBe('second');
      await store.close();
      expect(existsSync(path.dirname(changed.path))).toBe(false);
    });
  });
});

describe('an address of an archive', () => {
  it.each(['s3://', 's3://X', 's3://a/b', 's3://bucket//a', 's3://bucket/../a', 's3://user@bucket/a'])(
    'refuses %s',
    async (url) => {
      await expect(openS3Store(url)).rejects.toThrow(UsageError);
    },
  );
});
