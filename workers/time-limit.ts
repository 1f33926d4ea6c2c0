import type { MessagePort } from 'node:worker_threads';

/** The time of a task in a thread. */
export interface TimeLimit {
  /** Aborts when the thread is to be ended. */
  readonly end: AbortSignal;
  /** Gives the task its whole time again, unless it is being ended. */
  beginAnew(): void;
  isPast(): boolean;
  stop(): void;
}

// An engine is stopped within milliseconds. A thread that computes without a pause never hears of it.
const GRACE_MS = 1_000;

/**
 * Ends a task that takes longer, or whose signal aborts. First the thread is told, which stops its engine: a program that the thread started
 * would outlive it. Then the thread itself is ended.
 */
export function startLimit(
  seconds: number,
  { tell, signal }: { readonly tell: MessagePort; readonly signal?: AbortSignal },
): TimeLimit {
  const end = new AbortController();
  let isPast = false;
  let isEnding = false;
  let timer = setTimeout(() => {
    isPast = true;
    stopTask();
  }, seconds * 1_000);

  function stopTask(): void {
    isEnding = true;
    clearTimeout(timer);
    timer = setTimeout(() => end.abort(), GRACE_MS);
    tell.postMessage('stop');
  }
  signal?.addEventListener('abort', stopTask, { once: true });

  return {
    end: end.signal,
    beginAnew() {
      if (!isEnding) timer.refresh();
    },
    isPast: () => isPast,
    stop() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stopTask);
    },
  };
}
