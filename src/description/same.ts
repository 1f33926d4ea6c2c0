// When two spellings mean one thing.
import { fold } from '../search/words/fold.ts';

/** `0345`, `345` and `EXP. 345` are one expediente; accents, blanks and capitals tell no two places apart. */
export const placeKey = (text: string): string =>
  fold(text)
    .replace(/^\s*(?:exp(?:ediente)?|caja)[\s.:#-]+(?=\S)/, '')
    .replace(/[^a-zñ0-9]+/g, ' ')
    .replace(/\b0+(?=\d)/g, '')
    .trim();

/** Whether two values of a field say the same, accents and signs aside; a number is its key, whatever else was read. */
export const sameValue = (one: unknown, other: unknown): boolean => told(one) === told(other);

function told(value: unknown): string {
  if (typeof value === 'string') return placeKey(value);
  const isNumber = typeof value === 'object' && value !== null && 'key' in value;
  return fold(isNumber ? String(value.key) : JSON.stringify(value));
}
