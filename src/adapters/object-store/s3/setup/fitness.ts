import { randomUUID } from 'node:crypto';
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { ConflictError, DependencyError, FojaError } from '../../../../model/errors.ts';
import type { ObjectBody, PutOptions } from '../../../../ports/object-store.ts';
import type { Fitness } from '../../../../ports/store-setup.ts';
import { OWN_SEGMENT } from '../../keys.ts';
import { openBody } from '../body.ts';
import { request, type S3Connection } from '../connection.ts';
import { isAbsent } from '../errors.ts';
import { putParts } from '../multipart.ts';
import { putObject } from '../put.ts';

/**
 * How many write at once, how much, and how often they try. Of 40 such races, versitygw 1.7.0 let two or more through in 4 that
 * created and in 24 that replaced: of a server like that, 20 rounds of each miss the fault once in 10⁸ times.
 */
const RIVALS = 16;
const BYTES = 64 * 1024;
const ROUNDS = 20;
const RECORD = `${OWN_SEGMENT}/fitness.json`;
/** Servers are brought up to date, moved and set up anew. */
const BELIEVED_MS = 30 * 24 * 60 * 60 * 1000;

type Put = (key: string, body: ObjectBody, options: PutOptions) => Promise<{ readonly etag: string }>;

/** Whether the server may hold an archive that is written to. */
export const isFit = (fitness: Fitness): boolean =>
  fitness.checksums && fitness.createsOnce && fitness.replacesOnce && fitness.createsLargeOnce;

/**
 * Resolves when the server is fit to be written to, else DependencyError. What was seen is kept in the bucket: the next process
 * only reads it, unless it is a month old or the objects have moved to a server with another name.
 */
export async function requireFit(connection: S3Connection): Promise<void> {
  const known = await readRecord(connection);
  const fitness = known ?? (await probeFitness(connection));
  if (isFit(fitness)) return;
  throw new DependencyError(
    'store-unfit',
    `${fitness.server ?? 'This server'} lets several writers win where one may (s3://${connection.bucket}): ` +
      'two workers could lose a document. It can be read, not written to; foja setup says more.',
    { about: `s3://${connection.bucket}` },
  );
}

/** Tries the server out, in some 1,700 small requests (2 s on a server nearby), and keeps what was seen in the bucket. */
export async function probeFitness(connection: S3Connection): Promise<Fitness> {
  const folder = `${connection.prefix}${OWN_SEGMENT}/probe-${randomUUID()}/`;
  const used = new Set<string>();
  const key = (name: string) => {
    used.add(folder + name);
    return folder + name;
  };
  const whole: Put = (at, body, options) => putObject(connection, at, body, options);
  const inParts: Put = async (at, body, options) => {
    await using outgoing = await openBody(body, undefined);
    return putParts(connection, at, outgoing, options);
  };
  try {
    const checksums = await refusesOtherBytes(connection, key('checksum'));
    const createsOnce = await oneWins((round) => race(whole, key(`create-${round}`), 'absent'));
    const replacesOnce = await oneWins(async (round) => {
      const { etag } = await whole(key(`replace-${round}`), Buffer.from('before'), {});
      return race(whole, key(`replace-${round}`), { etag });
    });
    const createsLargeOnce = await oneWins((round) => race(inParts, key(`parts-${round}`), 'absent'));
    const fitness = {
      ...{ server: connection.server(), checkedAt: new Date().toISOString() },
      ...{ checksums, createsOnce, replacesOnce, createsLargeOnce },
    };
    await whole(connection.prefix + RECORD, Buffer.from(`${JSON.stringify(fitness, null, 2)}\n`), {});
    return fitness;
  } finally {
    for (const each of used) await remove(connection, each);
  }
}

async function readRecord(connection: S3Connection): Promise<Fitness | null> {
  const { client, bucket, prefix } = connection;
  const key = prefix + RECORD;
  const text = await request(connection, { doing: 'read', key }, async (to) => {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }), to);
      return await Body!.transformToString();
    } catch (error) {
      if (isAbsent(error)) return null;
      throw error;
    }
  });
  try {
    const found = JSON.parse(text ?? 'null') as Fitness | null;
    const isOld = !(Date.now() - Date.parse(found?.checkedAt ?? '') < BELIEVED_MS);
    return found?.server === connection.server() && !isOld ? found : null;
  } catch {
    return null;
  }
}

// Zeros announced as the SHA-256: no bytes have it.
async function refusesOtherBytes(connection: S3Connection, key: string): Promise<boolean> {
  const command = new PutObjectCommand({
    ...{ Bucket: connection.bucket, Key: key, Body: Buffer.from('other'), ContentLength: 5 },
    ...{ ChecksumAlgorithm: 'SHA256', ChecksumSHA256: Buffer.alloc(32).toString('base64') },
  });
  try {
    await request(connection, { doing: 'write', key }, (to) => connection.client.send(command, to));
    return false;
  } catch (error) {
    if (error instanceof FojaError && error.code === 'stored-otherwise') return true;
    throw error;
  }
}

async function oneWins(round: (number: number) => Promise<number>): Promise<boolean> {
  for (let number = 0; number < ROUNDS; number++) if ((await round(number)) !== 1) return false;
  return true;
}

async function race(put: Put, key: string, condition: PutOptions['if'] & {}): Promise<number> {
  const attempts = await Promise.allSettled(
    Array.from({ length: RIVALS }, (_, rival) => put(key, Buffer.alloc(BYTES, rival), { if: condition })),
  );
  for (const each of attempts)
    if (each.status === 'rejected' && !(each.reason instanceof ConflictError)) throw each.reason;
  return attempts.filter(({ status }) => status === 'fulfilled').length;
}

async function remove(connection: S3Connection, key: string): Promise<void> {
  const command = new DeleteObjectCommand({ Bucket: connection.bucket, Key: key });
  await request(connection, { doing: 'remove', key }, (to) => connection.client.send(command, to));
}
