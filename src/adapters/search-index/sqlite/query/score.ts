import { CLOSENESS } from '../../../../search/query/plan.ts';
import { weightOf } from '../segments/impact.ts';

// Half-units of weight: where no word is inflected it counts one and a half times, where words stand just as typed, twice.
const PLAIN = 2;
const TYPED = 3;
const ADJACENT = 2;
const TIER = 2 ** 40; // more than any weight

/** How near a page is to what was typed decides first, whatever its words weigh; within that, how much it is about it. */
export function keyOf(closeness: number, weight: number, isAdjacent: boolean): number {
  const tier = closeness >= CLOSENESS.inflected ? 2 : closeness >= CLOSENESS.folded ? 1 : 0;
  return tier * TIER + weight * (closeness === CLOSENESS.typed ? TYPED : PLAIN) * (isAdjacent ? ADJACENT : 1);
}

/** The same order as a number below three. */
export function scoreOf(key: number): number {
  const weight = weightOf(key % TIER) / PLAIN;
  return Math.floor(key / TIER) + weight / (1 + weight);
}
