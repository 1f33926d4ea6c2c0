// When two spellings mean one thing.
import { fold } from '../search/words/fold.ts';
import { placeKey } from '../search/words/place-key.ts';

/** Whether two values of a field say the same, accents and signs aside; a number is its key, whatever else was read. */
export const sameValue = (one: unknown, other: unknown): boolean => told(one) === told(other);

function told(value: unknown): string {
  if (typeof value === 'string') return placeKey(value);
  const isNumber = typeof value === 'object' && value !== null && 'key' in value;
  return fold(isNumber ? String(value.key) : JSON.stringify(value));
}
