import type { IndexedDocument } from '../../ports/search-index.ts';
import { type FieldText, fieldTexts } from './field-texts.ts';
import { type PageToken, pageTokens, type TextLine } from './page-tokens.ts';

/** A page as an index takes it: what it says, and which values of the record are found on it. */
export interface PageEntry {
  readonly number: number;
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
  const fields = fieldTexts(document.record).map((field) =>
    numbers.has(field.page) ? field : { ...field, page: first },
  );
  for (const { number, lines } of document.pages)
    yield { number, lines, fields: fields.filter(({ page }) => page === number), ...pageTokens(lines) };
}
