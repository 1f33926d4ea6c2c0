import type { DatabaseSync } from 'node:sqlite';
import { ByteSource } from './bytes.ts';
import { blockKey, type Entry, readEntry } from './dictionary.ts';
import { type PageList, pageList, readPages } from './postings.ts';

// Blocks of 2 kB. Several dictionaries are walked side by side, so no statement may stay open between two steps.
const BLOCKS_AT_ONCE = 16;

/** Reads dictionaries and lists of segments on one connection. */
export function segmentReader(database: DatabaseSync) {
  const blockOf = database.prepare(
    'SELECT data FROM dictionary WHERE segment = ? AND first <= ? ORDER BY first DESC LIMIT 1',
  );
  const blocksFrom = database.prepare(
    `SELECT first, data FROM dictionary WHERE segment = ? AND first >= coalesce(
       (SELECT first FROM dictionary WHERE segment = ? AND first <= ? ORDER BY first DESC LIMIT 1), x'')
     ORDER BY first LIMIT ${BLOCKS_AT_ONCE}`,
  );
  const blocksAfter = database.prepare(
    `SELECT first, data FROM dictionary WHERE segment = ? AND first > ? ORDER BY first LIMIT ${BLOCKS_AT_ONCE}`,
  );
  const pageRuns = database.prepare(
    'SELECT first, data FROM page_runs WHERE segment = ? AND list = ? ORDER BY first',
  );
  const placeRuns = database.prepare(
    'SELECT first, data FROM place_runs WHERE segment = ? AND list = ? ORDER BY first',
  );
  const placeRun = database.prepare(
    'SELECT first, data FROM place_runs WHERE segment = ? AND list = ? AND first <= ? ORDER BY first DESC LIMIT 1',
  );

  return {
    /** The entry of a term; null where the segment does not have it. */
    find(segment: number, term: string): Entry | null {
      const row = blockOf.get(segment, blockKey(term));
      if (row === undefined) return null;
      const source = new ByteSource(row.data as Uint8Array);
      for (let before = ''; !source.ended; ) {
        const entry = readEntry(source, before);
        if (entry.term === term) return entry;
        if (entry.term > term) return null;
        before = entry.term;
      }
      return null;
    },

    /** Entries in order, from the first term that is not before `start`. */
    *from(segment: number, start: string): Generator<Entry> {
      const key = blockKey(start);
      let rows = blocksFrom.all(segment, segment, key);
      while (rows.length > 0) {
        for (const { data } of rows) {
          const source = new ByteSource(data as Uint8Array);
          for (let before = ''; !source.ended; ) {
            const entry = readEntry(source, before);
            if (entry.term >= start) yield entry;
            before = entry.term;
          }
        }
        rows = rows.length < BLOCKS_AT_ONCE ? [] : blocksAfter.all(segment, rows.at(-1)!.first!);
      }
    },

    /** The pages of an entry, decoded; into a list that has room for them, where one is given. */
    pages(segment: number, entry: Entry, list: PageList = pageList(entry.length)): PageList {
      list.length = 0;
      if (entry.list === null) readPages(entry.pages, 0, entry.pages.length, 0, list);
      else
        for (const { first, data } of pageRuns.iterate(segment, entry.list))
          readPages(data as Uint8Array, 0, (data as Uint8Array).length, Number(first), list);
      return list;
    },

    /** The bytes of all places of an entry. */
    places(segment: number, entry: Entry): Uint8Array {
      if (entry.list === null) return entry.places;
      return Buffer.concat(placeRuns.all(segment, entry.list).map(({ data }) => data as Uint8Array));
    },

    /** The stretch of places in which the page of this ordinal lies. */
    placesAround(segment: number, list: number, ordinal: number): { first: number; data: Uint8Array } {
      const row = placeRun.get(segment, list, ordinal)!;
      return { first: Number(row.first), data: row.data as Uint8Array };
    },
  };
}

export type SegmentReader = ReturnType<typeof segmentReader>;
