import type { ObjectStore } from '../../../src/ports/object-store.ts';

export interface Fault {
  /** Which call fails, counted from 1 over all methods that read or write; none when left out. */
  readonly failOn?: number;
  /** Whether the work of the failing call was done before its answer was lost. */
  readonly done?: boolean;
  /** Whether every later call fails too, as after a crash. */
  readonly forGood?: boolean;
}

/** A failure that no code of foja knows. */
export class InjectedFault extends Error {}

/** The store, except that one call fails. `calls` tells how many there were. */
export function faulty(store: ObjectStore, fault: Fault): ObjectStore & { calls(): number } {
  let calls = 0;
  async function guard<T>(work: () => Promise<T>): Promise<T> {
    calls++;
    const failing = calls === fault.failOn;
    const dead = fault.forGood && fault.failOn !== undefined && calls > fault.failOn;
    if (dead || (failing && !fault.done)) throw new InjectedFault(`call ${calls}`);
    const result = await work();
    if (failing) throw new InjectedFault(`answer to call ${calls}`);
    return result;
  }
  return {
    calls: () => calls,
    put: (...args) => guard(() => store.put(...args)),
    get: (...args) => guard(() => store.get(...args)),
    stream: (...args) => guard(() => store.stream(...args)),
    head: (...args) => guard(() => store.head(...args)),
    remove: (...args) => guard(() => store.remove(...args)),
    asFile: (...args) => guard(() => store.asFile(...args)),
    async *list(...args) {
      await guard(async () => {});
      yield* store.list(...args);
    },
    close: () => store.close(),
  };
}
