// versitygw looks whether something is there and then writes: of eight that create an object at once, several succeed. What does not
// hang on that it does well, so an archive there can be read; it is refused for writing.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openS3Store } from '../../../src/adapters/object-store/s3.ts';
import { DependencyError } from '../../../src/errors.ts';
import type { ObjectStore } from '../../../src/ports/object-store.ts';
import { objectStoreContract } from '../../contracts/object-store.ts';
import type { Server } from '../../support/servers/program.ts';
import { awsVariables, makeBucket, startVersitygw, VERSITYGW } from '../../support/servers/s3.ts';

const HANG_ON_CONDITIONS = [
  'stores what is too large for one request',
  'creates only where nothing is',
  'replaces only what is unchanged',
  'lets exactly one of eight create',
  'loses no update of eight that replace',
];

describe.skipIf(!VERSITYGW)('on versitygw', () => {
  let server: Server;
  let scratch: string;
  let url: string;
  const opened: ObjectStore[] = [];

  beforeAll(async () => {
    server = await startVersitygw();
    await makeBucket(server.url, 'contrato');
  });
  afterAll(() => server[Symbol.asyncDispose]());

  beforeEach(async () => {
    for (const [name, value] of Object.entries(awsVariables(server.url))) vi.stubEnv(name, value);
    scratch = await mkdtemp(path.join(tmpdir(), 'foja-s3-'));
    url = `s3://contrato/${randomBytes(6).toString('hex')}`;
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    for (const store of opened.splice(0)) await store.close();
    await rm(scratch, { recursive: true, force: true });
  });

  const open = async () => {
    const store = await openS3Store(url);
    opened.push(store);
    return store;
  };

  objectStoreContract(
    'a bucket',
    async () => ({ store: await open(), reopen: open, scratch }),
    HANG_ON_CONDITIONS,
  );

  it('is refused wherever one of many must win, and says why', async () => {
    const store = await open();
    const once = store.put('once', Buffer.from('x'), { if: 'absent' });
    await expect(once).rejects.toThrow(DependencyError);
    await expect(once).rejects.toThrow(/VERSITYGW.*can be read, not written to/);
    expect(await store.head('once')).toBeNull();
    const { etag } = await store.put('there', Buffer.from('x'));
    await expect(store.put('there', Buffer.from('y'), { if: { etag } })).rejects.toThrow(DependencyError);
  });

  it('stores large files without conditions', async () => {
    const store = await open();
    const bytes = randomBytes(12 * 1024 * 1024);
    expect(await store.put('large', bytes)).toMatchObject({ bytes: bytes.length });
    expect(bytes.equals(await store.get('large'))).toBe(true);
  });

  it('has no key that is the folder of another', async () => {
    const store = await open();
    await store.put('a/b', Buffer.from('x'));
    for (const key of ['a', 'a/b/c']) {
      const put = store.put(key, Buffer.from('x')).catch((error: unknown) => error);
      expect(await put).toMatchObject({ code: 'key-in-the-way' });
    }
  });
});
