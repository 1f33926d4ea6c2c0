// How much a page is about a term, in 15 steps, so that it costs half a byte beside the page's number: BM25 without the part
// that depends on other pages. The length it is measured against is fixed: a mean over the archive would tell of hidden pages.
const K1 = 1.2;
const B = 0.75;
const USUAL_TERMS = 280; // domain: a typed oficio
const STEPS = 15;
const MOST = K1 + 1;

/** A value of the record says what the document is about; the same word in the text may be in passing. */
export const FIELD_WEIGHT = 4;

/** 1 to 15, for a term that stands so often (values of the record counted FIELD_WEIGHT times) on a page of so many terms. */
export function impactOf(frequency: number, terms: number): number {
  const weight = (frequency * MOST) / (frequency + K1 * (1 - B + (B * terms) / USUAL_TERMS));
  return Math.max(1, Math.min(STEPS, Math.round((weight / MOST) * STEPS)));
}

/** Weights are summed as whole numbers: the same sum in whatever order lists are met, and that order may depend on hidden pages. */
export const RARITY_UNIT = 1024;

/** How telling a term is: BM25's idf over what the asker may read. Never nothing: a word on every page still counts. */
export const rarity = (withTerm: number, pages: number): number =>
  Math.max(
    1,
    Math.round(RARITY_UNIT * Math.log(1 + (Math.max(0, pages - withTerm) + 0.5) / (withTerm + 0.5))),
  );

/** A sum of rarity times impact as BM25 would give it. */
export const weightOf = (sum: number): number => (sum * MOST) / (STEPS * RARITY_UNIT);
