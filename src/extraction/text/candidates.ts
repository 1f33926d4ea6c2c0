import type { Field } from '../../model/document.ts';
import type { Reason } from '../../model/reasons.ts';
import { found, unknown } from './field.ts';
import type { Passage } from './flow.ts';
import { fold } from './fold.ts';

/** Where the signs allow two readings: below the line of trust (0.9), so that a person looks. */
export const UNDECIDED = 0.85;

/** One possible answer. A null value with a reason is an answer too: the paper says that there is none. */
export interface Candidate<T> {
  readonly value: T | null;
  readonly reason?: Reason;
  /** What the same signs can also mean. */
  readonly alternative?: T;
  readonly seen: Passage;
  readonly strength: number;
  readonly rule: string;
}

// A rival of the same strength with another value leaves a coin to toss; never above the line of trust (0.9).
const RIVAL = 0.75;
const SAME_STRENGTH = 0.02;

/** The strongest candidate, the first of equals; doubt falls on it where an equal says something else. */
export function decide<T>(
  candidates: readonly Candidate<T>[],
  rule: string,
  keyOf: (value: T) => string,
): Field<T> {
  const best = candidates.reduce<Candidate<T> | undefined>(
    (winner, other) => (winner && winner.strength >= other.strength ? winner : other),
    undefined,
  );
  if (!best) return unknown('not-found', rule);
  if (best.value === null) return unknown(best.reason ?? 'not-found', best.rule, best.seen);
  const key = fold(keyOf(best.value));
  const rival = candidates.some(
    (other) =>
      other.value !== null &&
      best.strength - other.strength <= SAME_STRENGTH &&
      fold(keyOf(other.value)) !== key,
  );
  const field = found(best.value, best.seen, rival ? best.strength * RIVAL : best.strength, best.rule);
  return best.alternative === undefined ? field : { ...field, alternative: best.alternative };
}
