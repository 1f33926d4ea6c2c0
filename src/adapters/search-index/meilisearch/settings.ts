import type { Settings } from 'meilisearch';

/** Raised whenever settings, fields, folding or terms change: an index of another version must be built again. */
export const SETTINGS_VERSION = 1;

const equality = { facetSearch: false, filter: { equality: true, comparison: false } };
const numbers = { facetSearch: false, filter: { equality: true, comparison: true } };

// What is a hit is decided by filters over terms that foja made, so that both indexes find the same (docs/search.md).
// The server's own guesses are off: it would take 1957 for 1958, the last word for a beginning, and know nothing of ñ.
const EXACT: Settings = {
  typoTolerance: { enabled: false, disableOnNumbers: true },
  prefixSearch: 'disabled',
  facetSearch: false,
  // Filters name hits one by one; the usual 1,000 would cut totals.
  pagination: { maxTotalHits: 100_000_000 },
  searchCutoffMs: 10_000,
};

/** One record a page. The texts are for the order of hits only. */
export const PAGE_SETTINGS: Settings = {
  ...EXACT,
  searchableAttributes: ['fields', 'body'],
  localizedAttributes: [{ attributePatterns: ['*'], locales: ['spa'] }],
  filterableAttributes: [
    {
      attributePatterns: ['grams', 'offices', 'document', 'tipo', 'office', 'anio', 'first'],
      features: equality,
    },
    { attributePatterns: ['number', 'firstDay', 'lastDay'], features: numbers },
  ],
  sortableAttributes: ['firstDay', 'documentId', 'number'],
  rankingRules: ['words', 'proximity', 'attribute', 'exactness', 'sort'],
  faceting: { maxValuesPerFacet: 10_000 },
};

/** One record a word, to look up its other forms and its neighbours. */
export const WORD_SETTINGS: Settings = {
  ...EXACT,
  searchableAttributes: ['term'],
  filterableAttributes: [{ attributePatterns: ['key', 'near'], features: equality }],
};
