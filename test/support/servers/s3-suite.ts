// What all tests on an S3 share: a server for the file, and for each test the variables that lead to it and a place of its own.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { openS3Store } from '../../../src/adapters/object-store/s3/s3.ts';
import { DependencyError } from '../../../src/model/errors.ts';
import type { ObjectStore } from '../../../src/ports/object-store.ts';
import type { Server } from './program.ts';
import { awsVariables, clientOf, makeBucket } from './s3.ts';

export const BUCKET = 'contrato';

export interface S3AtHand {
  readonly server: Server;
  /** A client of the tests' own. */
  readonly client: S3Client;
  /** Where this test's archive lies in the bucket, without a slash at the end, and as a URL. */
  readonly prefix: string;
  readonly url: string;
  /** A local folder, gone after the test. */
  readonly scratch: string;
  /** From now on in this test, what talks to the S3 talks to this address. */
  use(endpoint: string): void;
  /** A store there, or elsewhere; closed after the test. */
  open(url?: string): Promise<ObjectStore>;
}

/** Registers what starts and ends a server for a `describe`. Its bucket has been tried out, once for all tests. */
export function useS3(start: () => Promise<Server>): S3AtHand {
  let server: Server;
  let client: S3Client;
  let fitness: Uint8Array;
  let prefix: string;
  let scratch: string;
  const opened: ObjectStore[] = [];

  const use = (endpoint: string) => {
    for (const [name, value] of Object.entries(awsVariables(endpoint))) vi.stubEnv(name, value);
  };
  const recordAt = (below: string) => ({ Bucket: BUCKET, Key: `${below}/.foja/fitness.json` });

  beforeAll(async () => {
    server = await start();
    client = clientOf(server.url);
    await makeBucket(server.url, BUCKET);
    use(server.url);
    // 1,700 requests, which every test would make again below a prefix of its own.
    const store = await openS3Store(`s3://${BUCKET}/probed`);
    await store.put('once', Buffer.from('x'), { if: 'absent' }).catch((error: unknown) => {
      if (!(error instanceof DependencyError)) throw error;
    });
    await store.close();
    const { Body } = await client.send(new GetObjectCommand(recordAt('probed')));
    fitness = await Body!.transformToByteArray();
    vi.unstubAllEnvs();
  });
  afterAll(async () => {
    client.destroy();
    await server[Symbol.asyncDispose]();
  });

  beforeEach(async () => {
    use(server.url);
    prefix = randomBytes(6).toString('hex');
    scratch = await mkdtemp(path.join(tmpdir(), 'foja-s3-'));
    await client.send(new PutObjectCommand({ ...recordAt(prefix), Body: fitness }));
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    for (const store of opened.splice(0)) await store.close();
    await rm(scratch, { recursive: true, force: true });
  });

  return {
    get server() {
      return server;
    },
    get client() {
      return client;
    },
    get prefix() {
      return prefix;
    },
    get url() {
      return `s3://${BUCKET}/${prefix}`;
    },
    get scratch() {
      return scratch;
    },
    use,
    async open(url = `s3://${BUCKET}/${prefix}`) {
      const store = await openS3Store(url);
      opened.push(store);
      return store;
    },
  };
}
