import type { Layout } from '../../../../search/page/layout.ts';
import { pageTokens } from '../../../../search/page/page-tokens.ts';
import { FIELD_WEIGHT, impactOf } from '../segments/impact.ts';

/** Where a term stands on a page, and how much the page is about it. */
export interface TermOnPage {
  readonly places: readonly number[];
  readonly impact: number;
}

// Between texts that no phrase may run across.
const GAP = 2;

/** The terms of a page with their places: what it says, then halves of cut words, then the values of the record. */
export function termsOf({ lines, fields }: Layout): Map<string, TermOnPage> {
  const { tokens, halves } = pageTokens(lines);
  const found = new Map<string, { places: number[]; frequency: number }>();
  const add = (term: string, place: number, weight: number) => {
    const known = found.get(term);
    if (known === undefined) found.set(term, { places: [place], frequency: weight });
    else {
      known.places.push(place);
      known.frequency += weight;
    }
  };
  tokens.forEach(({ term }, place) => {
    add(term, place, 1);
  });
  let place = tokens.length;
  for (const { term } of halves) {
    place += GAP;
    add(term, place, 1);
  }
  for (const form of fields.flatMap(({ forms }) => forms)) {
    place += GAP;
    for (const term of form) add(term, place++, FIELD_WEIGHT);
  }
  return new Map(
    [...found].map(([term, { places, frequency }]) => [
      term,
      { places, impact: impactOf(frequency, tokens.length + halves.length) },
    ]),
  );
}
