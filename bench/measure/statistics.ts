type Numbers = readonly (number | null)[];

const known = (values: Numbers) => values.filter((value) => value !== null).sort((a, b) => a - b);

/** Of what is known; null where nothing is. */
export function mean(values: Numbers): number | null {
  const all = known(values);
  return all.length === 0 ? null : all.reduce((sum, value) => sum + value, 0) / all.length;
}

/** Nearest rank: a value that was measured. `share` is 0…1; null where nothing is known. */
export function percentile(values: Numbers, share: number): number | null {
  const all = known(values);
  return all[Math.max(0, Math.ceil(all.length * share) - 1)] ?? null;
}

/** The middle value, or the lower of the two. */
export const median = (values: Numbers): number | null => percentile(values, 0.5);

/** `a / b`, where both are known and there is something to divide by. */
export const ratio = (a: number | null | undefined, b: number | null | undefined): number | null =>
  a === null || a === undefined || !b ? null : a / b;

/** How far the mean of some values is from that of all there could be, one time in three; null where fewer than two are known. */
export function standardError(values: readonly number[]): number | null {
  const middle = mean(values);
  if (middle === null || values.length < 2) return null;
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1) / values.length);
}
