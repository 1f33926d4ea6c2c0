import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as breathe } from 'node:timers/promises';
import { deflateRawSync } from 'node:zlib';
import type { IndexedDocument } from '../../../../ports/search-index.ts';
import { listedOf } from '../../../../search/list/listed.ts';
import { sortedPlace, sortedRank } from '../../../../search/list/sort-key.ts';
import { hitRecordOf } from '../../../../search/page/hit-record.ts';
import { packLayout, unpackLayout } from '../../../../search/page/layout.ts';
import { NAMED, type Named, namesIn } from '../../../../search/page/names.ts';
import { pageEntries } from '../../../../search/page/page-entry.ts';
import { daysOf } from '../../../../search/query/date-range.ts';
import { scopeKey } from '../../../../search/scope.ts';
import { buildDiscount, buildSegment } from '../segments/build-segment.ts';
import {
  COLUMNS,
  type Columns,
  dayNumber,
  emptyColumns,
  idNumbers,
  type Values,
} from '../segments/columns.ts';
import { stateOf, takeDocument, takePages } from '../segments/generations.ts';
import { merger } from '../segments/merge.ts';
import { nameWriter } from './names.ts';
import { type TermOnPage, termsOf } from './page-terms.ts';
import { vocabularyWriter } from './vocabulary-writer.ts';

// The thread is let go after so many pages (about 20 ms), so that a long document holds up nobody.
const PAGES_AT_ONCE = 10;

const BYTES_A_TERM = 4; // of a dictionary and its lists, about

interface Fresh {
  readonly document: IndexedDocument;
  readonly pages: readonly NewPage[];
}

interface NewPage {
  readonly number: number;
  readonly terms: ReadonlyMap<string, TermOnPage>;
  readonly layout: Uint8Array;
}

/** Puts and removes documents; both run inside the caller's transaction. */
export function documentWriter(database: DatabaseSync) {
  const vocabulary = vocabularyWriter(database);
  const names = nameWriter(database);
  const merge = merger(database);
  const insertLayout = database.prepare('INSERT INTO layouts VALUES (?, ?, ?)');
  let seenVersion: unknown;
  const forget = () => {
    vocabulary.forget();
    names.forget();
  };
  const forgetIfOthersWrote = () => {
    const version = database.prepare('PRAGMA data_version').get()?.data_version;
    if (version !== seenVersion) forget();
    seenVersion = version;
  };

  const insert = (generation: number, fresh: readonly Fresh[]): void => {
    const withPages: { number: number; firstPage: number; values: Values; pages: readonly NewPage[] }[] = [];
    for (const { document, pages } of fresh) {
      const number = takeDocument(database, generation);
      const firstPage = takePages(database, generation, pages.length);
      const values = valuesOf(database, document, names.numberOf);
      insertDocument(database, { generation, number, firstPage, document, values });
      addTally(
        database,
        [generation, values.scope, values.status],
        [1, pages.length, document.review === null ? 0 : 1],
      );
      for (const [i, { number: page, layout }] of pages.entries())
        insertLayout.run(firstPage + i, page, layout);
      if (pages.length > 0) withPages.push({ number, firstPage, values, pages });
    }
    const [first] = withPages;
    if (first === undefined) return;
    buildSegment(database, {
      generation,
      firstDocument: first.number,
      firstPage: first.firstPage,
      columns: columnsOf(first.number, withPages),
      pages: withPages.flatMap(({ pages, values }) =>
        pages.map(({ terms }) => ({ scope: values.scope, terms })),
      ),
    });
  };

  /** Replaces whatever the generations hold of these documents; no two of them may be one. */
  const put = async (
    documents: readonly IndexedDocument[],
    generations: readonly number[],
    signal?: AbortSignal,
  ): Promise<void> => {
    forgetIfOthersWrote();
    const fresh: Fresh[] = [];
    let written = 0;
    let read = 0;
    for (const document of documents) {
      const pages: NewPage[] = [];
      for (const page of pageEntries(document)) {
        const terms = termsOf(page);
        vocabulary.learn(terms.keys());
        written += terms.size * BYTES_A_TERM;
        pages.push({ number: page.number, terms, layout: packLayout(page, page.geometry) });
        if (++read % PAGES_AT_ONCE === 0) await breathe(undefined, signal === undefined ? {} : { signal });
      }
      fresh.push({ document, pages });
    }
    for (const generation of generations) {
      const replaced = documents.map(({ record }) => bury(database, generation, record.id)).includes(true);
      insert(generation, fresh);
      merge(generation, written, replaced);
    }
  };

  const remove = (documentId: string, generations: readonly number[]): void => {
    forgetIfOthersWrote();
    for (const generation of generations)
      if (bury(database, generation, documentId)) merge(generation, 0, true);
  };

  return { put, remove, forget };
}

