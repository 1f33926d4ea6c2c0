// What Redis and BullMQ say, in foja's own classes; and failures of jobs as the text that Redis keeps of them.
import { AccessError, FojaError, rebuilt, type Told, told, UnavailableError } from '../../../model/errors.ts';
import type { RedisAddress } from './address.ts';

const DENIED = /NOAUTH|WRONGPASS|NOPERM|invalid password/i;
const FULL = /^OOM|MISCONF|No space left/i;

/** Does the work; what the server of the queue does wrong becomes an error of ours. */
export async function asked<T>(address: RedisAddress, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw translated(address, error);
  }
}

/** What a client of Redis throws, as an error of ours. */
export function translated({ shown }: RedisAddress, cause: unknown): FojaError {
  if (cause instanceof FojaError) return cause;
  const said = cause instanceof Error ? cause.message : String(cause);
  if (DENIED.test(said))
    return new AccessError(
      'queue-denied',
      `The queue ${shown} refuses this user: check the password in FOJA_QUEUE.`,
      { about: shown, cause },
    );
  if (FULL.test(said))
    return new UnavailableError(
      'queue-full',
      `The queue ${shown} takes no more (${said}): give Redis more memory or disk and run again.`,
      { about: shown, cause },
    );
  return new UnavailableError(
    'queue-unavailable',
    `The queue ${shown} does not answer (${said}): start Redis or check FOJA_QUEUE, and run again.`,
    { about: shown, cause },
  );
}

/** A failure as Redis keeps it, legible and enough to rebuild it: `InputError [damaged "a.tif"] a.tif breaks off.` */
export function asReason(error: unknown): string {
  const { kind, code, message, about } = told(error);
  return `${kind} [${code}${about === undefined ? '' : ` ${JSON.stringify(about)}`}] ${message}`;
}

/** What a kept reason says. BullMQ's own are of jobs whose worker ended again and again. */
export function readReason(reason: string): Told {
  const [, kind, code, about, message] =
    /^(\w+) \[([\w-]+)(?: ("(?:[^"\\]|\\.)*"))?\] (.*)$/s.exec(reason) ?? [];
  if (kind !== undefined)
    return { kind, code: code!, message: message!, ...(about !== undefined && { about: JSON.parse(about) }) };
  return /stalled/.test(reason)
    ? {
        kind: 'EngineError',
        code: 'worker-lost',
        message: 'The worker ended each time it was at this: look at it by eye.',
      }
    : { kind: 'Error', code: 'defect', message: reason };
}

/** The failure itself, in another process. */
export const errorOfReason = (reason: string): Error => rebuilt(readReason(reason));
