import { setTimeout as sleep } from 'node:timers/promises';
import { Meilisearch } from 'meilisearch';
import type { IndexAddress } from './address.ts';
import { indexError, isPassing } from './errors.ts';

type Method = 'get' | 'post' | 'patch' | 'delete';

/** A server and how it is asked. */
export interface Connection extends IndexAddress {
  /** What the server answers. A passing failure is tried again; what remains is one of foja's errors. */
  ask<T>(method: Method, path: string, body?: object, signal?: AbortSignal): Promise<T>;
}

/** Waits between attempts, in ms, each shortened at random by up to half: 3 to 6 s, in which a server is started again. */
const WAITS_MS = [100, 200, 400, 800, 1600, 3200];
/** How long an answer may take: a write is only queued, a search is cut off by the server much earlier. */
const ANSWER_MS = 60_000;

/** Ready to ask; no request is made. */
export function connect(
  address: IndexAddress,
  { key, waitsMs = WAITS_MS }: { readonly key?: string | null; readonly waitsMs?: readonly number[] },
): Connection {
  const { httpRequest } = new Meilisearch({
    host: address.host,
    ...(key == null ? {} : { apiKey: key }),
    clientAgents: ['foja'],
  });

  async function attempt<T>(method: Method, path: string, body: object | undefined, signal?: AbortSignal) {
    // The client's own time limit does nothing once a signal is given.
    const limit = AbortSignal.timeout(ANSWER_MS);
    const extraRequestInit = { signal: signal === undefined ? limit : AbortSignal.any([signal, limit]) };
    return httpRequest[method]<T>({ path, ...(body === undefined ? {} : { body }), extraRequestInit });
  }

  return {
    ...address,
    async ask<T>(method: Method, path: string, body?: object, signal?: AbortSignal): Promise<T> {
      for (let failed = 0; ; failed++) {
        signal?.throwIfAborted();
        try {
          return await attempt<T>(method, path, body, signal);
        } catch (error) {
          signal?.throwIfAborted();
          const wait = waitsMs[failed];
          if (!isPassing(error) || wait === undefined) throw indexError(address.host, error);
          await sleep(wait * (0.5 + Math.random() / 2), undefined, signal && { signal });
        }
      }
    },
  };
}
