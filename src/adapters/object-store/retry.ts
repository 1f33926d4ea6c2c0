import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits between attempts, in ms, each shortened at random by up to half so that many workers do not come back at once:
 * 11 to 23 s in all, in which a server is started again or a connection found anew. Whatever takes longer is for the queue.
 */
const WAITS_MS = [100, 200, 400, 800, 1600, 3200, 6400, 10_000];

/** As many of them while the server has never answered: its address is wrong, or somebody waits to be told that it is off. */
const FIRST_WAITS = 3;

/** Names under which S3 servers and Node say that the same request may succeed later. */
const PASSING = new Set([
  ...['TimeoutError', 'RequestTimeout', 'RequestTimeTooSkewed', 'SlowDown', 'ServiceUnavailable'],
  ...['InternalError', 'Throttling', 'ThrottlingException', 'TooManyRequestsException', 'OperationAborted'],
  // Two conditional writes met: AWS asks for the same request again, and then one of them has won.
  'ConditionalRequestConflict',
  // What a server says that stood still while a body was under way: it woke without the rest of it.
  'IncompleteBody',
  ...['ECONNRESET', 'ECONNREFUSED', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'],
  ...['ENOTFOUND', 'EAI_AGAIN', 'ERR_STREAM_PREMATURE_CLOSE'],
]);

/** Whether the failure is one of the moment: of the network, or of a server that is busy, starting or gone. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { name, code, $metadata, cause } = error as Error & {
    code?: unknown;
    $metadata?: { httpStatusCode?: number };
  };
  const status = $metadata?.httpStatusCode ?? 0;
  return (
    PASSING.has(name) ||
    PASSING.has(String(code)) ||
    status === 429 ||
    (status >= 500 && status !== 501 && status !== 507) ||
    isPassing(cause)
  );
}

/** Does the work, and again after a passing failure. `attempt` counts from 1: from 2 on, an earlier one may have been done. */
export async function persist<T>(
  work: (attempt: number) => Promise<T>,
  { signal, hasAnswered }: { readonly signal?: AbortSignal | undefined; hasAnswered(): boolean },
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted();
    try {
      return await work(attempt);
    } catch (error) {
      signal?.throwIfAborted();
      const isEnough = !isPassing(error) || (attempt > FIRST_WAITS && !hasAnswered());
      if (isEnough || !(await pause(attempt, signal))) throw error;
    }
  }
}

/** Waits before the attempt after this one; false when there have been enough. */
export async function pause(attempt: number, signal?: AbortSignal): Promise<boolean> {
  const wait = WAITS_MS[attempt - 1];
  if (wait === undefined) return false;
  await sleep(wait * (0.5 + Math.random() / 2), undefined, signal && { signal });
  return true;
}
