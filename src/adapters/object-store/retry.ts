// Requests to a server that is away for a moment, whatever it speaks: sent again, for a while.
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits between attempts, in ms, each shortened at random by up to half so that many workers do not come back at once:
 * 11 to 23 s in all, in which a server is started again or a connection found anew. Whatever takes longer is for the queue.
 */
const WAITS_MS = [100, 200, 400, 800, 1600, 3200, 6400, 10_000];

/** As many of them while the server has never answered: its address is wrong, or somebody waits to be told that it is off. */
const FIRST_WAITS = 3;

interface Persistence {
  readonly signal?: AbortSignal | undefined;
  /** Whether the same request may succeed later. */
  isPassing(error: unknown): boolean;
  /** Whether the server has ever answered. */
  hasAnswered(): boolean;
}

/** Does the work, and again after a passing failure. `attempt` counts from 1: from 2 on, an earlier one may have been done. */
export async function persist<T>(
  work: (attempt: number) => Promise<T>,
  { signal, isPassing, hasAnswered }: Persistence,
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
