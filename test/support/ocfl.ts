// An archive in the eyes of a program that others wrote.
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { GetObjectCommand, paginateListObjectsV2 } from '@aws-sdk/client-s3';
import { BUCKET, type S3AtHand } from './servers/s3-suite.ts';

const CHECK = path.resolve(import.meta.dirname, '../tools/check-ocfl.sh');

/** Fetches everything below this test's prefix as any S3 program would, and has ocfl-py look at the archive. Fails in CI without it. */
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
  try {
    await promisify(execFile)('sh', [CHECK, path.join(copy, 'archive')]);
  } catch (error) {
    const { code, stderr } = error as { code?: number; stderr?: string };
    if (code !== 3 || process.env['CI']) throw new Error(`not valid OCFL: ${stderr}`, { cause: error });
    console.warn(`skipped: ${stderr}`);
  }
}
