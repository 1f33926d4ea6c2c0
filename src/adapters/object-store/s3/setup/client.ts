import { HeadBucketCommand } from '@aws-sdk/client-s3';
import { Client, S3Error } from 'minio';
import type { Asked } from '../../../../ports/store-setup.ts';
import { request, type S3Connection } from '../connection.ts';
import { isAbsent, s3Error } from '../errors.ts';

/** What a server refused, in its own words, by what was asked. */
export type Refused = { [what in Asked]?: string };

/** A minio client for the place that the AWS_* variables name. Fails as the first request does. */
export async function adminClient(connection: S3Connection): Promise<Client> {
  const { client, bucket } = connection;
  // The SDK looks its endpoint up with the first request.
  await request(connection, { doing: 'read', key: '' }, (to) =>
    client.send(new HeadBucketCommand({ Bucket: bucket }), to).catch((error: unknown) => {
      if (!isAbsent(error)) throw error;
    }),
  );
  const { config } = client;
  const { accessKeyId, secretAccessKey, sessionToken } = await config.credentials();
  const endpoint = connection.endpoint();
  return new Client({
    endPoint: endpoint?.hostname ?? 's3.amazonaws.com',
    useSSL: endpoint?.protocol !== 'http:',
    ...(endpoint?.port && { port: Number(endpoint.port) }),
    pathStyle: endpoint !== null,
    region: await config.region(),
    ...{ accessKey: accessKeyId, secretKey: secretAccessKey },
    ...(sessionToken !== undefined && { sessionToken }),
  });
}

/** Carries a request of the minio client out; its failure is one of foja's errors. */
export async function ask<T>({ bucket }: S3Connection, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const coded = error instanceof S3Error ? Object.assign(error, { Code: error.code }) : error;
    throw s3Error(coded, 'set up', `s3://${bucket}`);
  }
}

/** Asks for what a server may not know, or the keys may not be allowed: null then, and noted. */
export async function tryTo<T>(
  what: keyof Refused,
  refused: Refused,
  work: () => Promise<T>,
): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof S3Error)) throw error;
    refused[what] = `${error.code}: ${error.message}`;
    return null;
  }
}
