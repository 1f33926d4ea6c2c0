import type { IndexedDocument, PageGeometry } from '../../ports/search-index.ts';
import { type FieldText, fieldTexts } from './field-texts.ts';
import { type PageToken, pageTokens, type TextLine } from './page-tokens.ts';
import { settled, settledField } from './settled.ts';

/** A page as an index takes it: what it says, and which values of the record are found on it. */
export interface PageEntry {
  readonly number: number;
  /** Null where the record has no such page. */
  readonly geometry: PageGeometry | null;
  readonly lines: readonly TextLine[];
  readonly fields: readonly FieldText[];
  readonly tokens: readonly PageToken[];
  /** Parts of words cut at a line end: found by themselves, part of no phrase. */
  readonly halves: readonly PageToken[];
}

/** Nothing asked, a document is shown by this page. */
export const firstPageOf = ({ pages }: IndexedDocument): number => pages[0]?.number ?? 1;

/** The pages of a document one by one; a value whose evidence is on no page of it stands on the first. */
export function* pageEntries(document: IndexedDocument): Generator<PageEntry> {
  const first = firstPageOf(document);
  const numbers = new Set(document.pages.map(({ number }) => number));
  const fields = fieldTexts(document.record)
    .map(settledField)
    .map((field) => (numbers.has(field.page) ? field : { ...field, page: first }));
  for (const page of document.pages) {
    const { number } = page;
    const lines = settled(page.lines);
    yield {
      number,
      geometry: geometryOf(document, number),
      lines,
      fields: fields.filter((field) => field.page === number),
      ...pageTokens(lines),
    };
  }
}

function geometryOf({ record }: IndexedDocument, number: number): PageGeometry | null {
  const page = record.pages.find((one) => one.number === number);
  return page === undefined ? null : { width: page.width, height: page.height, rotation: page.rotation };
}
