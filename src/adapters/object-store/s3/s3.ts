import { buffer } from 'node:stream/consumers';
import { DeleteObjectCommand, HeadObjectCommand } from '@aws-sdk/client-s3';
import { NotFoundError } from '../../../model/errors.ts';
import type { ObjectInfo, ObjectStore } from '../../../ports/object-store.ts';
import { checkPrefix } from '../keys.ts';
import { openSpool } from '../spool.ts';
import { fullKey, parseS3Url } from './address.ts';
import { connect, request } from './connection.ts';
import { isAbsent } from './errors.ts';
import { infoOf, listObjects } from './list.ts';
import { putObject } from './put.ts';
import { requireFit } from './setup/fitness.ts';
import { streamObject } from './stream.ts';

/**
 * A bucket of an S3, or a part of one, as object store: `s3://bucket/prefix`. The bucket must be there: `foja setup` makes it.
 *
 * One writer of many wins because the server decides (`If-None-Match`, `If-Match`); before the first such write of a
 * process it must have shown that it can (setup/fitness.ts). A lost answer is never taken for a lost race (write.ts).
 */
export async function openS3Store(url: string): Promise<ObjectStore> {
  const connection = connect(parseS3Url(url));
  const { client, bucket } = connection;
  const spool = openSpool();
  let fit: Promise<void> | null = null;

  const head = (key: string, signal: AbortSignal | undefined): Promise<ObjectInfo | null> => {
    const at = fullKey(connection, key);
    return request(connection, { doing: 'read', key: at, signal }, async (to) => {
      try {
        const found = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: at }), to);
        return infoOf(key, { ...found, Size: found.ContentLength });
      } catch (error) {
        if (isAbsent(error)) return null;
        throw error;
      }
    });
  };

  const stream: ObjectStore['stream'] = async (key, range = {}) => {
    range.signal?.throwIfAborted();
    return (await streamObject(connection, fullKey(connection, key), range)).stream;
  };

  return {
    async put(key, body, options = {}) {
      const at = fullKey(connection, key);
      options.signal?.throwIfAborted();
      if (options.if !== undefined) {
        fit ??= requireFit(connection);
        await fit.catch((error: unknown) => {
          fit = null;
          throw error;
        });
      }
      return { key, ...(await putObject(connection, at, body, options)) };
    },

    async get(key, signal) {
      signal?.throwIfAborted();
      const { stream, etag } = await streamObject(
        connection,
        fullKey(connection, key),
        signal ? { signal } : {},
      );
      return { bytes: await buffer(stream), etag };
    },

    stream,

    async head(key, signal) {
      return head(key, signal);
    },

    async *list(prefix, signal) {
      checkPrefix(prefix);
      yield* listObjects(connection, prefix, signal);
    },

    async remove(key, signal) {
      const at = fullKey(connection, key);
      const command = new DeleteObjectCommand({ Bucket: bucket, Key: at });
      await request(connection, { doing: 'remove', key: at, signal }, (to) => client.send(command, to));
    },

    async asFile(key, { sha512, signal } = {}) {
      signal?.throwIfAborted();
      const fetch = () => stream(key, signal && { signal });
      // Where the caller knows the bytes, the server need not be asked which version it has.
      if (sha512 !== undefined) return spool.file({ key, fetch, sha512 });
      const info = await head(key, signal);
      if (!info)
        throw new NotFoundError('no-such-object', `The store holds no s3://${bucket}/${key}.`, {
          about: `s3://${bucket}/${key}`,
        });
      return spool.file({ key, fetch, etag: info.etag });
    },

    async close() {
      await spool.close();
      client.destroy();
    },
  };
}
