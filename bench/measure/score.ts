// How a reading is compared with the truth: the rules that docs/bench.md states.
import { editDistance } from './levenshtein.ts';

/** Shares of 1; an error rate passes 1 where more was read than stands there. Null where there is nothing to divide by. */
export interface Score {
  readonly cer: number | null;
  /** The same without any white space: what is left where a reader closes up a spaced-out heading (P R E S E N T E). */
  readonly cerUnspaced: number | null;
  readonly wer: number | null;
  /** Words of the truth that were read, and words read that are in the truth. */
  readonly recall: number | null;
  readonly precision: number | null;
}

/** NFC, hyphens at line ends joined, white space collapsed. */
export function normalize(text: string): string {
  return text
    .normalize('NFC')
    .replace(/(?<=\p{L})[-\u00ad\u2010¬][^\S\n]*\n\s*(?=\p{L})/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Words of three letters or more, without accents and case; `text` is normalized. */
export function words(text: string): string[] {
  return (
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/\p{L}{3,}/gu) ?? []
  );
}

/** Scores one page. A word that stands twice must be read twice. */
export function score(truth: string, read: string): Score {
  const [right, said] = [normalize(truth), normalize(read)];
  const expected = words(right);
  const found = words(said);
  const common = inCommon(expected, found);
  return {
    cer: errorRate([...right], [...said]),
    cerUnspaced: errorRate([...right.replaceAll(' ', '')], [...said.replaceAll(' ', '')]),
    wer: errorRate(right.split(' ').filter(Boolean), said.split(' ').filter(Boolean)),
    recall: share(common, expected.length),
    precision: share(common, found.length),
  };
}

const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);

const errorRate = (truth: readonly string[], read: readonly string[]) =>
  share(editDistance(truth, read), truth.length);

function inCommon(expected: readonly string[], found: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of found) left.set(word, (left.get(word) ?? 0) + 1);
  return expected.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count > 0;
  }).length;
}
