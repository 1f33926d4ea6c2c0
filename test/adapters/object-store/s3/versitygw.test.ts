// versitygw looks whether something is there and then writes: of eight that create an object at once, several succeed. What does not
// hang on that it does well, so an archive there can be read; it is refused for writing.
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { DependencyError } from '../../../../src/model/errors.ts';
import { objectStoreContract } from '../../../contracts/object-store.ts';
import { startVersitygw, VERSITYGW } from '../../../support/servers/s3.ts';
import { useS3 } from '../../../support/servers/s3-suite.ts';

const HANG_ON_CONDITIONS = [
  'stores what is too large for one request',
  'creates only where nothing is',
  'replaces only what is unchanged',
  'lets exactly one of eight create',
  'loses no update of eight that replace',
];

describe.skipIf(!VERSITYGW)('on versitygw', () => {
  const s3 = useS3(startVersitygw);

  objectStoreContract(
    'a bucket',
    async () => ({ store: await s3.open(), reopen: () => s3.open(), scratch: s3.scratch }),
    HANG_ON_CONDITIONS,
  );

  it('is refused wherever one of many must win, and says why', async () => {
    const store = await s3.open();
    const once = store.put('once', Buffer.from('x'), { if: 'absent' });
    await expect(once).rejects.toThrow(DependencyError);
    await expect(once).rejects.toThrow(/VERSITYGW.*can be read, not written to/);
    expect(await store.head('once')).toBeNull();
    const { etag } = await store.put('there', Buffer.from('x'));
    await expect(store.put('there', Buffer.from('y'), { if: { etag } })).rejects.toThrow(DependencyError);
  });

  it('stores large files without conditions', async () => {
    const store = await s3.open();
    const bytes = randomBytes(12 * 1024 * 1024);
    expect(await store.put('large', bytes)).toMatchObject({ bytes: bytes.length });
    expect(bytes.equals((await store.get('large')).bytes)).toBe(true);
  });

  it('has no key that is the folder of another', async () => {
    const store = await s3.open();
    await store.put('a/b', Buffer.from('x'));
    for (const key of ['a', 'a/b/c']) {
      const put = store.put(key, Buffer.from('x')).catch((error: unknown) => error);
      expect(await put).toMatchObject({ code: 'key-in-the-way' });
    }
  });
});
