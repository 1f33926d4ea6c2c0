import type { DatabaseSync } from 'node:sqlite';
import type { TermOnPage } from '../documents/page-terms.ts';
import { ByteSink } from './bytes.ts';
import { type Columns, packColumns } from './columns.ts';
import { takeSegment } from './generations.ts';
import { pageList, writePlaces } from './postings.ts';
import { segmentWriter } from './segment-writer.ts';

/** Documents with pages that come into the index together; pages hold their terms, in order. */
export interface NewSegment {
  readonly generation: number;
  readonly firstDocument: number;
  readonly firstPage: number;
  readonly columns: Columns;
  /** Of each page, the scope of its document and its terms. */
  readonly pages: readonly { readonly scope: number; readonly terms: ReadonlyMap<string, TermOnPage> }[];
}

/** Writes a segment of the lowest level. */
export function buildSegment(database: DatabaseSync, fresh: NewSegment): void {
  const id = takeSegment(database);
  const writer = segmentWriter(database, id, 0);
  const sink = new ByteSink();
  const list = pageList(fresh.pages.length); // one for all terms: two arrays a term would be most of the work
  for (const [term, found] of byTerm(fresh.pages)) {
    list.length = 0;
    sink.length = 0;
    for (const { page, places, impact } of found) {
      list.pages[list.length] = page;
      list.impacts[list.length++] = impact;
      writePlaces(sink, places);
    }
    const counts = countsOf(found, fresh.pages);
    writer.add({ term, counts, list, places: sink.bytes.subarray(0, sink.length) });
  }
  insertSegment(database, {
    id,
    generation: fresh.generation,
    level: 0,
    firstDocument: fresh.firstDocument,
    documents: fresh.columns.scope.length,
    firstPage: fresh.firstPage,
    pages: fresh.pages.length,
    bytes: writer.end().bytes,
    columns: packColumns(fresh.columns),
  });
}

/** Takes terms off the counts of a scope: a segment without pages, summed up with the others as they merge. */
export function buildDiscount(
  database: DatabaseSync,
  at: { readonly generation: number; readonly firstDocument: number; readonly firstPage: number },
  scope: number,
  counts: ReadonlyMap<string, number>,
): void {
  const id = takeSegment(database);
  const writer = segmentWriter(database, id, 0);
  for (const term of [...counts.keys()].sort())
    writer.add({
      term,
      counts: [scope, -counts.get(term)!],
      list: pageList(0),
      places: new Uint8Array(0),
    });
  const { bytes } = writer.end();
  const columns = new Uint8Array(0);
  insertSegment(database, { id, ...at, level: 0, documents: 0, pages: 0, bytes, columns });
}

export interface SegmentRow {
  readonly id: number;
  readonly generation: number;
  readonly level: number;
  readonly firstDocument: number;
  readonly documents: number;
  readonly firstPage: number;
  readonly pages: number;
  readonly bytes: number;
  readonly columns: Uint8Array;
}

export function insertSegment(database: DatabaseSync, row: SegmentRow): void {
  database
    .prepare('INSERT INTO segments VALUES (?, ?, ?, NULL, ?, ?, ?, ?, ?, ?)')
    .run(
      row.id,
      row.generation,
      row.level,
      row.firstDocument,
      row.documents,
      row.firstPage,
      row.pages,
      row.bytes,
      row.columns,
    );
}

interface Found extends TermOnPage {
  readonly page: number;
}

function byTerm(pages: NewSegment['pages']): [term: string, found: readonly Found[]][] {
  const found = new Map<string, Found[]>();
  pages.forEach(({ terms }, page) => {
    for (const [term, { places, impact }] of terms) {
      const one = { page, places, impact };
      const known = found.get(term);
      if (known === undefined) found.set(term, [one]);
      else known.push(one);
    }
  });
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}

// Most terms stand in one scope of a new segment.
function countsOf(found: readonly Found[], pages: NewSegment['pages']): number[] {
  const first = pages[found[0]!.page]!.scope;
  if (found.every(({ page }) => pages[page]!.scope === first)) return [first, found.length];
  const counts = new Map<number, number>();
  for (const { page } of found) counts.set(pages[page]!.scope, (counts.get(pages[page]!.scope) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a - b).flat();
}
