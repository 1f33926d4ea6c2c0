import { type ByteSink, type ByteSource, unzigzag, zigzag } from './bytes.ts';

/**
 * What a segment knows of a term. `counts` are pairs: a scope, and on how many pages of it the term stands; less than
 * nothing where documents of older segments have been taken out.
 */
export interface Entry {
  readonly term: string;
  readonly counts: readonly number[];
  /** Pages in the list, those of documents that were taken out since included. */
  readonly length: number;
  /** Number of the list in `page_runs` and `place_runs`; null where it stands here. */
  readonly list: number | null;
  readonly pages: Uint8Array;
  readonly places: Uint8Array;
}

const NOTHING = new Uint8Array(0);

/** One entry after another; each term is written as what it does not share with the one before. */
export function writeEntry(sink: ByteSink, entry: Entry, before: string): void {
  const { term, counts, length, list, pages, places } = entry;
  let shared = 0;
  while (shared < before.length && before[shared] === term[shared]) shared++;
  sink.integer(shared);
  sink.letters(term, shared);
  sink.integer(counts.length >> 1);
  for (let i = 0; i < counts.length; i += 2) {
    sink.integer(counts[i]!);
    sink.integer(zigzag(counts[i + 1]!));
  }
  sink.integer(length);
  if (length === 0) return;
  sink.integer(list === null ? 0 : list + 1);
  if (list !== null) return;
  sink.integer(pages.length);
  sink.copy(pages, 0, pages.length);
  sink.integer(places.length);
  sink.copy(places, 0, places.length);
}

export function readEntry(source: ByteSource, before: string): Entry {
  const term = before.slice(0, source.integer()) + source.letters();
  const counts: number[] = [];
  for (let left = source.integer(); left > 0; left--)
    counts.push(source.integer(), unzigzag(source.integer()));
  const length = source.integer();
  const list = length === 0 ? 0 : source.integer();
  if (length === 0 || list > 0)
    return { term, counts, length, list: length === 0 ? null : list - 1, pages: NOTHING, places: NOTHING };
  const pages = source.slice(source.integer());
  return { term, counts, length, list: null, pages, places: source.slice(source.integer()) };
}

/** The key of a block: its first term such that SQLite sorts as JavaScript does. */
export const blockKey = (term: string): Uint8Array => Buffer.from(term, 'utf16le').swap16();
