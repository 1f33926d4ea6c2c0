import { createHash } from 'node:crypto';
import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import type { PutOptions } from '../../../ports/object-store.ts';
import type { Outgoing } from './body.ts';
import { request, type S3Connection } from './connection.ts';
import { retentionOf } from './short-retention.ts';
import { compare, conditionOf, newMark, writeOnce } from './write.ts';

/** Parts on their way at a time; with the one being read, the memory of a put is five parts. */
const AT_ONCE = 4;

interface Upload {
  readonly connection: S3Connection;
  readonly key: string;
  readonly id: string;
}

/**
 * Stores a body in parts, each with its SHA-256. Nothing appears before the last request, which carries the condition; a failure
 * takes the parts away again. Those of a process that was killed stay until the server drops them (`foja setup` says when).
 */
export async function putParts(
  connection: S3Connection,
  key: string,
  outgoing: Outgoing,
  options: PutOptions,
): Promise<{ etag: string; sha512: string }> {
  const { client, bucket } = connection;
  const { signal } = options;
  const mark = newMark();
  const upon = {
    ...{ Bucket: bucket, Key: key, ChecksumAlgorithm: 'SHA256' as const },
    ...(await retentionOf(connection, key)),
    ...mark,
  };
  // Never aborted on its way: the server would keep an upload whose name nobody has heard.
  const created = await request(connection, { doing: 'write', key, signal }, () =>
    client.send(new CreateMultipartUploadCommand(upon)),
  );
  const upload = { connection, key, id: created.UploadId! };
  try {
    const parts = await sendAll(upload, outgoing, signal);
    const sha512 = outgoing.finish();
    const target = { Bucket: bucket, Key: key, UploadId: upload.id };
    const stored = await request(connection, { doing: 'write', key, signal }, (to, attempt) =>
      writeOnce(connection, key, mark, attempt, () =>
        client.send(
          new CompleteMultipartUploadCommand({
            ...target,
            MultipartUpload: { Parts: parts },
            ...conditionOf(options.if),
          }),
          to,
        ),
      ),
    );
    // After an answer that was lost, only HEAD can tell; and HEAD gives the digest of digests too.
    compare(stored.sha256, digestOfDigests(parts), `s3://${bucket}/${key}`);
    return { etag: stored.etag, sha512 };
  } catch (error) {
    // The failure at hand is what counts; parts that even now cannot be taken away are the server's to drop.
    await giveUp(upload).catch(() => {});
    throw error;
  }
}

async function sendAll(
  upload: Upload,
  { parts }: Outgoing,
  signal: AbortSignal | undefined,
): Promise<CompletedPart[]> {
  const sent: CompletedPart[] = [];
  const stop = new AbortController();
  const either = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
  // A failed one stays in, so that the next wait finds it.
  const pending = new Set<Promise<void>>();
  try {
    let number = 0;
    for await (const part of parts) {
      const index = number++;
      const sending: Promise<void> = sendPart(upload, number, part, either).then((done) => {
        sent[index] = done;
        pending.delete(sending);
      });
      pending.add(sending);
      if (pending.size >= AT_ONCE) await Promise.race(pending);
    }
    await Promise.all(pending);
    return sent;
  } catch (error) {
    stop.abort();
    // No part may arrive after the upload was given up.
    await Promise.allSettled(pending);
    throw error;
  }
}

async function sendPart(
  { connection, key, id }: Upload,
  number: number,
  part: Buffer,
  signal: AbortSignal,
): Promise<CompletedPart> {
  const sha256 = createHash('sha256').update(part).digest('base64');
  const command = new UploadPartCommand({
    ...{ Bucket: connection.bucket, Key: key, UploadId: id, PartNumber: number },
    ...{ Body: part, ContentLength: part.length, ChecksumAlgorithm: 'SHA256', ChecksumSHA256: sha256 },
  });
  const { ETag } = await request(connection, { doing: 'write', key, signal }, (to) =>
    connection.client.send(command, to),
  );
  return { PartNumber: number, ETag, ChecksumSHA256: sha256 };
}

// What S3 gives as the SHA-256 of an object in parts.
function digestOfDigests(parts: readonly CompletedPart[]): string {
  const digest = createHash('sha256');
  for (const { ChecksumSHA256 } of parts) digest.update(Buffer.from(ChecksumSHA256!, 'base64'));
  return `${digest.digest('base64')}-${parts.length}`;
}

async function giveUp({ connection, key, id }: Upload): Promise<void> {
  const command = new AbortMultipartUploadCommand({ Bucket: connection.bucket, Key: key, UploadId: id });
  await request(connection, { doing: 'write', key }, (to) => connection.client.send(command, to));
}
