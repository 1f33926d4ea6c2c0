import { it } from 'vitest';

/** A test that an adapter cannot pass, and why. */
export interface Skip {
  readonly reason: string;
  readonly tests: readonly string[];
}

/** `it`, but skipping aloud what an adapter cannot pass. */
export const testUnless =
  (skip: readonly Skip[]) =>
  (name: string, body: () => void | Promise<void>, timeoutMs?: number): void => {
    const reason = skip.find(({ tests }) => tests.includes(name))?.reason;
    if (reason === undefined) it(name, body, timeoutMs);
    else it.skip(`${name} (${reason})`, body);
  };
