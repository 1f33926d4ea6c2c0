import {
  AccessError,
  ConflictError,
  FojaError,
  IntegrityError,
  NotFoundError,
  UnavailableError,
  UsageError,
} from '../../../model/errors.ts';
import { isPassing } from './passing-failures.ts';

const DENIED = new Set([
  ...['AccessDenied', 'AllAccessDisabled', 'AccountProblem', 'InvalidAccessKeyId', 'InvalidAccessKey'],
  ...['SignatureDoesNotMatch', 'ExpiredToken', 'InvalidToken', 'Forbidden', 'AuthorizationHeaderMalformed'],
]);
const TAMPERED = new Set([
  ...['BadDigest', 'InvalidDigest', 'XAmzContentSHA256Mismatch', 'XAmzContentChecksumMismatch'],
]);
const FULL = new Set(['XMinioStorageFull', 'QuotaExceeded', 'EntityTooLargeForQuota']);
/** A file where a folder is needed, or the other way round, on servers that keep objects as files. */
const IN_THE_WAY = new Set(['ObjectParentIsFile', 'ExistingObjectIsDirectory', 'XMinioParentIsObject']);

/** What S3, the SDK or the network said, as foja's own error. `where` is the s3:// URL at hand. */
export function s3Error(error: unknown, doing: string, where: string): unknown {
  if (error instanceof FojaError || !(error instanceof Error)) return error;
  const said = `Cannot ${doing} ${where} (${nameOf(error)})`;
  const options = { about: where, cause: error };
  const name = codeOf(error);
  if (name === 'NoSuchBucket')
    return new AccessError(
      'no-bucket',
      `${said}: there is no such bucket. Make it with foja setup.`,
      options,
    );
  if (isAbsent(error)) return new NotFoundError('no-such-object', `The store holds no ${where}.`, options);
  if (isConditionFailed(error)) return conflict(where, error);
  if (TAMPERED.has(name))
    return new IntegrityError(
      'stored-otherwise',
      `${said}: the bytes did not arrive as sent. Try again.`,
      options,
    );
  if (IN_THE_WAY.has(name))
    return new UsageError('key-in-the-way', `${said}: no key may be the folder of another.`, options);
  if (FULL.has(name) || statusOf(error) === 507)
    return new AccessError(
      'store-full',
      `${said}: the server is full. Make room, then run the same again.`,
      options,
    );
  if (error.name === 'CredentialsProviderError')
    return new AccessError(
      's3-no-credentials',
      `${said}: no credentials. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE.`,
      options,
    );
  if (DENIED.has(name) || statusOf(error) === 403)
    return new AccessError(
      's3-denied',
      `${said}: the server refuses. Check the keys, the clock and the rights to list, read, write and delete there.`,
      options,
    );
  if (error.message.includes('Region is missing'))
    return new UsageError(
      's3-no-region',
      `${said}: set AWS_REGION (us-east-1 where the server has none).`,
      options,
    );
  if (isPassing(error))
    return new UnavailableError(
      's3-unavailable',
      `${said}: the server does not answer. Check AWS_ENDPOINT_URL_S3 and the network, then run the same again.`,
      options,
    );
  return error;
}

/** What a conditional write is answered when the condition does not hold. */
export const conflict = (where: string, cause?: unknown): ConflictError =>
  new ConflictError(
    'changed-meanwhile',
    `${where} was written by somebody else meanwhile: read it and try again.`,
    { about: where, cause },
  );

/** Whether there is no such object; a missing bucket is another matter. */
export const isAbsent = (error: unknown): boolean =>
  codeOf(error) !== 'NoSuchBucket' && codeOf(error) !== 'NoSuchUpload' && statusOf(error) === 404;

/** Whether the object was not as `If-Match` or `If-None-Match` wanted it. */
export const isConditionFailed = (error: unknown): boolean => statusOf(error) === 412;

/** Whether a range begins behind the last byte. */
export const isBehindEnd = (error: unknown): boolean => statusOf(error) === 416;

/** Whether an upload in parts is over: completed or given up. */
export const isUploadOver = (error: unknown): boolean => codeOf(error) === 'NoSuchUpload';

// The code in the answer's XML; without one, as after HEAD, the SDK's own name.
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  return 'Code' in error && typeof error.Code === 'string' ? error.Code : error.name;
}

function nameOf(error: Error): string {
  const { code } = error as { code?: unknown };
  const status = statusOf(error);
  const name = typeof code === 'string' ? code : codeOf(error);
  return status === 0 ? name : `${name}, HTTP ${status}`;
}

function statusOf(error: unknown): number {
  const { $metadata } = (error ?? {}) as { $metadata?: { httpStatusCode?: number } };
  return $metadata?.httpStatusCode ?? 0;
}
