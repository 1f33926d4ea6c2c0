import { foldEnye } from '../words/fold.ts';
import { stem, vocabularyKey } from '../words/stem.ts';
import type { Clause, ParsedQuery } from './query.ts';
import { synonymsOf } from './synonyms.ts';

/** What the index knows of its words. */
export interface Vocabulary {
  /** The terms that share a key of `vocabularyKey`. */
  withKey(key: string): readonly string[];
  /** On how many pages a term stands. */
  pages(term: string): number;
  /** The keys that one slip explains, the likeliest kind of slip only. */
  near(key: string): readonly string[];
}

/** As typed; in the other number; ñ and n swapped, another way of writing it; a slip assumed. */
export const CLOSENESS = { typed: 3, inflected: 2, folded: 1, slip: 0 } as const;

/** One way of satisfying a clause: adjacent terms, the last one perhaps a prefix. */
export interface Alternative {
  readonly terms: readonly string[];
  readonly prefix: boolean;
  readonly closeness: number;
}

/** The alternatives of each clause that must be on the page, and of each that must not. */
export interface Plan {
  readonly must: readonly (readonly Alternative[])[];
  readonly not: readonly (readonly Alternative[])[];
}

// A word of one or two pages, next to one twenty times as common, is more often misread or mistyped than meant.
const RARE_PAGES = 2;
const COMMON_TIMES = 20;
const MOST_SLIPS = 5;
const MOST_FORMS = 24; // of a phrase whose words have several spellings each

/** Spells a query out with the words that the index holds. */
export function planOf(query: ParsedQuery, vocabulary: Vocabulary): Plan {
  return {
    must: query.must.map((clause) => alternativesOf(clause, vocabulary)),
    not: query.not.map((clause) => alternativesOf({ ...clause, inflect: false, typo: false }, vocabulary)),
  };
}

function alternativesOf(clause: Clause, vocabulary: Vocabulary): Alternative[] {
  if (clause.inflect) return ofWord(clause, vocabulary);
  const found = clause.forms.flatMap((form, i) =>
    spellings(form, clause.prefix, vocabulary).map((terms, j) => ({
      terms,
      prefix: clause.prefix,
      closeness: i + j === 0 ? CLOSENESS.typed : CLOSENESS.folded,
    })),
  );
  return found.slice(0, MOST_FORMS);
}

function ofWord(clause: Clause, vocabulary: Vocabulary): Alternative[] {
  const term = clause.forms[0]![0]!;
  const family = vocabulary.withKey(vocabularyKey(term)!).filter((other) => other !== term);
  const known = [
    alternative(term, CLOSENESS.typed),
    ...family.map((other) =>
      alternative(other, stem(other) === stem(term) ? CLOSENESS.inflected : CLOSENESS.folded),
    ),
  ];
  const others = synonymsOf(term)
    .filter((other) => !family.includes(other))
    .map((other) => alternative(other, CLOSENESS.folded));
  return [...known, ...others, ...(clause.typo ? slips(term, known, vocabulary) : [])];
}

function slips(term: string, known: readonly Alternative[], vocabulary: Vocabulary): Alternative[] {
  const pages = pagesOf(
    known.map(({ terms }) => terms[0]!),
    vocabulary,
  );
  if (pages > RARE_PAGES) return [];
  const least = pages === 0 ? 1 : COMMON_TIMES * RARE_PAGES;
  const families = vocabulary.near(vocabularyKey(term)!).map((key) => {
    const terms = vocabulary.withKey(key);
    return { key, terms, pages: pagesOf(terms, vocabulary) };
  });
  return families
    .filter((family) => family.pages >= least)
    .sort((a, b) => b.pages - a.pages || (a.key < b.key ? -1 : 1))
    .slice(0, MOST_SLIPS)
    .flatMap(({ terms }) => terms.map((near) => alternative(near, CLOSENESS.slip)));
}

const pagesOf = (terms: readonly string[], vocabulary: Vocabulary) =>
  terms.reduce((sum, term) => sum + vocabulary.pages(term), 0);

const alternative = (term: string, closeness: number): Alternative => ({
  terms: [term],
  prefix: false,
  closeness,
});

// Every way of writing the same terms: with ñ or n, with a digit read as a letter. As typed comes first.
function spellings(form: readonly string[], prefix: boolean, vocabulary: Vocabulary): string[][] {
  let ways: string[][] = [[]];
  form.forEach((term, i) => {
    const begins = prefix && i === form.length - 1;
    const same = begins ? enyes(term) : [...new Set([term, ...sameWord(term, vocabulary)])];
    ways = ways.flatMap((way) => same.map((other) => [...way, other])).slice(0, MOST_FORMS);
  });
  return ways;
}

const sameWord = (term: string, vocabulary: Vocabulary) =>
  vocabulary
    .withKey(vocabularyKey(term) ?? term)
    .filter((other) => /\d/.test(term) || foldEnye(other) === foldEnye(term));

const enyes = (term: string) => [
  ...new Set([
    term,
    foldEnye(term),
    ...[...term.matchAll(/n/g)]
      .slice(0, 4)
      .map(({ index }) => `${term.slice(0, index)}ñ${term.slice(index + 1)}`),
  ]),
];
