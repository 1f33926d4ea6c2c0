// The S3 servers that the tests run against.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { findServer, type Server, startServer } from './program.ts';

const KEYS = { user: 'foja-prueba', password: 'solo-para-pruebas' };

/** What AWS_* variables make foja talk to a server of these tests. */
export const awsVariables = (url: string): Record<string, string> => ({
  AWS_ENDPOINT_URL_S3: url,
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: KEYS.user,
  AWS_SECRET_ACCESS_KEY: KEYS.password,
});

export const MINIO = findServer('minio');
export const VERSITYGW = findServer('versitygw');

/** MinIO on one folder, its own or `data`. */
export const startMinio = (data?: string): Promise<Server> =>
  startServer({
    program: MINIO!,
    args: ({ port, folder }) => ['server', '--quiet', '--address', `127.0.0.1:${port}`, data ?? folder],
    env: {
      ...{ MINIO_ROOT_USER: KEYS.user, MINIO_ROOT_PASSWORD: KEYS.password },
      ...{ MINIO_BROWSER: 'off', MINIO_UPDATE: 'off', MINIO_PROMETHEUS_AUTH_TYPE: 'public' },
    },
    readyAt: '/minio/health/ready',
  });

/** versitygw on a folder whose files are the objects. */
export const startVersitygw = (): Promise<Server> =>
  startServer({
    program: VERSITYGW!,
    args({ port, folder }) {
      const [iam, versions, data] = ['iam', 'versions', 'data'].map((name) => path.join(folder, name));
      for (const each of [iam!, versions!, data!]) mkdirSync(each, { recursive: true });
      const common = ['--quiet', '--port', `127.0.0.1:${port}`, '--iam-dir', iam!, '--health', '/health'];
      return [...common, 'posix', '--versioning-dir', versions!, data!];
    },
    env: { ROOT_ACCESS_KEY: KEYS.user, ROOT_SECRET_KEY: KEYS.password },
    readyAt: '/health',
  });

/** A client of the tests' own, for what foja does not do. */
export const clientOf = (url: string): S3Client =>
  new S3Client({
    ...{ endpoint: url, region: 'us-east-1', forcePathStyle: true },
    credentials: { accessKeyId: KEYS.user, secretAccessKey: KEYS.password },
  });

/** Makes an empty bucket. */
export async function makeBucket(url: string, bucket: string): Promise<void> {
  const client = clientOf(url);
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  client.destroy();
}
