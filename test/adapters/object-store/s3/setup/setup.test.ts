import { randomBytes } from 'node:crypto';
import {
  GetBucketLifecycleConfigurationCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutBucketLifecycleConfigurationCommand,
} from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseS3Url } from '../../../../../src/adapters/object-store/s3/address.ts';
import { connect } from '../../../../../src/adapters/object-store/s3/connection.ts';
import { openS3Store } from '../../../../../src/adapters/object-store/s3/s3.ts';
import { adminClient } from '../../../../../src/adapters/object-store/s3/setup/client.ts';
import { setLifecycle } from '../../../../../src/adapters/object-store/s3/setup/lifecycle.ts';
import { setUpS3 } from '../../../../../src/adapters/object-store/s3/setup/setup.ts';
import { foja, temporaryFolder } from '../../../../support/foja.ts';
import type { Server } from '../../../../support/servers/program.ts';
import {
  awsVariables,
  clientOf,
  MINIO,
  makeBucket,
  startMinio,
  startVersitygw,
  VERSITYGW,
} from '../../../../support/servers/s3.ts';

let server: Server;
let bucket: string;
const use = (url: string) => {
  for (const [name, value] of Object.entries(awsVariables(url))) vi.stubEnv(name, value);
};
beforeEach(() => {
  bucket = `archivo-${randomBytes(4).toString('hex')}`;
  use(server.url);
});
afterEach(() => vi.unstubAllEnvs());

