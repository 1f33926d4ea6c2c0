import { SHORTEST_KEY, untouchedBySlip } from '../../../../search/query/typo.ts';

/**
 * Under what a word is kept so that one slip finds it: a slip leaves the first or the last half of what is typed alone and
 * changes its length by one at most. So: the beginning and the end of each length that a slip may have had in mind.
 */
export function nearCodes(key: string): string[] {
  if (key.length < SHORTEST_KEY) return [];
  return [key.length - 1, key.length, key.length + 1].flatMap((length) => halves(key, length));
}

/** Where to look for the words that a slip may have meant. */
export const nearQuestions = (key: string): string[] => halves(key, key.length);

function halves(key: string, length: number): string[] {
  const half = untouchedBySlip({ length });
  return [`${length} ${key.slice(0, half)}`, `${key.slice(-half)} ${length}`];
}
