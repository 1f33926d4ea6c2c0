import { ByteSource } from '../segments/bytes.ts';
import type { Entry } from '../segments/dictionary.ts';
import { type PageList, readPlaces } from '../segments/postings.ts';
import type { SegmentReader } from '../segments/segment-reader.ts';

// A stretch of places holds some hundred pages: further than this on, the next one is sought instead of skipped to.
const FAR = 300;

/** Places on one page, ascending; reused from page to page. */
interface Places {
  readonly at: number[];
  count: number;
}

/** Pages where terms stand side by side, ascending, with the impact of the first; `ends` only where they were asked for. */
export interface Runs {
  readonly pages: number[];
  readonly impacts: number[];
  readonly ends: (readonly number[])[];
}

/** Where the terms of the entries follow one another, on pages for which `wanted` holds. */
export function runsOf(
  reader: SegmentReader,
  segment: number,
  entries: readonly Entry[],
  wanted: (page: number) => boolean,
  withEnds = false,
): Runs {
  const lists = entries.map((entry) => reader.pages(segment, entry));
  const shared = sharedPages(lists, wanted);
  const cursors = entries.map((entry) => placeCursor(reader, segment, entry));
  const runs: Runs = { pages: [], impacts: [], ends: [] };
  const ends: Places = { at: [], count: 0 };
  for (let i = 0; i < shared.pages.length; i++) {
    let last = cursors[0]!(shared.ordinals[0]![i]!);
    for (let k = 1; k < cursors.length && last.count > 0; k++) {
      keepFollowing(last, cursors[k]!(shared.ordinals[k]![i]!), ends);
      last = ends;
    }
    if (last.count === 0) continue;
    runs.pages.push(shared.pages[i]!);
    runs.impacts.push(lists[0]!.impacts[shared.ordinals[0]![i]!]!);
    if (withEnds) runs.ends.push(last.at.slice(0, last.count));
  }
  return runs;
}

// Of the places, those right after one of `before`; `into` may be `before`, whose places are read before they are written over.
function keepFollowing(before: Places, places: Places, into: Places): void {
  const most = before.count;
  let count = 0;
  let i = 0;
  for (let k = 0; k < places.count; k++) {
    const place = places.at[k]!;
    while (i < most && before.at[i]! < place - 1) i++;
    if (i === most) break;
    if (before.at[i] === place - 1) into.at[count++] = place;
  }
  into.count = count;
}

/** Whether one of the places comes right after one of `before`; both ascend. */
export function follows(before: readonly number[], places: Places): boolean {
  for (let k = 0, i = 0; k < places.count; k++) {
    while (i < before.length && before[i]! < places.at[k]! - 1) i++;
    if (before[i] === places.at[k]! - 1) return true;
  }
  return false;
}

// Pages that all lists have, with their ordinal in each: from the shortest list on, each other one is walked along once.
function sharedPages(lists: readonly PageList[], wanted: (page: number) => boolean) {
  const order = lists.map((_, i) => i).sort((a, b) => lists[a]!.length - lists[b]!.length);
  const shortest = lists[order[0]!]!;
  let pages = new Uint32Array(shortest.length);
  const ordinals = lists.map(() => new Uint32Array(0));
  let own = new Uint32Array(shortest.length);
  let count = 0;
  for (let i = 0; i < shortest.length; i++) {
    if (!wanted(shortest.pages[i]!)) continue;
    pages[count] = shortest.pages[i]!;
    own[count++] = i;
  }
  pages = pages.subarray(0, count);
  own = own.subarray(0, count);
  ordinals[order[0]!] = own;
  const done = [order[0]!];
  for (const at of order.slice(1)) {
    const list = lists[at]!;
    const here = new Uint32Array(pages.length);
    let kept = 0;
    let k = 0;
    for (let i = 0; i < pages.length; i++) {
      const page = pages[i]!;
      while (k < list.length && list.pages[k]! < page) k++;
      if (k === list.length) break;
      if (list.pages[k] !== page) continue;
      here[kept] = k;
      for (const earlier of done) ordinals[earlier]![kept] = ordinals[earlier]![i]!;
      pages[kept++] = page;
    }
    pages = pages.subarray(0, kept);
    ordinals[at] = here;
    done.push(at);
  }
  return { pages, ordinals };
}

/** Reads the places of pages by their ordinal in the list; ordinals must not fall. */
export function placeCursor(
  reader: SegmentReader,
  segment: number,
  entry: Entry,
): (ordinal: number) => Places {
  let source = new ByteSource(entry.places);
  let next = 0;
  const places: Places = { at: [], count: 0 };
  return (ordinal) => {
    if (entry.list !== null && (next === 0 || source.ended || ordinal - next > FAR)) seek(ordinal);
    skip(ordinal);
    if (source.ended) {
      seek(ordinal);
      skip(ordinal);
    }
    places.count = readPlaces(source, places.at);
    next++;
    return places;
  };

  function seek(ordinal: number): void {
    const { first, data } = reader.placesAround(segment, entry.list!, ordinal);
    source = new ByteSource(data);
    next = first;
  }

  function skip(ordinal: number): void {
    const { bytes } = source;
    let { at } = source;
    while (next < ordinal && at < bytes.length) {
      const more = bytes[at]! & 1; // the first byte of an integer holds its lowest bit
      while (bytes[at]! > 127) at++;
      at++;
      if (more === 0) next++;
    }
    source.at = at;
  }
}
