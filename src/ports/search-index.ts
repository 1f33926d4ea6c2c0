import type { Box, DocumentRecord, Grade, Line, Rotation, Status } from '../model/document.ts';
import type { Scope, Scopes } from './scope.ts';

/** A document to make findable: its record, where it lies, and the lines of each page in page order. */
export interface IndexedDocument {
  readonly record: DocumentRecord;
  readonly scope: Scope;
  /** Empty until it has been read: it is listed and counted from receipt on, and found once it has pages. */
  readonly pages: readonly { readonly number: number; readonly lines: readonly Line[] }[];
  /** What a person should look at; null where nothing is in doubt. */
  readonly review: ToReview | null;
}

/** What needs eyes in a document, as `review` shows it. Lower ranks come first, compared number by number. */
export interface ToReview {
  readonly rank: readonly number[];
  readonly item: unknown;
}

/** What keeps a document out of an answer. All that are given must hold. Dates: inclusive ISO; `1987` and `1987-03` are ranges. */
export interface Filters {
  readonly from?: string;
  readonly to?: string;
  /** Names are kept by whole words, however spelled: `obras publicas` is the Dirección de Obras Públicas. */
  readonly dependencia?: string;
  readonly municipio?: string;
  readonly remitente?: string;
  readonly destinatario?: string;
  /** Places and kinds are the whole name, accents, signs and case aside. */
  readonly tipo?: string;
  readonly fondo?: string;
  readonly serie?: string;
  readonly expediente?: string;
  readonly status?: string;
  readonly grade?: string;
}

export interface SearchQuery extends Filters {
  readonly text: string;
  /** Who asks: what they may not read changes nothing in their answer. */
  readonly scopes: Scopes;
  readonly limit: number;
  readonly offset: number;
  /** Whether facets are counted, too; alone with `limit: 0`. */
  readonly facets?: boolean;
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
  /** The scan on which the boxes lie; null where the record has no such page. */
  readonly geometry: PageGeometry | null;
  readonly record: HitRecord;
}

/** What a viewer needs of a page besides its picture. */
export interface PageGeometry {
  readonly width: number;
  readonly height: number;
  readonly rotation: Rotation;
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

/** Whether a number is what it says, or what it is at the least. */
export type Exactness = 'exact' | 'atLeast';

export interface SearchResult {
  readonly total: number;
  /** Up to 10,000 always exact. */
  readonly totalIs: Exactness;
  readonly hits: readonly SearchHit[];
  /** Counts over all hits, `{ tipo: { OFICIO: 3 }, … }`, the most frequent of each kind; null where they were not asked for. */
  readonly facets: Facets | null;
}

export const FACETS = [
  'tipo',
  'dependencia',
  'anio',
  'municipio',
  'remitente',
  'destinatario',
  'expediente',
  'serie',
  'status',
  'grade',
] as const;
export type Facets = Readonly<Record<(typeof FACETS)[number], Readonly<Record<string, number>>>> & {
  /** `estimate`: counted over a sample and multiplied. */
  readonly are: 'exact' | 'estimate';
};

/**
 * Documents one by one: `worst` only those that need eyes, the worst first; `place` only those of an expediente, all of one
 * together, in the order of their places: whoever gathers expedientes need keep one at a time.
 */
export interface ListQuery extends Filters {
  readonly scopes: Scopes;
  readonly order: 'id' | 'received' | 'worst' | 'place';
  readonly limit: number;
  /** `next` of the page before; of another order it is a UsageError. */
  readonly after?: string;
}

export interface ListedDocument {
  readonly id: string;
  readonly source: string;
  readonly status: Status;
  readonly grade: Grade | null;
  readonly pages: number;
  readonly receivedAt: string;
  /** Of `order: 'worst'` only: `ToReview.item`. */
  readonly review?: unknown;
  /** Of `order: 'place'` only: what the record says of its place, and the date of the document. */
  readonly description?: Readonly<Record<string, string | number>>;
  readonly fecha?: string | null;
}

export interface ListPage {
  readonly documents: readonly ListedDocument[];
  /** Where the next page begins; null after the last. */
  readonly next: string | null;
}

/** How much the index holds of what somebody may read. */
export interface Counts {
  readonly documents: number;
  readonly pages: number;
  readonly byStatus: Readonly<Record<Status, number>>;
  /** Documents that need eyes. */
  readonly toReview: number;
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
  /** A page of the list; documents that change meanwhile are on it once or not at all. */
  list(query: ListQuery, signal?: AbortSignal): Promise<ListPage>;
  counts(scopes: Scopes, signal?: AbortSignal): Promise<Counts>;
  /**
   * Starts afresh, for a rebuild: what is put from now on goes into an empty index. What was there may go on being found until
   * `refresh`, which lets the new one take its place at one stroke.
   */
  clear(signal?: AbortSignal): Promise<void>;
  close(): Promise<void>;
}
