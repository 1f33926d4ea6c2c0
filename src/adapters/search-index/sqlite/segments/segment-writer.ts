import type { DatabaseSync } from 'node:sqlite';
import { ByteSink } from './bytes.ts';
import { blockKey, type Entry, writeEntry } from './dictionary.ts';
import { type PageList, skipPlaces, writePage } from './postings.ts';

// With the key, a row of an index b-tree up to 2,030 bytes does not overflow on pages of 8 kB (sqlite.org/fileformat).
const MOST_BYTES = 1_960;
const LONGEST_INLINE = 500;

/** A term with its pages decoded and its places as bytes, as it goes into a segment. */
export interface Term {
  readonly term: string;
  readonly counts: readonly number[];
  readonly list: PageList;
  readonly places: Uint8Array;
}

/** Writes terms, which must come in order, into the dictionary and the runs of a segment; rows are only ever added. */
export function segmentWriter(database: DatabaseSync, segment: number, firstList: number) {
  const insertBlock = database.prepare('INSERT INTO dictionary VALUES (?, ?, ?)');
  const insertPages = database.prepare('INSERT INTO page_runs VALUES (?, ?, ?, ?)');
  const insertPlaces = database.prepare('INSERT INTO place_runs VALUES (?, ?, ?, ?)');
  const block = new ByteSink();
  const run = new ByteSink();
  const one = new ByteSink();
  let first = '';
  let last = '';
  let lists = firstList;
  let bytes = 0;

  const flush = () => {
    if (block.length === 0) return;
    bytes += block.length;
    insertBlock.run(segment, blockKey(first), block.take());
  };

  const writeLong = ({ list, places }: Term): number => {
    const number = lists++;
    let before = 0;
    let start = 0;
    for (let i = 0; i < list.length; i++) {
      if (run.length === 0) start = list.pages[i]!;
      writePage(run, run.length === 0 ? 0 : list.pages[i]! - before, list.impacts[i]!);
      before = list.pages[i]!;
      if (run.length > MOST_BYTES || i === list.length - 1) {
        bytes += run.length;
        insertPages.run(segment, number, start, run.take());
      }
    }
    for (let at = 0, ordinal = 0; ordinal < list.length; ) {
      const from = at;
      const firstOrdinal = ordinal;
      do at = skipPlaces(places, at, 1);
      while (++ordinal < list.length && at - from < MOST_BYTES - 60);
      // A page that says one word hundreds of times may overflow: it is read all the same.
      bytes += at - from;
      insertPlaces.run(segment, number, firstOrdinal, places.subarray(from, at));
    }
    return number;
  };

  const inline = ({ list, places }: Term): Uint8Array | null => {
    if (list.length + places.length > LONGEST_INLINE) return null;
    for (let i = 0; i < list.length; i++)
      writePage(run, i === 0 ? list.pages[0]! : list.pages[i]! - list.pages[i - 1]!, list.impacts[i]!);
    return run.take();
  };

  return {
    add(term: Term): void {
      const pages = inline(term);
      const entry: Entry = {
        term: term.term,
        counts: term.counts,
        length: term.list.length,
        list: pages === null ? writeLong(term) : null,
        pages: pages ?? new Uint8Array(0),
        places: term.places,
      };
      writeEntry(one, entry, block.length === 0 ? '' : last);
      if (block.length > 0 && block.length + one.length > MOST_BYTES - 2 * term.term.length) {
        flush();
        one.length = 0;
        writeEntry(one, entry, '');
      }
      if (block.length === 0) first = term.term;
      block.copy(one.bytes, 0, one.length);
      one.length = 0;
      last = term.term;
    },
    /** Ends the last block; how many lists there are by now, and bytes written. */
    end(): { lists: number; bytes: number } {
      flush();
      return { lists, bytes };
    },
  };
}
