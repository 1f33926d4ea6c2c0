// What errors.ts asks of a queue, in numbers that all queues share.
import { type RetryRule, retryRuleOf } from '../../model/errors.ts';

// How often a job is tried in all, by what its error asks for.
const ATTEMPTS: Record<RetryRule, number> = {
  bury: 1,
  'stop-worker': 1,
  'once-more': 2,
  'again-now': 3,
  retry: 3,
};

/** The most that any job is tried. */
export const MOST_ATTEMPTS = Math.max(...Object.values(ATTEMPTS));

/** Whether a job that has been tried so often and failed this way last gets another turn. */
export const isTriedAgain = (error: unknown, tried: number): boolean => tried < ATTEMPTS[retryRuleOf(error)];

const BACKOFF_MS = 250;

/** How long to wait before the next try: longer each time, and not the same for all who failed together. */
export const waitBefore = (error: unknown, tried: number): number =>
  retryRuleOf(error) === 'retry' ? BACKOFF_MS * 2 ** tried * (0.5 + Math.random()) : 0;
