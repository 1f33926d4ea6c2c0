import type { ByteSink, ByteSource } from './bytes.ts';

/** A page of a list as one integer: how far it is from the one before, and its impact (impact.ts) in the lowest four bits. */
export const IMPACT_BITS = 4;
const IMPACT_MASK = (1 << IMPACT_BITS) - 1;

/** Pages that hold a term, ascending, counted from the first page of the segment, with their impacts. */
export interface PageList {
  readonly pages: Uint32Array;
  readonly impacts: Uint8Array;
  length: number;
}

export const pageList = (capacity: number): PageList => ({
  pages: new Uint32Array(capacity),
  impacts: new Uint8Array(capacity),
  length: 0,
});

/** Appends the pages of encoded bytes to a list that has room for them; `before` is the page that they count from. */
export function readPages(bytes: Uint8Array, from: number, to: number, before: number, list: PageList): void {
  const { pages, impacts } = list;
  let page = before;
  let at = from;
  let { length } = list;
  while (at < to) {
    let byte = bytes[at++]!;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++]!;
      value |= (byte & 127) << shift;
    }
    page += value >>> IMPACT_BITS;
    pages[length] = page;
    impacts[length++] = value & IMPACT_MASK;
  }
  list.length = length;
}

export const writePage = (sink: ByteSink, distance: number, impact: number): void =>
  sink.integer(((distance << IMPACT_BITS) | impact) >>> 0);

/** Where a term stands on one page, ascending: distances, the lowest bit saying whether another follows. */
export function writePlaces(sink: ByteSink, places: readonly number[]): void {
  places.forEach((place, i) => {
    const distance = i === 0 ? place : place - places[i - 1]!;
    sink.integer((distance << 1) | (i < places.length - 1 ? 1 : 0));
  });
}

/** The places on the next page of a list, into `into`; returns how many. */
export function readPlaces(source: ByteSource, into: number[]): number {
  let place = 0;
  let count = 0;
  for (;;) {
    const value = source.integer();
    place += value >>> 1;
    into[count++] = place;
    if ((value & 1) === 0) return count;
  }
}

/** Where the places of the next `pages` pages end. */
export function skipPlaces(bytes: Uint8Array, from: number, pages: number): number {
  let at = from;
  for (let left = pages; left > 0; ) {
    const more = bytes[at]! & 1; // the first byte of an integer holds its lowest bit
    while (bytes[at]! > 127) at++;
    at++;
    if (more === 0) left--;
  }
  return at;
}
