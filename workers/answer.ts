// Errors do not survive the way out of a thread with their class: they travel as data and are rebuilt outside.
import * as errors from '../src/errors.ts';
import type { DeliveredFile } from '../src/ports/page-reader.ts';

export type Answer<T> =
  | { readonly ok: T }
  | {
      readonly failed: {
        readonly kind: string;
        readonly code: string;
        readonly message: string;
        readonly stack: string;
      };
    };

/** Runs the work and turns a failure into data that names the file as it was delivered. */
export async function answer<T>(file: DeliveredFile, work: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: await work() };
  } catch (error) {
    const { code, message: internal } = errors.problemOf(error);
    const message = internal.replaceAll(file.path, file.name);
    const kind = error instanceof errors.FojaError ? error.name : 'Error';
    return { failed: { kind, code, message, stack: error instanceof Error ? (error.stack ?? '') : '' } };
  }
}

const KINDS: Readonly<Record<string, typeof errors.FojaError>> = {
  InputError: errors.InputError,
  DependencyError: errors.DependencyError,
  AccessError: errors.AccessError,
  EngineError: errors.EngineError,
  IntegrityError: errors.IntegrityError,
  NotFoundError: errors.NotFoundError,
};

/** The value, or the failure thrown as the error that it was. */
export function unwrap<T>(answered: Answer<T>): T {
  if ('ok' in answered) return answered.ok;
  const { kind, code, message, stack } = answered.failed;
  const cause = Object.assign(new Error(message), { stack });
  const Kind = KINDS[kind];
  if (Kind) throw new Kind(code, message, { cause });
  throw cause;
}