describe.skipIf(!MINIO)('setting up a bucket on MinIO', () => {
  beforeAll(async () => {
    server = await startMinio();
  });
  afterAll(() => server[Symbol.asyncDispose]());

  it('makes it, and says what was tried out', async () => {
    const report = await setUpS3(`s3://${bucket}/gto`);
    expect(report).toMatchObject({
      ...{ bucket, prefix: 'gto/', server: 'MinIO', created: true, fit: true },
      fitness: { checksums: true, createsOnce: true, replacesOnce: true, createsLargeOnce: true },
      ...{ versioning: true, lock: null, worm: false, lifecycle: { workDays: 30 } },
    });
    expect(await setUpS3(`s3://${bucket}/gto`)).toMatchObject({ created: false, fit: true });
    const left = await clientOf(server.url).send(new ListObjectsV2Command({ Bucket: bucket }));
    expect(left.Contents?.map(({ Key }) => Key)).toEqual(['gto/.foja/fitness.json']);
  });

  it('claims protection only after a removal was refused', async () => {
    const retention = { mode: 'compliance', count: 1, unit: 'days' } as const;
    const report = await setUpS3(`s3://${bucket}`, retention);
    expect(report).toMatchObject({ lock: retention, worm: true });
    expect(report.refused).not.toHaveProperty('lock');
    // Once set, it is found without being asked for.
    expect(await setUpS3(`s3://${bucket}`)).toMatchObject({ lock: retention, worm: true });
    const kept = await clientOf(server.url).send(
      new ListObjectVersionsCommand({ Bucket: bucket, Prefix: '.foja/worm' }),
    );
    expect(kept.Versions).toHaveLength(1);
  });

  it('locks what is archived, and not for as long what only passes through', async () => {
    await setUpS3(`s3://${bucket}/gto`, { mode: 'compliance', count: 10, unit: 'years' });
    const store = await openS3Store(`s3://${bucket}/gto`);
    const large = Buffer.alloc(9 * 1024 * 1024);
    const days: Record<string, number> = {};
    for (const key of ['archive/a', 'work/a', 'work/large']) {
      await store.put(key, key === 'work/large' ? large : Buffer.from('x'));
      const found = await clientOf(server.url).send(
        new HeadObjectCommand({ Bucket: bucket, Key: `gto/${key}` }),
      );
      days[key] = Math.round((found.ObjectLockRetainUntilDate!.getTime() - Date.now()) / 86_400_000);
    }
    expect(days).toMatchObject({ 'work/a': 1, 'work/large': 1 });
    expect(days['archive/a']).toBeGreaterThan(3_600);
    await store.remove('work/a');
    expect(await store.head('work/a')).toBeNull();
    await store.close();
  });

  it('says that a bucket made without a lock cannot get one', async () => {
    await makeBucket(server.url, bucket);
    const retention = { mode: 'governance', count: 10, unit: 'years' } as const;
    const report = await setUpS3(`s3://${bucket}`, retention);
    expect(report).toMatchObject({ lock: null, worm: false, fit: true });
    expect(report.refused.lock).toMatch(/InvalidBucketState/);
  });

  it("leaves other people's rules alone", async () => {
    await makeBucket(server.url, bucket);
    const client = clientOf(server.url);
    const theirs = {
      ID: 'suya',
      Status: 'Enabled',
      Filter: { Prefix: 'otra/' },
      Expiration: { Days: 3 },
    } as const;
    await client.send(
      new PutBucketLifecycleConfigurationCommand({
        Bucket: bucket,
        LifecycleConfiguration: { Rules: [theirs] },
      }),
    );
    for (const prefix of ['uno', 'dos', 'uno']) {
      const connection = connect(parseS3Url(`s3://${bucket}/${prefix}`));
      await setLifecycle(await adminClient(connection), connection, {});
      connection.client.destroy();
    }
    const found = await client.send(new GetBucketLifecycleConfigurationCommand({ Bucket: bucket }));
    expect(found.Rules?.map(({ ID, Filter }) => [ID, Filter?.Prefix]).sort()).toEqual([
      ['foja work dos/', 'dos/work/'],
      ['foja work uno/', 'uno/work/'],
      ['suya', 'otra/'],
    ]);
  });

  it('says it in Spanish, or as JSON', async () => {
    await using box = await temporaryFolder();
    const said = await foja(box.path, 'setup', '--archive', `s3://${bucket}/gto`, '--retain', '2d');
    expect(said.code).toBe(0);
    expect(said.stdout).toContain('depósito creado (servidor MinIO)');
    expect(said.stdout).toContain('protege contra borrado: 2 días, modo governance (comprobado');
    expect(said.stdout).toContain('Este servidor sirve para guardar un archivo.');
    const again = await foja(box.path, 'setup', '--archive', `s3://${bucket}/gto`, '--json');
    expect(again.json).toMatchObject([{ bucket, fit: true, worm: true, created: false }]);
  });

  it('refuses folders, odd periods and a server that it may not use', async () => {
    await using box = await temporaryFolder();
    expect(await foja(box.path, 'setup')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('setup-needs-s3'),
    });
    const odd = await foja(box.path, 'setup', '--archive', `s3://${bucket}`, '--retain', '10 años');
    expect(odd).toMatchObject({ code: 1, stderr: expect.stringContaining('365d') });
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'otra');
    const denied = await foja(box.path, 'setup', '--archive', `s3://${bucket}`);
    expect(denied).toMatchObject({ code: 5, stderr: expect.stringContaining('no da permiso') });
  });
});

describe.skipIf(!VERSITYGW)('setting up a bucket on versitygw', () => {
  beforeAll(async () => {
    server = await startVersitygw();
  });
  afterAll(() => server[Symbol.asyncDispose]());

  it('names the server unfit, and what it can do all the same', async () => {
    const retention = { mode: 'governance', count: 2, unit: 'days' } as const;
    const report = await setUpS3(`s3://${bucket}/gto`, retention);
    expect(report).toMatchObject({
      ...{ server: 'VERSITYGW', fit: false, fitness: { checksums: true, replacesOnce: false } },
      ...{ versioning: true, lock: retention, worm: true, lifecycle: { workDays: null, uploadDays: null } },
    });
    await using box = await temporaryFolder();
    const said = await foja(box.path, 'setup', '--archive', `s3://${bucket}/gto`);
    expect(said).toMatchObject({ code: 3, stdout: expect.stringContaining('NO sirve para escribir') });
    vi.stubEnv('FOJA_INDEX', 'sqlite:indice.sqlite');
    const ingest = await foja(box.path, 'ingest', '.', '--archive', `s3://${bucket}/gto`);
    expect(ingest).toMatchObject({ code: 3, stderr: expect.stringContaining('store-unfit') });
  });
});
