// Errors do not survive the way out of a thread with their class: they travel as data and are rebuilt outside.
import { rebuilt, type Told, told } from '../src/model/errors.ts';
import type { DeliveredFile } from '../src/ports/page-reader.ts';

export type Answer<T> = { readonly ok: T } | { readonly failed: Told & { readonly stack: string } };

/** Runs the work and turns a failure into data that names the files as they were delivered. */
export async function answer<T>(files: readonly DeliveredFile[], work: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: await work() };
  } catch (error) {
    const { about, ...failure } = told(error);
    const named = (text: string) => files.reduce((said, { path, name }) => said.replaceAll(path, name), text);
    const stack = error instanceof Error ? (error.stack ?? '') : '';
    return {
      failed: {
        ...failure,
        message: named(failure.message),
        ...(about !== undefined && { about: named(about) }),
        stack,
      },
    };
  }
}

/** The value, or the failure thrown as the error that it was. */
export function unwrap<T>(answered: Answer<T>): T {
  if ('ok' in answered) return answered.ok;
  const { message, stack } = answered.failed;
  const cause = Object.assign(new Error(message), { stack });
  if (answered.failed.kind === 'Error') throw cause;
  throw rebuilt(answered.failed, { cause });
}