/** The generations that a document goes into: what is shown, and what somebody is building beside it. */
export function targetsOf(database: DatabaseSync, own: number | null): number[] {
  const building = stateOf(database, 'building');
  if (own !== null && own === building) return [own];
  const shown = stateOf(database, 'generation');
  return building === 0 ? [shown] : [shown, building];
}

function valuesOf(
  database: DatabaseSync,
  { record, scope, pages }: IndexedDocument,
  numberOf: (name: Named, label: string | null) => number,
): Values {
  const { fields } = record;
  const days = daysOf(fields?.fechaDocumento.value ?? '');
  const labels = namesIn(record);
  const named = Object.fromEntries(NAMED.map((name) => [name, numberOf(name, labels[name])])) as Record<
    Named,
    number
  >;
  return {
    ...named,
    scope: scopeNumber(database, scopeKey(scope)),
    pages: pages.length,
    firstDay: dayNumber(days?.first ?? null),
    lastDay: dayNumber(days?.last ?? null),
    ...idNumbers(record.id),
  };
}

function scopeNumber(database: DatabaseSync, key: string): number {
  const known = database.prepare('SELECT id FROM scopes WHERE key = ?').get(key);
  return Number(
    known?.id ?? database.prepare('INSERT INTO scopes (key) VALUES (?)').run(key).lastInsertRowid,
  );
}

function columnsOf(firstDocument: number, fresh: readonly { number: number; values: Values }[]): Columns {
  const columns = emptyColumns(fresh.at(-1)!.number - firstDocument + 1);
  for (const { number, values } of fresh)
    for (const name of COLUMNS) columns[name][number - firstDocument] = values[name];
  return columns;
}

interface NewDocument {
  readonly generation: number;
  readonly number: number;
  readonly firstPage: number;
  readonly document: IndexedDocument;
  readonly values: Values;
}

function insertDocument(
  database: DatabaseSync,
  { generation, number, firstPage, document, values }: NewDocument,
): void {
  const { record, pages, review } = document;
  const row = [
    number,
    generation,
    record.id,
    values.scope,
    record.receivedAt,
    pages.length === 0 ? null : firstPage,
    pages.length,
    sortedPlace(record.description),
    review === null ? null : sortedRank(review.rank),
    ...NAMED.map((name) => values[name]),
    values.firstDay,
    values.lastDay,
    JSON.stringify(listedOf(record)),
    JSON.stringify(hitRecordOf(record)),
  ];
  database.prepare(`INSERT INTO documents VALUES (${row.map(() => '?').join(', ')})`).run(...row);
  if (review !== null)
    database
      .prepare('INSERT INTO reviews VALUES (?, ?)')
      .run(number, deflateRawSync(JSON.stringify(review.item)));
}

function addTally(
  database: DatabaseSync,
  key: readonly [generation: number, scope: number, status: number],
  counts: readonly [documents: number, pages: number, reviews: number],
): void {
  database
    .prepare(
      `INSERT INTO tallies VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET documents = documents + excluded.documents,
       pages = pages + excluded.pages, reviews = reviews + excluded.reviews`,
    )
    .run(...key, ...counts);
}

// Postings of a document that is taken out stay until their segment is merged; nobody is shown them, and what they counted
// is taken off at once, by a segment of counts alone.
function bury(database: DatabaseSync, generation: number, documentId: string): boolean {
  const row = database
    .prepare(
      'SELECT number, scope, status, first_page, pages, worst FROM documents WHERE generation = ? AND id = ?',
    )
    .get(generation, documentId);
  if (row === undefined) return false;
  const number = Number(row.number);
  const scope = Number(row.scope);
  const pages = Number(row.pages);
  if (pages > 0) {
    const firstPage = Number(row.first_page);
    const counts = new Map<string, number>();
    for (const { data } of database
      .prepare('SELECT data FROM layouts WHERE page >= ? AND page < ?')
      .all(firstPage, firstPage + pages))
      for (const term of termsOf(unpackLayout(data as Uint8Array)).keys())
        counts.set(term, (counts.get(term) ?? 0) + 1);
    buildDiscount(database, { generation, firstDocument: number, firstPage }, scope, counts);
    database.prepare('DELETE FROM layouts WHERE page >= ? AND page < ?').run(firstPage, firstPage + pages);
    database.prepare('INSERT INTO buried VALUES (?)').run(number);
  }
  addTally(database, [generation, scope, Number(row.status)], [-1, -pages, row.worst === null ? 0 : -1]);
  database.prepare('DELETE FROM reviews WHERE document = ?').run(number);
  database.prepare('DELETE FROM documents WHERE number = ?').run(number);
  return true;
}
