import { AccessError, FojaError, UnavailableError } from '../../../model/errors.ts';

const BUSY = 5;
const LOCKED = 6;
const CORRUPT = 11;
const NOT_A_DATABASE = 26;
const CANNOT: Readonly<Record<number, string>> = {
  3: 'permission denied',
  8: 'it is read-only',
  10: 'the disk failed',
  13: 'the disk is full',
  14: 'it cannot be opened',
};

/** Whether SQLite refused because somebody else is writing. */
export const isBusy = (error: unknown): boolean => [BUSY, LOCKED].includes(codeOf(error) ?? 0);

/** Runs the work; what SQLite throws comes out as one of foja's errors, cause kept. */
export function translated<T>(path: string, work: () => T): T {
  try {
    const result = work();
    return result instanceof Promise ? (result.catch((error) => fail(path, error)) as T) : result;
  } catch (error) {
    return fail(path, error);
  }
}

function fail(path: string, cause: unknown): never {
  const code = codeOf(cause);
  if (code === null || cause instanceof FojaError) throw cause;
  if (isBusy(cause)) {
    throw new UnavailableError('index-busy', `the search index ${path} is being written; try again`, {
      cause,
    });
  }
  if (code === CORRUPT || code === NOT_A_DATABASE) {
    throw new AccessError('index-damaged', `the search index ${path} is damaged; run \`foja reindex\``, {
      cause,
    });
  }
  const why = CANNOT[code] ?? (cause as Error).message;
  throw new AccessError('index-unusable', `the search index ${path} cannot be used: ${why}`, { cause });
}

// The primary code; extended ones carry it in their low byte.
function codeOf(error: unknown): number | null {
  const { errcode } = (error ?? {}) as { errcode?: unknown };
  return typeof errcode === 'number' ? errcode & 0xff : null;
}
