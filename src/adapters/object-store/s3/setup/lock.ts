import { DeleteObjectCommand, HeadObjectCommand } from '@aws-sdk/client-s3';
import type { Client, ObjectLockInfo } from 'minio';
import { UnavailableError } from '../../../../model/errors.ts';
import type { Retention } from '../../../../ports/store-setup.ts';
import { OWN_SEGMENT } from '../../keys.ts';
import { request, type S3Connection } from '../connection.ts';
import { isAbsent } from '../errors.ts';
import { putObject } from '../put.ts';
import { type Refused, tryTo } from './client.ts';

/** Sets the default retention where one is wanted, and says which there is; null where there is none. */
export async function setLock(
  admin: Client,
  { bucket }: S3Connection,
  wanted: Retention | null,
  refused: Refused,
): Promise<Retention | null> {
  if (wanted)
    await tryTo('lock', refused, async () =>
      admin.setObjectLockConfig(bucket, {
        mode: wanted.mode === 'compliance' ? 'COMPLIANCE' : 'GOVERNANCE',
        unit: wanted.unit === 'years' ? 'Years' : 'Days',
        validity: wanted.count,
      }),
    );
  // A bucket without a lock answers with an error, which is no refusal.
  const found = await tryTo('lock', {}, async () => {
    // Its type has lost the answer among the overloads for callbacks.
    const answer: unknown = await admin.getObjectLockConfig(bucket);
    return answer as ObjectLockInfo;
  });
  if (!found?.mode || found.validity === undefined) return null;
  return {
    mode: found.mode === 'COMPLIANCE' ? 'compliance' : 'governance',
    count: Number(found.validity),
    unit: found.unit === 'Years' ? 'years' : 'days',
  };
}

/**
 * Whether the server refuses to remove an object that was stored as any other. The object, of a few bytes, stays for as long as the
 * retention says; until then it serves the next proof.
 */
export async function proveWorm(connection: S3Connection, { mode }: Retention): Promise<boolean> {
  const key = `${connection.prefix}${OWN_SEGMENT}/worm`;
  const earlier = await find(connection, key);
  if (earlier?.mode === mode && (await isKept(connection, key, earlier.version))) return true;
  await putObject(connection, key, Buffer.from('locked'), {});
  const stored = await find(connection, key);
  return stored !== null && (await isKept(connection, key, stored.version));
}

// The version at hand; null where there is none, or no versions.
async function find(connection: S3Connection, key: string) {
  const { client, bucket } = connection;
  const found = await request(connection, { doing: 'read', key }, (to) =>
    client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }), to).catch((error: unknown) => {
      if (isAbsent(error)) return null;
      throw error;
    }),
  );
  if (found?.VersionId === undefined) return null;
  return { version: found.VersionId, mode: found.ObjectLockMode?.toLowerCase() };
}

async function isKept(connection: S3Connection, key: string, version: string): Promise<boolean> {
  const { client, bucket } = connection;
  const command = new DeleteObjectCommand({ Bucket: bucket, Key: key, VersionId: version });
  try {
    await request(connection, { doing: 'remove', key }, (to) => client.send(command, to));
    return false;
  } catch (error) {
    // Servers refuse in words of their own; what counts is that it is still there.
    if (error instanceof UnavailableError) throw error;
  }
  return (await find(connection, key))?.version === version;
}
