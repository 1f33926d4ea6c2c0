// Makes a bucket ready for an archive, with the minio client, and finds out what its server really offers.
import type { Client } from 'minio';
import type { Retention, StoreReport } from '../../../../ports/store-setup.ts';
import { parseS3Url } from '../address.ts';
import { connect, type S3Connection } from '../connection.ts';
import { adminClient, ask, type Refused, tryTo } from './client.ts';
import { isFit, probeFitness } from './fitness.ts';
import { setLifecycle } from './lifecycle.ts';
import { proveWorm, setLock } from './lock.ts';

/**
 * Makes the bucket where there is none, turns versioning on, sets a default retention when one is wanted, and rules for
 * leftovers; then tries out what the server does. May be run again. AccessError, UnavailableError or UsageError when the server
 * or its bucket cannot be used at all; what it only cannot do stands in the report.
 */
export async function setUpS3(url: string, retention: Retention | null = null): Promise<StoreReport> {
  const connection = connect(parseS3Url(url));
  const refused: Refused = {};
  try {
    const admin = await adminClient(connection);
    const created = await makeBucket(admin, connection, retention !== null);
    const versioning = await setVersioning(admin, connection, refused);
    const lock = await setLock(admin, connection, retention, refused);
    const lifecycle = await setLifecycle(admin, connection, refused);
    const fitness = await probeFitness(connection);
    const worm = lock !== null && (await proveWorm(connection, lock));
    const { bucket, prefix } = connection;
    const { server } = fitness;
    return {
      ...{ bucket, prefix, server, created, fit: isFit(fitness), fitness },
      ...{ versioning, lock, worm, lifecycle, refused },
    };
  } finally {
    connection.client.destroy();
  }
}

function makeBucket(admin: Client, connection: S3Connection, lock: boolean): Promise<boolean> {
  return ask(connection, async () => {
    if (await admin.bucketExists(connection.bucket)) return false;
    const region = await connection.client.config.region();
    await admin.makeBucket(connection.bucket, region, { ObjectLocking: lock });
    return true;
  });
}

async function setVersioning(admin: Client, { bucket }: S3Connection, refused: Refused): Promise<boolean> {
  await tryTo('versioning', refused, () => admin.setBucketVersioning(bucket, { Status: 'Enabled' }));
  const found = await tryTo('versioning', refused, () => admin.getBucketVersioning(bucket));
  return found?.Status === 'Enabled';
}
