import { UsageError } from '../../model/errors.ts';

/** The store's own folder: temporary files and its lock. */
export const OWN_SEGMENT = '.foja';

/** Longest segment that ext4, NTFS and APFS all take, and longest key that S3 takes, in bytes of UTF-8. */
const MAX_SEGMENT_BYTES = 255;
const MAX_KEY_BYTES = 1024;

/** Refuses (UsageError) every key that the port does not promise, before anything is touched. */
export function checkKey(key: string): void {
  const fault = faultOf(key);
  if (fault)
    throw new UsageError('bad-key', `Not a key for the store: ${JSON.stringify(key)} ${fault}.`, {
      about: JSON.stringify(key),
    });
}

/** As `checkKey`, for a prefix to list: empty, or a key and `/`. */
export function checkPrefix(prefix: string): void {
  if (prefix === '') return;
  const fault = prefix.endsWith('/') ? faultOf(prefix.slice(0, -1)) : 'does not end in /';
  if (fault)
    throw new UsageError('bad-prefix', `Not a prefix for the store: ${JSON.stringify(prefix)} ${fault}.`, {
      about: JSON.stringify(prefix),
    });
}

function faultOf(key: string): string | null {
  if (!key.isWellFormed()) return 'holds half a character';
  if (key !== key.normalize('NFC')) return 'is not in Unicode normal form C';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  if (/[\u0000-\u001f\u007f\\]/.test(key)) return 'holds a control character or a backslash';
  if (Buffer.byteLength(key) > MAX_KEY_BYTES) return `is longer than ${MAX_KEY_BYTES} bytes`;
  const segments = key.split('/');
  if (segments[0] === OWN_SEGMENT) return `begins with ${OWN_SEGMENT}, which is the store's own`;
  for (const segment of segments) {
    if (segment === '') return 'has an empty segment';
    // MinIO takes these for `.` and `..` with spaces around them too, and refuses them.
    if (/^ *\.\.? *$/.test(segment)) return `has the segment ${JSON.stringify(segment)}`;
    if (Buffer.byteLength(segment) > MAX_SEGMENT_BYTES)
      return `has a segment longer than ${MAX_SEGMENT_BYTES} bytes`;
  }
  return null;
}
