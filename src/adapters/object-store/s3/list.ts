import { type _Object, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { DependencyError } from '../../../model/errors.ts';
import type { ObjectInfo } from '../../../ports/object-store.ts';
import { OWN_SEGMENT } from '../keys.ts';
import { request, type S3Connection } from './connection.ts';

/** Every object below the prefix except the store's own, in the order of the keys' bytes; a page of a thousand at a time. */
export async function* listObjects(
  connection: S3Connection,
  prefix: string,
  signal?: AbortSignal,
): AsyncGenerator<ObjectInfo> {
  const base = connection.prefix;
  let last = Buffer.alloc(0);
  for await (const object of pages(connection, base + prefix, signal)) {
    const key = object.Key!.slice(base.length);
    const bytes = Buffer.from(key);
    // The archive finds an object's files by their standing together.
    if (Buffer.compare(last, bytes) > 0)
      throw new DependencyError(
        'store-unfit',
        `${connection.server() ?? 'The server'} lists ${key} out of order: it cannot hold an archive.`,
        { about: connection.server() ?? key },
      );
    last = bytes;
    if (!key.startsWith(`${OWN_SEGMENT}/`)) yield infoOf(key, object);
  }
}

async function* pages(
  connection: S3Connection,
  prefix: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<_Object> {
  const { client, bucket } = connection;
  let token: string | undefined;
  do {
    const command = new ListObjectsV2Command({
      ...{ Bucket: bucket, Prefix: prefix, EncodingType: 'url' as const },
      ...(token !== undefined && { ContinuationToken: token }),
    });
    const page = await request(connection, { doing: 'list', key: prefix, signal }, (to) =>
      client.send(command, to),
    );
    // Keys may hold what XML cannot; but not every server does as it is asked.
    const decode = page.EncodingType === 'url' ? decodeKey : (key: string) => key;
    for (const object of page.Contents ?? []) {
      signal?.throwIfAborted();
      yield { ...object, Key: decode(object.Key!) };
    }
    token = page.IsTruncated ? page.NextContinuationToken : undefined;
  } while (token !== undefined);
}

const decodeKey = (key: string) => decodeURIComponent(key.replaceAll('+', ' '));

/** An object's facts as the port tells them. HEAD knows the time to the second, so a listing may not know it better. */
export function infoOf(
  key: string,
  {
    Size,
    ETag,
    LastModified,
  }: { Size?: number | undefined; ETag?: string | undefined; LastModified?: Date | undefined },
): ObjectInfo {
  const seconds = Math.floor((LastModified?.getTime() ?? 0) / 1000);
  return { key, bytes: Size ?? 0, etag: ETag ?? '', modifiedAt: new Date(seconds * 1000).toISOString() };
}
