import type { Segment } from '../segments/snapshot.ts';

/** A page that may be among the best. `weight` and `closeness` are those of match-segment.ts, for who looks closer. */
export interface Candidate {
  /** Higher is better. */
  readonly key: number;
  /** What pages are ordered by where nothing was asked; 0: none. */
  readonly day: number;
  readonly segment: Segment;
  readonly page: number;
  readonly closeness: number;
  readonly weight: number;
}

/** Names a document where the first letters of its id do not tell it from another. */
export type IdOf = (segment: Segment, document: number) => string;

/**
 * Keeps the `count` best pages of however many it is offered: by key, then day, then the id of the document, then page. Nothing
 * in this order depends on how segments happen to be cut, nor on documents that are not offered.
 */
export function bestOf(count: number, idOf: IdOf) {
  const heap: Candidate[] = []; // the worst on top
  const compare = comparison(idOf);
  return {
    /** Whether a page of this key need not be offered. */
    isBeyond: (key: number): boolean => heap.length === count && (count === 0 || key < heap[0]!.key),
    offer(candidate: Candidate): void {
      if (heap.length < count) {
        heap.push(candidate);
        rise(heap, compare);
      } else if (count > 0 && compare(candidate, heap[0]!) < 0) {
        heap[0] = candidate;
        sink(heap, compare);
      }
    },
    inOrder: (): Candidate[] => [...heap].sort(compare),
  };
}

export type Best = ReturnType<typeof bestOf>;

const LAST_DAY = 0xffffffff; // documents without date come last
const dayOf = (day: number): number => (day === 0 ? LAST_DAY : day);

function comparison(idOf: IdOf): (a: Candidate, b: Candidate) => number {
  return (a, b) => {
    if (a.key !== b.key) return b.key - a.key;
    if (a.day !== b.day) return dayOf(a.day) - dayOf(b.day);
    const [one, other] = [a.segment, b.segment];
    const [i, k] = [one.documentOf[a.page]!, other.documentOf[b.page]!];
    const start =
      one.columns.idStart[i]! - other.columns.idStart[k]! ||
      one.columns.idMore[i]! - other.columns.idMore[k]!;
    if (start !== 0) return start;
    if (one.id === other.id && i === k) return a.page - b.page;
    return idOf(one, i) < idOf(other, k) ? -1 : 1;
  };
}

function rise(heap: Candidate[], compare: (a: Candidate, b: Candidate) => number): void {
  let at = heap.length - 1;
  while (at > 0) {
    const above = (at - 1) >> 1;
    if (compare(heap[at]!, heap[above]!) <= 0) return;
    [heap[at], heap[above]] = [heap[above]!, heap[at]!];
    at = above;
  }
}

function sink(heap: Candidate[], compare: (a: Candidate, b: Candidate) => number): void {
  for (let at = 0; ; ) {
    let worst = at;
    for (const below of [2 * at + 1, 2 * at + 2])
      if (below < heap.length && compare(heap[below]!, heap[worst]!) > 0) worst = below;
    if (worst === at) return;
    [heap[at], heap[worst]] = [heap[worst]!, heap[at]!];
    at = worst;
  }
}
