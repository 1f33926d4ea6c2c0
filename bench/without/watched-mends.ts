import { isDeepStrictEqual } from 'node:util';
import type { Mend, Reading } from '../../src/recognition/mends/mend.ts';

/** What a mend did on a page. */
export interface Watched {
  changed: boolean;
  /** What it took, with those that ran within it. */
  cpuSeconds: number;
}

/** The same mends, watched: one that changes nothing need not be left out to know what the page reads without it. `clock` counts CPU seconds, but not those of `watch`. */
export function watchedMends(
  mends: readonly Mend[],
  clock: () => number,
  watch: { seconds: number },
): { readonly mends: readonly Mend[]; readonly seen: ReadonlyMap<string, Watched> } {
  const seen = new Map(mends.map(({ name }): [string, Watched] => [name, { changed: false, cpuSeconds: 0 }]));
  const watched = mends.map(
    (mend): Mend => ({
      ...mend,
      async apply(reading, again) {
        const it = seen.get(mend.name)!;
        const before = clock();
        const after = await mend.apply(reading, again);
        const done = clock();
        it.cpuSeconds += done - before;
        it.changed ||= !isSame(reading, after);
        watch.seconds += clock() - done;
        return after;
      },
    }),
  );
  return { mends: watched, seen };
}

const isSame = (a: Reading, b: Reading): boolean =>
  a === b || (a.page === b.page && a.doubted === b.doubted && isDeepStrictEqual(a.lines, b.lines));
