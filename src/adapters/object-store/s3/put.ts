import { createHash } from 'node:crypto';
import { HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import type { ObjectBody, PutOptions, StoredObject } from '../../../ports/object-store.ts';
import { openBody, PART_BYTES } from './body.ts';
import { request, type S3Connection } from './connection.ts';
import { conflict, isAbsent } from './errors.ts';
import { putParts } from './multipart.ts';
import { retentionOf } from './short-retention.ts';
import { compare, conditionOf, newMark, type Written, writeOnce } from './write.ts';

/**
 * Stores a body below the full key. The server gets the SHA-256 of what is sent and refuses anything else; what it says to
 * have stored is compared once more. At most a few parts are in memory.
 */
export async function putObject(
  connection: S3Connection,
  key: string,
  body: ObjectBody,
  options: PutOptions,
): Promise<Omit<StoredObject, 'key'>> {
  await using outgoing = await openBody(body, options.sha256);
  const { bytes, parts } = outgoing;
  if (bytes > PART_BYTES) {
    await checkBefore(connection, key, options);
    const { etag, sha512 } = await putParts(connection, key, outgoing, options);
    return { etag, bytes, sha512 };
  }
  const whole: Buffer[] = [];
  for await (const part of parts) whole.push(part);
  const sha512 = outgoing.finish();
  const { etag } = await putWhole(connection, key, whole[0]!, options);
  return { etag, bytes, sha512 };
}

async function putWhole(
  connection: S3Connection,
  key: string,
  bytes: Buffer,
  { if: condition, signal }: PutOptions,
): Promise<Written> {
  const { client, bucket } = connection;
  const mark = newMark();
  const sha256 = createHash('sha256').update(bytes).digest('base64');
  const command = {
    ...{ Bucket: bucket, Key: key, Body: bytes, ContentLength: bytes.length },
    // With the digest alone, some servers (Ceph) ignore it.
    ...{ ChecksumAlgorithm: 'SHA256' as const, ChecksumSHA256: sha256 },
    ...conditionOf(condition),
    ...(await retentionOf(connection, key)),
    ...mark,
  };
  const stored = await request(connection, { doing: 'write', key, signal }, (to, attempt) =>
    writeOnce(connection, key, mark, attempt, () => client.send(new PutObjectCommand(command), to)),
  );
  compare(stored.sha256, sha256, `s3://${bucket}/${key}`);
  return stored;
}

// Spares the sending of what would be refused at the end; what decides is the condition on the last request.
async function checkBefore(
  connection: S3Connection,
  key: string,
  { if: condition, signal }: PutOptions,
): Promise<void> {
  if (condition === undefined) return;
  const { client, bucket } = connection;
  const found = await request(connection, { doing: 'read', key, signal }, (to) =>
    client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }), to).catch((error: unknown) => {
      if (isAbsent(error)) return null;
      throw error;
    }),
  );
  const holds = condition === 'absent' ? !found : found?.ETag === condition.etag;
  if (!holds) throw conflict(`s3://${bucket}/${key}`);
}
