import type { HitRecord, IndexedDocument } from '../../../../ports/search-index.ts';
import { listedOf } from '../../../../search/list/listed.ts';
import { sortedPlace, sortedRank } from '../../../../search/list/sort-key.ts';
import { hitRecordOf } from '../../../../search/page/hit-record.ts';
import { packLayout } from '../../../../search/page/layout.ts';
import type { Named } from '../../../../search/page/names.ts';
import { firstPageOf, type PageEntry, pageEntries } from '../../../../search/page/page-entry.ts';
import { daysOf } from '../../../../search/query/date-range.ts';
import { foldEnye } from '../../../../search/words/fold.ts';
import { vocabularyKey } from '../../../../search/words/stem.ts';
import { hasDigit } from '../../../../search/words/tokens.ts';
import { gram, gramsOf } from './grams.ts';
import { namesOf } from './names.ts';
import { nearCodes } from './near.ts';
import { scopesOf } from './scopes.ts';
import { fitting, hex } from './value.ts';

/** What every entry of a document says of it. */
interface About {
  /** The id of the document, as a value that no letter case can confuse. */
  readonly document: string;
  readonly scopes: readonly string[];
  readonly names: readonly string[];
  readonly labels: Readonly<Record<Named | 'anio', string | null>>;
  readonly firstDay: number | null;
  readonly lastDay: number | null;
}

/** A page as the server keeps it. */
export interface PageDocument extends About {
  readonly id: string;
  readonly documentId: string;
  readonly number: number;
  readonly first: boolean;
  readonly grams: readonly string[];
  /** Stems, for the order of hits: the values of the record, then the text. */
  readonly fields: string;
  readonly body: string;
  readonly layout: string;
  readonly record: HitRecord;
}

/** A document as the server keeps it, among its pages as the page before the first. */
export interface ListedEntry extends About {
  readonly id: string;
  readonly documentId: string;
  readonly number: typeof NO_PAGE;
  readonly received: string;
  readonly pages: number;
  /** What it is sorted by among those of a place, and among those to review. Absent where it is not among them. */
  readonly place?: string;
  readonly worst?: string;
  /** As JSON: what a list shows, and what a review shows. */
  readonly listed: string;
  readonly review: string | null;
}

/** A word as the server keeps it. */
export interface WordDocument {
  readonly id: string;
  readonly term: string;
  readonly key: string;
  /** Where a slip of it is looked for; empty for what is never taken for one. */
  readonly near: readonly string[];
}

export const NO_PAGE = 0;

// The server reads 65,535 words of an attribute. No page has as many; of one that does, each word once.
const MOST_WORDS = 60_000;

/** The entries of a document, and every term on its pages. */
export function documentsOf(document: IndexedDocument): {
  entries: readonly (ListedEntry | PageDocument)[];
  terms: Set<string>;
} {
  const about = aboutOf(document);
  const record = hitRecordOf(document.record);
  const terms = new Set<string>();
  const pages = [...pageEntries(document)].map((page): PageDocument => {
    const runs = runsOf(page);
    for (const term of runs.flat()) terms.add(term);
    return {
      ...about,
      id: entryId(document, page.number),
      documentId: document.record.id,
      number: page.number,
      first: page.number === firstPageOf(document),
      grams: [...new Set(runs.flatMap(gramsOf))],
      fields: ranked(page.fields.flatMap(({ forms }) => forms[0] ?? [])),
      body: ranked([...page.tokens, ...page.halves].map(({ term }) => term)),
      layout: Buffer.from(packLayout(page, page.geometry)).toString('base64'),
      record,
    };
  });
  return { entries: [listedEntry(document, about), ...pages], terms };
}

/** Null for a term that only itself leads to. */
export function wordOf(term: string): WordDocument | null {
  const key = vocabularyKey(term);
  if (key === null) return null;
  return {
    id: Buffer.from(term).toString('base64url'),
    term,
    key: gram([key]),
    near: hasDigit(term) ? [] : nearCodes(key),
  };
}

/** A word as it counts for the order of hits: without number and ñ. */
export const rankedTerm = (term: string): string => vocabularyKey(term) ?? foldEnye(term);

/** An ISO day as a number, in the same order. */
export const dayNumber = (day: string): number => Number(day.replaceAll('-', ''));

function aboutOf({ record, scope }: IndexedDocument): About {
  const date = record.fields?.fechaDocumento.value ?? null;
  const days = date === null ? null : daysOf(date);
  const { labels, names } = namesOf(record);
  return {
    document: hex(record.id),
    scopes: scopesOf(scope),
    names,
    labels: { ...labels, anio: days === null ? null : hex(days.first.slice(0, 4)) },
    firstDay: days === null ? null : dayNumber(days.first),
    lastDay: days === null ? null : dayNumber(days.last),
  };
}

function listedEntry(document: IndexedDocument, about: About): ListedEntry {
  const { record, review, pages } = document;
  const place = sortedPlace(record.description);
  return {
    ...about,
    id: entryId(document, NO_PAGE),
    documentId: record.id,
    number: NO_PAGE,
    received: record.receivedAt,
    pages: pages.length,
    ...(place !== null && { place: fitting(place) }),
    ...(review !== null && { worst: fitting(sortedRank(review.rank)) }),
    listed: JSON.stringify({ status: record.status, ...listedOf(record) }),
    review: review === null ? null : JSON.stringify(review.item),
  };
}

const entryId = ({ record }: IndexedDocument, page: number): string =>
  `${Buffer.from(record.id).toString('base64url')}_${page}`;

const runsOf = ({ tokens, halves, fields }: PageEntry): string[][] => [
  tokens.map(({ term }) => term),
  ...halves.map(({ term }) => [term]),
  ...fields.flatMap(({ forms }) => forms.map((form) => [...form])),
];

function ranked(terms: readonly string[]): string {
  const words = terms.map(rankedTerm);
  return (words.length > MOST_WORDS ? [...new Set(words)] : words).join(' ');
}
