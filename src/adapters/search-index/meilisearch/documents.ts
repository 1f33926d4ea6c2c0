import type { HitRecord, IndexedDocument } from '../../../ports/search-index.ts';
import { hitRecordOf } from '../../../search/page/hit-record.ts';
import { packLayout } from '../../../search/page/layout.ts';
import { firstPageOf, type PageEntry, pageEntries } from '../../../search/page/page-entry.ts';
import { daysOf } from '../../../search/query/date-range.ts';
import { dependenciaKey } from '../../../search/query/dependencia-key.ts';
import { foldEnye } from '../../../search/words/fold.ts';
import { vocabularyKey } from '../../../search/words/stem.ts';
import { hasDigit } from '../../../search/words/tokens.ts';
import { gram, gramsOf } from './grams.ts';
import { nearCodes } from './near.ts';

/** A page as the server keeps it. */
export interface PageDocument {
  readonly id: string;
  readonly documentId: string;
  /** The same as a value that no letter case can confuse. */
  readonly document: string;
  readonly number: number;
  readonly first: boolean;
  readonly grams: readonly string[];
  /** Stems, for the order of hits: the values of the record, then the text. */
  readonly fields: string;
  readonly body: string;
  readonly tipo: string | null;
  readonly anio: string | null;
  readonly office: string | null;
  readonly offices: readonly string[];
  readonly firstDay: number | null;
  readonly lastDay: number | null;
  readonly layout: string;
  readonly record: HitRecord;
}

/** A word as the server keeps it. */
export interface WordDocument {
  readonly id: string;
  readonly term: string;
  readonly key: string;
  /** Where a slip of it is looked for; empty for what is never taken for one. */
  readonly near: readonly string[];
}

// The server reads 65,535 words of an attribute. No page has as many; of one that does, each word once.
const MOST_WORDS = 60_000;
// The server keeps 468 bytes of a value; in hexadecimal two stand for one.
const LONGEST_OFFICE = 230;

/** The pages of a document, and every term on them. */
export function documentsOf(document: IndexedDocument): { pages: PageDocument[]; terms: Set<string> } {
  const about = describe(document);
  const terms = new Set<string>();
  const pages = [...pageEntries(document)].map((page) => {
    const runs = runsOf(page);
    for (const term of runs.flat()) terms.add(term);
    return {
      ...about,
      id: `${Buffer.from(document.record.id).toString('base64url')}_${page.number}`,
      number: page.number,
      first: page.number === firstPageOf(document),
      grams: [...new Set(runs.flatMap(gramsOf))],
      fields: ranked(termsOf(page, ({ inPassing }) => !inPassing)),
      body: ranked([
        ...[...page.tokens, ...page.halves].map(({ term }) => term),
        ...termsOf(page, ({ inPassing }) => inPassing === true),
      ]),
      layout: Buffer.from(packLayout(page)).toString('base64'),
    };
  });
  return { pages, terms };
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

/** How stored keys and documents are named in filters. */
export const hex = (text: string): string => Buffer.from(text).toString('hex');

/** A word as it counts for the order of hits: without number and ñ. */
export const rankedTerm = (term: string): string => vocabularyKey(term) ?? foldEnye(term);

/** All runs of an office's words: `obras publicas` is one of the Dirección de Obras Públicas. */
function partsOf(key: string): string[] {
  const words = key.split(' ');
  return words.flatMap((_, i) => words.slice(i).map((_, k) => words.slice(i, i + k + 1).join(' ')));
}

function describe({ record }: IndexedDocument) {
  const shown = hitRecordOf(record);
  const days = shown.fechaDocumento === null ? null : daysOf(shown.fechaDocumento);
  const office = shown.dependenciaEmisora;
  return {
    documentId: record.id,
    document: hex(record.id),
    tipo: shown.tipoDocumental,
    anio: days?.first.slice(0, 4) ?? null,
    office: office === null ? null : hex(office).slice(0, LONGEST_OFFICE * 2),
    offices: office === null ? [] : partsOf(dependenciaKey(office)),
    firstDay: days === null ? null : dayNumber(days.first),
    lastDay: days === null ? null : dayNumber(days.last),
    record: shown,
  };
}

/** An ISO day as a number, in the same order. */
export const dayNumber = (day: string): number => Number(day.replaceAll('-', ''));

const runsOf = ({ tokens, halves, fields }: PageEntry): string[][] => [
  tokens.map(({ term }) => term),
  ...halves.map(({ term }) => [term]),
  ...fields.flatMap(({ forms }) => forms.map((form) => [...form])),
];

const termsOf = ({ fields }: PageEntry, isAsked: (field: PageEntry['fields'][number]) => boolean): string[] =>
  fields.filter(isAsked).flatMap(({ forms }) => forms[0] ?? []);

function ranked(terms: readonly string[]): string {
  const words = terms.map(rankedTerm);
  return (words.length > MOST_WORDS ? [...new Set(words)] : words).join(' ');
}
