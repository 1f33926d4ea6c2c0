// What the operating system says of files, in foja's own classes: for the store in a folder, and for copies on disk of any other.
import { AccessError, NotFoundError } from '../../model/errors.ts';

const REMEDIES = {
  ENOSPC: 'The disk is full: free some space and run the same command again.',
  EDQUOT: "The user's quota is used up: free some space or raise it, and run the same command again.",
  EACCES: 'No permission: give this user the right to read and write there.',
  EPERM: 'Not permitted: give this user the right to read and write there.',
  EROFS: 'The file system is read-only: mount it for writing or choose another place.',
  EMFILE: 'Too many open files: raise the limit (ulimit -n) or run fewer jobs.',
  ENFILE: 'Too many open files on this machine: run fewer jobs.',
  EIO: 'The disk reported a failure: check it before going on.',
  EXDEV: 'The store must lie on one file system: do not mount or link parts of it elsewhere.',
  ENOENT: 'It is not there.',
} as const;

type Known = keyof typeof REMEDIES;

const isKnown = (errno: string): errno is Known => Object.hasOwn(REMEDIES, errno);

/** A system error as AccessError with its remedy; anything that is not a system error stays as it is. */
export function accessError(error: unknown, doing: string, path: string): unknown {
  const errno = errnoOf(error);
  if (errno === null) return error;
  const code = isKnown(errno) ? (errno.toLowerCase() as Lowercase<Known>) : 'disk-failed';
  const remedy = isKnown(errno) ? REMEDIES[errno] : 'Check the disk and its permissions.';
  return new AccessError(code, `Cannot ${doing} ${path} (${errno}). ${remedy}`, {
    about: path,
    cause: error,
  });
}

/** As `accessError`, but a path that leads to no file is a NotFoundError. */
export function readError(error: unknown, key: string, path: string): unknown {
  return isAbsent(error) ? noSuchObject(key, path, error) : accessError(error, 'read', path);
}

/** What reading is answered where no object is. */
export function noSuchObject(key: string, path: string, cause?: unknown): NotFoundError {
  return new NotFoundError('no-such-object', `The store holds no ${key} (${path}).`, { about: path, cause });
}

/** Whether the path leads to no file: nothing there, a folder there, or a file where a folder should be. */
export function isAbsent(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(errnoOf(error) ?? '');
}

/** `ENOENT` and the like; null when the system did not say it. */
export function errnoOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
