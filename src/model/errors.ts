// One table: error class → what the queue does, the exit code, the HTTP status.
// Messages say what failed, on what, and what to do next, in English, for logs; people read the text of the code
// (src/words/es/problems.ts) and what it is about. Vendor errors become these at the adapter's edge.
import type { Problem } from './document.ts';
import type { ErrorCode } from './error-codes.ts';
import type { Fault } from './faults.ts';

/** What the queue does with a job that failed this way. */
export type RetryRule = 'bury' | 'retry' | 'once-more' | 'stop-worker' | 'again-now';

/** What more is known of a failure, in no language: whoever tells it to people adds the words. */
export interface Circumstances {
  readonly cause?: unknown;
  /** What it concerns: a path, an id, an address, a value, the names to choose from. */
  readonly about?: string;
  /** What is wrong with it, point by point. */
  readonly faults?: readonly Fault[];
}

/** Base of every failure that foja expects. `code` is stable: scripts may match it. */
export class FojaError extends Error {
  static readonly exitCode: number = 15;
  static readonly httpStatus: number = 500;
  static readonly retry: RetryRule = 'retry';

  readonly code: ErrorCode;
  readonly about?: string;
  readonly faults: readonly Fault[];

  constructor(code: ErrorCode, message: string, { cause, about, faults = [] }: Circumstances = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
    this.code = code;
    if (about !== undefined) this.about = about;
    this.faults = faults;
  }
}

/** The command or request itself is wrong. */
export class UsageError extends FojaError {
  static override readonly exitCode = 1;
  static override readonly httpStatus = 400;
  static override readonly retry = 'bury';
}

/** A file that cannot be used: unsupported, encrypted, damaged, too large, unsafe. */
export class InputError extends FojaError {
  static override readonly exitCode = 2;
  static override readonly httpStatus = 422;
  static override readonly retry = 'bury';
}

/** A program or model that foja needs is absent. */
export class DependencyError extends FojaError {
  static override readonly exitCode = 3;
  static override readonly httpStatus = 503;
  static override readonly retry = 'stop-worker';
}

/** A file or folder cannot be read or written. */
export class AccessError extends FojaError {
  static override readonly exitCode = 5;
  static override readonly httpStatus = 403;
}

/** A server does not answer now. */
export class UnavailableError extends FojaError {
  static override readonly exitCode = 5;
  static override readonly httpStatus = 503;
}

/** The OCR engine crashed or ran out of time on a page. */
export class EngineError extends FojaError {
  static override readonly exitCode = 11;
  static override readonly retry = 'once-more';
}

/** Bytes are not what their digest says. */
export class IntegrityError extends FojaError {
  static override readonly exitCode = 12;
  static override readonly httpStatus = 409;
  static override readonly retry = 'bury';
}

export class NotFoundError extends FojaError {
  static override readonly exitCode = 2;
  static override readonly httpStatus = 404;
  static override readonly retry = 'bury';
}

/** Somebody else changed it meanwhile. */
export class ConflictError extends FojaError {
  static override readonly exitCode = 5;
  static override readonly httpStatus = 409;
  static override readonly retry = 'again-now';
}

const kindOf = (error: unknown) =>
  error instanceof FojaError ? (error.constructor as typeof FojaError) : FojaError;

/** The process exit code for a failure; 15 for anything unexpected. */
export const exitCodeOf = (error: unknown): number => kindOf(error).exitCode;

/** What the queue does after a failure. */
export const retryRuleOf = (error: unknown): RetryRule => kindOf(error).retry;

/** Whether a failure is of the surroundings (disk, server, missing program) and so concerns every document, not the one at hand. */
export const concernsAll = (error: unknown): boolean =>
  error instanceof DependencyError ||
  error instanceof UnavailableError ||
  (error instanceof AccessError && error.code !== 'file-unreadable');

/** The failure as plain data, for records, reports and `--json`. */
export function problemOf(error: unknown): Problem {
  if (!(error instanceof FojaError))
    return { code: 'defect', message: error instanceof Error ? error.message : String(error) };
  const { code, message, about } = error;
  return { code, message, ...(about !== undefined && { about }) };
}

/** What of a failure crosses a thread or a server: its class by name, its code, what it says. */
export interface Told extends Problem {
  readonly kind: string;
}

/** A failure as data, to be rebuilt elsewhere with `rebuilt`. */
export function told(error: unknown): Told {
  return { kind: error instanceof FojaError ? error.name : 'Error', ...problemOf(error) };
}

const KINDS: Readonly<Record<string, typeof FojaError>> = {
  UsageError,
  InputError,
  DependencyError,
  AccessError,
  UnavailableError,
  EngineError,
  IntegrityError,
  NotFoundError,
  ConflictError,
};

/** The failure as the error that it was elsewhere; a defect comes back as a plain Error. */
export function rebuilt({ kind, code, message, about }: Told, options?: { cause?: unknown }): Error {
  const Kind = KINDS[kind];
  if (!Kind) return new Error(message, options);
  // Another version of foja may have told it: its code is kept, known here or not.
  return new Kind(code as ErrorCode, message, { ...options, ...(about !== undefined && { about }) });
}
