import { distance } from 'fastest-levenshtein';

/** Edits (insert, delete, replace) between two sequences: code points for characters, words for words. */
export function editDistance(a: readonly string[], b: readonly string[]): number {
  // The library compares UTF-16 units: each distinct token becomes one. A page has far fewer than 65,536.
  const units = new Map<string, string>();
  const encode = (tokens: readonly string[]) =>
    tokens
      .map((token) => {
        const unit = units.get(token) ?? String.fromCharCode(units.size);
        units.set(token, unit);
        return unit;
      })
      .join('');
  return distance(encode(a), encode(b));
}
