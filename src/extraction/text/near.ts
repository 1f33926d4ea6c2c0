/** Whether two words differ by at most one letter put in, left out or changed. */
export function isNear(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let i = 0;
  while (i < short.length && short[i] === long[i]) i++;
  const rest = short.length === long.length ? i + 1 : i;
  return short.slice(rest) === long.slice(i + 1);
}

/** Whether two long words differ by at most two such letters. */
export function isNearTwice(a: string, b: string): boolean {
  if (isNear(a, b)) return true;
  if (Math.min(a.length, b.length) < 8 || Math.abs(a.length - b.length) > 2) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const [restA, restB] = [a.slice(i), b.slice(i)];
  return (
    isNear(restA.slice(1), restB.slice(1)) || isNear(restA.slice(1), restB) || isNear(restA, restB.slice(1))
  );
}

/** The value that all near keys agree on; undefined where there is none or they differ. Keys below `shortest` must be exact. */
export function nearest<T>(table: ReadonlyMap<string, T>, word: string, shortest = 5): T | undefined {
  const exact = table.get(word);
  if (exact !== undefined || word.length < shortest - 1 || word.length > 16) return exact;
  let only: T | undefined;
  for (const [key, value] of table) {
    if (key.length < shortest || !isNear(key, word)) continue;
    if (only !== undefined && only !== value) return undefined;
    only = value;
  }
  return only;
}
