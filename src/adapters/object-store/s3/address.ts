import { UsageError } from '../../../model/errors.ts';
import { checkKey } from '../keys.ts';

/** Where an archive lies in an S3. */
export interface S3Address {
  readonly bucket: string;
  /** Empty, or ends in `/`. */
  readonly prefix: string;
}

/** Longest key that S3 takes, prefix and all, in bytes of UTF-8. */
const MAX_KEY_BYTES = 1024;

/** `s3://bucket/prefix` taken apart; UsageError for anything else. The prefix may be empty and may end in `/`. */
export function parseS3Url(url: string): S3Address {
  // Names of buckets are those of DNS labels: with anything else the requests would go to another host or path.
  const [, bucket, path = ''] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/.exec(url) ?? [];
  if (bucket === undefined)
    throw new UsageError(
      'bad-archive-url',
      `Not an address of an archive: ${url}. Write s3://bucket/prefix.`,
      { about: url },
    );
  const prefix = path.replace(/\/+$/, '');
  if (prefix === '') return { bucket, prefix };
  checkKey(prefix);
  return { bucket, prefix: `${prefix}/` };
}

/** The key as the bucket has it; UsageError for what the port does not promise. */
export function fullKey({ prefix }: S3Address, key: string): string {
  checkKey(key);
  if (Buffer.byteLength(prefix + key) > MAX_KEY_BYTES)
    throw new UsageError(
      'bad-key',
      `Not a key for the store: ${JSON.stringify(key)} is too long below ${prefix}.`,
      { about: JSON.stringify(key) },
    );
  return prefix + key;
}
