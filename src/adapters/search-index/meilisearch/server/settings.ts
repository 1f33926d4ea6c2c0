import type { Settings } from 'meilisearch';

/** Raised whenever settings, fields, folding or terms change: an index of another version must be built again. */
export const SETTINGS_VERSION = 2;

/** More values of a facet are not counted. */
export const MOST_VALUES = 10_000;

const equality = { facetSearch: false, filter: { equality: true, comparison: false } };
const ranges = { facetSearch: false, filter: { equality: true, comparison: true } };

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

/** One record a page, and one a document. The texts are for the order of hits only. */
export const PAGE_SETTINGS: Settings = {
  ...EXACT,
  searchableAttributes: ['fields', 'body'],
  localizedAttributes: [{ attributePatterns: ['*'], locales: ['spa'] }],
  filterableAttributes: [
    {
      attributePatterns: ['grams', 'scopes', 'names', 'labels.*', 'first'],
      features: equality,
    },
    {
      attributePatterns: ['document', 'number', 'firstDay', 'lastDay', 'received', 'place', 'worst'],
      features: ranges,
    },
  ],
  sortableAttributes: ['document', 'number', 'firstDay', 'received', 'place', 'worst'],
  rankingRules: ['words', 'proximity', 'attribute', 'exactness', 'sort'],
  faceting: { maxValuesPerFacet: MOST_VALUES, sortFacetValuesBy: { '*': 'count' } },
};

/** One record a word, to look up its other forms and its neighbours. */
export const WORD_SETTINGS: Settings = {
  ...EXACT,
  searchableAttributes: ['term'],
  filterableAttributes: [{ attributePatterns: ['key', 'near'], features: equality }],
};
