// An archive in the eyes of a program that others wrote.
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { GetObjectCommand, paginateListObjectsV2 } from '@aws-sdk/client-s3';
import { findServer } from './servers/program.ts';
import { BUCKET, type S3AtHand } from './servers/s3-suite.ts';

const CHECK = path.resolve(import.meta.dirname, '../tools/check-ocfl.sh');

/** ocfl-py's validator (pip install ocfl-py, or named by OCFL_VALIDATE); null where it is not installed, which in CI is an error. */
export const OCFL = process.env['OCFL_VALIDATE'] ?? findServer('ocfl-validate.py');

/** Fetches everything below this test's prefix as any S3 program would, and has ocfl-py look at the archive. */
export async function expectValidOcfl({ client, prefix, scratch }: S3AtHand): Promise<void> {
  const copy = path.join(scratch, 'copia');
  for await (const page of paginateListObjectsV2({ client }, { Bucket: BUCKET, Prefix: `${prefix}/` })) {
    for (const { Key } of page.Contents ?? []) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: BUCKET, Key }));
      const file = path.join(copy, Key!.slice(prefix.length + 1));
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, await Body!.transformToByteArray());
    }
  }
  const env = { ...process.env, OCFL_VALIDATE: OCFL! };
  await promisify(execFile)('sh', [CHECK, path.join(copy, 'archive')], { env });
}
