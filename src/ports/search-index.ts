import type { Box, DocumentRecord, Line } from '../model/document.ts';

/** A document to make findable: its record, and the lines of each page in page order. */
export interface IndexedDocument {
  readonly record: DocumentRecord;
  readonly pages: readonly { readonly number: number; readonly lines: readonly Line[] }[];
}

export interface SearchQuery {
  readonly text: string;
  /** Inclusive ISO dates, compared with `fechaDocumento`; `1987` and `1987-03` are ranges. */
  readonly from?: string;
  readonly to?: string;
  readonly dependencia?: string;
  readonly tipo?: string;
  readonly limit: number;
  readonly offset: number;
}

export interface SearchHit {
  readonly documentId: string;
  readonly page: number;
  /** Higher is better; comparable within one answer only. */
  readonly score: number;
  /** Plain text around the first matches; each match between U+0002 and U+0003. */
  readonly snippet: string;
  /** The matched words on the scan. */
  readonly boxes: readonly Box[];
  readonly record: HitRecord;
}

/** What a list of hits shows of a document without opening it. */
export interface HitRecord {
  readonly tipoDocumental: string | null;
  readonly numeroOficio: string | null;
  readonly fechaDocumento: string | null;
  readonly asunto: string | null;
  readonly dependenciaEmisora: string | null;
  readonly source: string;
}

export interface SearchResult {
  readonly total: number;
  readonly hits: readonly SearchHit[];
  /** Counts over all hits: `{ tipo: { OFICIO: 3 }, dependencia: {…}, anio: {…} }`. */
  readonly facets: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/**
 * A projection of the archive, one entry a page; losing it loses nothing (`foja reindex`).
 *
 * Accents and case never matter, but a match with the exact ñ ranks above one with n. Words in quotes are a phrase, a
 * trailing `*` is a prefix (never assumed), `-word` must not be on the page; all other words must be on it, stop words
 * (`de`, `la`) only when nothing else is asked. A word also finds its singular or plural, and below
 * those its abbreviation or synonym (`hdez`, `panteon`: search/synonyms.ts), except in quotes. A word of five letters or more
 * that nothing matches, or next to nothing while a common one is one typo away, is tried with one typo, ranked below
 * everything else; in quotes or with a digit it never is. Identifiers match whatever separates their parts, however many
 * leading zeros they carry, with the year in four digits or two (`SA/0123/1987` = `sa 123 1987` = `sa/123/87`).
 * The values of the record are searched too, on the page of their evidence, and weigh more than the text.
 * No text is an error. Without any word, every document is a hit once, by its first page, in order of date.
 * `dependencia` keeps names that hold its words; a document without date lies in no range.
 * What `put` stored is found once `refresh` resolves; a document is replaced or removed whole or not at all.
 */
export interface SearchIndex {
  /** Replaces whatever the index holds of this document. */
  put(document: IndexedDocument, signal?: AbortSignal): Promise<void>;
  remove(documentId: string, signal?: AbortSignal): Promise<void>;
  search(query: SearchQuery, signal?: AbortSignal): Promise<SearchResult>;
  /** Makes everything put so far findable, typos included. Call once after a batch. */
  refresh(signal?: AbortSignal): Promise<void>;
  counts(signal?: AbortSignal): Promise<{ documents: number; pages: number }>;
  /**
   * Starts afresh, for a rebuild: what is put from now on goes into an empty index. What was there may go on being found until
   * `refresh`, which lets the new one take its place at one stroke.
   */
  clear(signal?: AbortSignal): Promise<void>;
  close(): Promise<void>;
}
