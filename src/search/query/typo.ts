// One slip of the ear or of the OCR engine, as what differs in the middle of two words.
import { confusionCost } from '../../model/confusions.ts';

/** Shorter words have too many neighbours: `mora` would find every `hora`. */
export const SHORTEST_TYPO = 5;

/** Shorter keys belong to words that are too short: `calle` has the key `call`. */
export const SHORTEST_KEY = SHORTEST_TYPO - 1;

/**
 * How far two different words are apart when one slip explains it: 1 for a likely one, 2 for any other letter
 * put, dropped, changed or swapped with its neighbour; null when it takes more.
 */
export function typoCost(a: string, b: string): 1 | 2 | null {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  if (confusionCost(left, right) === 1) return 1;
  if (left.length <= 1 && right.length <= 1) return 2;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0] ? 2 : null;
}

/** How many letters at the start, or else at the end, one slip surely leaves alone. */
export const untouchedBySlip = ({ length }: { readonly length: number }): number =>
  Math.floor((length - 1) / 2);

/** Of some keys, those that one slip explains, the likeliest kind of slip only. */
export function nearest(key: string, keys: readonly string[]): string[] {
  const costs = keys.map((near) => ({ near, cost: near === key ? null : typoCost(key, near) }));
  const cheapest = costs.some(({ cost }) => cost === 1) ? 1 : 2;
  return costs.filter(({ cost }) => cost === cheapest).map(({ near }) => near);
}
