import { randomUUID } from 'node:crypto';
import { HeadObjectCommand } from '@aws-sdk/client-s3';
import { IntegrityError } from '../../../model/errors.ts';
import type { PutOptions } from '../../../ports/object-store.ts';
import type { S3Connection } from './connection.ts';
import { conflict, isAbsent, isConditionFailed, isUploadOver } from './errors.ts';

/** What a write may rely on, in S3's headers. */
export function conditionOf(condition: PutOptions['if']): { IfNoneMatch?: '*'; IfMatch?: string } {
  if (condition === undefined) return {};
  return condition === 'absent' ? { IfNoneMatch: '*' } : { IfMatch: condition.etag };
}

/** What the server answers to a write. */
export interface Written {
  readonly etag: string;
  readonly sha256: string | undefined;
}

/**
 * A mark that a write leaves on its object. When an answer is lost and the write is sent again, the second finds its condition
 * failed or its upload over: by the mark it knows that the object there is its own, and not a rival's with the same bytes.
 */
export function newMark(): { Metadata: Record<string, string> } {
  return { Metadata: { [MARK]: randomUUID() } };
}
const MARK = 'foja-write';

/** Sends a write; what an earlier attempt of the same write had already done counts as done. */
export async function writeOnce(
  { client, bucket }: S3Connection,
  key: string,
  { Metadata: mark }: ReturnType<typeof newMark>,
  attempt: number,
  send: () => Promise<{ ETag?: string | undefined; ChecksumSHA256?: string | undefined }>,
): Promise<Written> {
  try {
    return written(await send());
  } catch (error) {
    const refused = isConditionFailed(error) || isUploadOver(error) || isAbsent(error);
    if (!refused) throw error;
    if (attempt > 1) {
      const found = await client
        .send(new HeadObjectCommand({ Bucket: bucket, Key: key, ChecksumMode: 'ENABLED' }))
        .catch((failure: unknown) => {
          if (isAbsent(failure)) return null;
          throw failure;
        });
      if (found && found.Metadata?.[MARK] === mark[MARK]) return written(found);
    }
    throw isUploadOver(error) ? error : conflict(`s3://${bucket}/${key}`, error);
  }
}

const written = (answer: { ETag?: string | undefined; ChecksumSHA256?: string | undefined }): Written => ({
  etag: answer.ETag ?? '',
  sha256: answer.ChecksumSHA256,
});

/** IntegrityError unless the server says to hold what was sent. */
export function compare(stored: string | undefined, sent: string, where: string): void {
  if (stored !== sent)
    throw new IntegrityError(
      'stored-otherwise',
      `The server says it holds ${stored ?? 'no SHA-256'} at ${where}, and ${sent} was sent: do not use this server.`,
      { about: where },
    );
}
