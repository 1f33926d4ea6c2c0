import { addAbortSignal, Readable } from 'node:stream';
import { GetObjectCommand, type GetObjectCommandOutput } from '@aws-sdk/client-s3';
import { pause } from '../retry.ts';
import { request, type S3Connection } from './connection.ts';
import { conflict, isBehindEnd, isConditionFailed, s3Error } from './errors.ts';
import { isPassing } from './passing-failures.ts';

/** Bytes from `start` to `end` inclusive, as the port has it. */
export interface Range {
  readonly start?: number;
  readonly end?: number;
  readonly signal?: AbortSignal;
}

/**
 * The object's bytes. A connection that breaks half-way is taken up again where it broke, for as long as the object is the same
 * (ConflictError when it is not); what arrives in one piece is compared with its checksum by the SDK.
 */
export async function streamObject(
  connection: S3Connection,
  key: string,
  range: Range,
): Promise<{ stream: Readable; etag: string }> {
  const { start = 0, end, signal } = range;
  const isRange = range.start !== undefined || end !== undefined;
  const first = await open(connection, key, { start, end, signal, isRange });
  if (!first) return { stream: Readable.from([], { objectMode: false }), etag: '' };
  const pieces = resuming(connection, key, first, { start, end, signal });
  const stream = Readable.from(pieces, { objectMode: false, highWaterMark: 256 * 1024 });
  return { stream: signal ? addAbortSignal(signal, stream) : stream, etag: first.ETag ?? '' };
}

interface Wanted {
  readonly start: number;
  readonly end: number | undefined;
  readonly signal: AbortSignal | undefined;
}

async function* resuming(
  connection: S3Connection,
  key: string,
  first: GetObjectCommandOutput,
  { start, end, signal }: Wanted,
): AsyncGenerator<Buffer> {
  let answer: GetObjectCommandOutput | null = first;
  const stop = start + (first.ContentLength ?? 0);
  let position = start;
  let failures = 0;
  while (answer) {
    const body = answer.Body as Readable;
    if (signal) addAbortSignal(signal, body);
    try {
      for await (const piece of body) {
        position += piece.length;
        failures = 0;
        yield piece;
      }
      if (position >= stop) return;
      throw Object.assign(new Error('the answer ended early'), { code: 'ERR_STREAM_PREMATURE_CLOSE' });
    } catch (error) {
      signal?.throwIfAborted();
      if (!isPassing(error) || !(await pause(++failures, signal)))
        throw s3Error(error, 'read', `s3://${connection.bucket}/${key}`);
    } finally {
      body.destroy();
    }
    answer = await open(connection, key, { start: position, end, signal, isRange: true, etag: first.ETag });
  }
}

// Null where the range begins behind the end.
function open(
  connection: S3Connection,
  key: string,
  {
    start,
    end,
    signal,
    isRange,
    etag,
  }: Wanted & { readonly isRange: boolean; readonly etag?: string | undefined },
): Promise<GetObjectCommandOutput | null> {
  const { client, bucket } = connection;
  const command = {
    Bucket: bucket,
    Key: key,
    ...(isRange && { Range: `bytes=${start}-${end ?? ''}` }),
    ...(etag !== undefined && { IfMatch: etag }),
  };
  return request(connection, { doing: 'read', key, signal }, async (to) => {
    try {
      return await client.send(new GetObjectCommand(command), to);
    } catch (error) {
      if (isBehindEnd(error)) return null;
      if (isConditionFailed(error)) throw conflict(`s3://${bucket}/${key}`, error);
      throw error;
    }
  });
}
