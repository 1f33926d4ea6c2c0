// Who waits for a document: told by Redis's stream of events, and, since a stream may be cut short, by looking now and then.
import { QueueEvents } from 'bullmq';
import type { Redis } from 'ioredis';
import { type RedisAddress, waiter } from './address.ts';
import { asked, errorOfReason } from './errors.ts';

// Events alone do it as a rule; this is for what was missed while the connection was away.
const LOOK_EVERY_MS = 10_000;
/** Longer than a server takes to start again with a large log. */
const SILENT_MS = 120_000;
/** So many documents are looked at in one go, in turns. */
const LOOK_AT = 1000;

export interface Waiters {
  wait(documentId: string): Promise<void>;
  /** Nobody is left waiting. */
  rejectAll(reason: unknown): void;
  close(): Promise<void>;
}

/** Nothing is connected before somebody waits. `keys` gives the name of a key of the queue. */
export function openWaiters(address: RedisAddress, redis: Redis, keys: (name: string) => string): Waiters {
  const waiting = new Map<string, PromiseWithResolvers<void>>();
  let events: QueueEvents | null = null;
  let timer: NodeJS.Timeout | null = null;
  let over: { readonly reason: unknown } | null = null;
  let lastAnswer = Date.now();

  function settle(documentId: string, failure: Error | null): void {
    const one = waiting.get(documentId);
    waiting.delete(documentId);
    if (failure) one?.reject(failure);
    else one?.resolve();
  }

  function listen(): QueueEvents {
    const opened = new QueueEvents(address.name, waiter(address));
    opened.on('completed', ({ jobId }) => settle(jobId, null));
    opened.on('failed', ({ jobId, failedReason }) => settle(jobId, errorOfReason(failedReason)));
    // It connects again by itself; the looks go on meanwhile.
    opened.on('error', () => {});
    timer = setInterval(() => void lookAtSome(), LOOK_EVERY_MS);
    return opened;
  }

  function rejectAll(reason: unknown): void {
    over ??= { reason };
    for (const one of waiting.values()) one.reject(reason);
    waiting.clear();
  }

  async function lookAtSome(): Promise<void> {
    const some = [...waiting.keys()].slice(0, LOOK_AT);
    try {
      await look(some);
    } catch (error) {
      // Nobody should wait for ever for a server that is gone.
      if (Date.now() - lastAnswer > SILENT_MS) rejectAll(error);
      return;
    }
    // Those that still wait go to the end.
    for (const id of some) {
      const one = waiting.get(id);
      if (!one) continue;
      waiting.delete(id);
      waiting.set(id, one);
    }
  }

  async function look(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const asking = redis.pipeline();
    for (const id of ids)
      asking
        .zscore(keys('completed'), id)
        .zscore(keys('failed'), id)
        .hget(keys(id), 'failedReason')
        .exists(keys(id));
    const answers = await asked(address, async () => (await asking.exec()) ?? []);
    lastAnswer = Date.now();
    for (const [i, id] of ids.entries()) {
      const [completed, failed, reason, exists] = answers.slice(4 * i, 4 * i + 4).map(([error, value]) => {
        if (error) throw error;
        return value;
      });
      if (failed != null) settle(id, errorOfReason(String(reason ?? '')));
      else if (completed != null || exists === 0) settle(id, null);
    }
  }

  return {
    async wait(documentId) {
      if (over) throw over.reason;
      let one = waiting.get(documentId);
      if (!one) {
        one = Promise.withResolvers<void>();
        one.promise.catch(() => {});
        waiting.set(documentId, one);
        events ??= listen();
        try {
          await events.waitUntilReady();
          // It may have been done before anybody listened.
          await look([documentId]);
        } catch (error) {
          waiting.delete(documentId);
          throw error;
        }
      }
      return one.promise;
    },
    rejectAll,
    async close() {
      if (timer) clearInterval(timer);
      await events?.close();
    },
  };
}
