import type { Alternative, Plan } from '../../../../search/query/plan.ts';
import type { Entry } from '../segments/dictionary.ts';
import { RARITY_UNIT } from '../segments/impact.ts';
import { type PageList, pageList } from '../segments/postings.ts';
import type { SegmentReader } from '../segments/segment-reader.ts';
import type { Segment } from '../segments/snapshot.ts';
import type { Lexicon } from './lexicon.ts';
import { follows, placeCursor, runsOf } from './phrase.ts';

/** Pages of a segment that answer the query; how close each is, and how much it is about what was asked (see impact.ts). */
export interface Matched {
  readonly pages: Uint32Array;
  /** By page. */
  readonly closeness: Uint8Array;
  readonly weights: Uint32Array;
}

// What a beginning of a word weighs: how rare the words are that it stands for is not asked of each.
const PREFIX_RARITY = RARITY_UNIT;
const NOT_WANTED = 255;

/** Reused from search to search, one slot a page: what it matched is good until the next segment is asked. */
export interface Scratch {
  met: Uint8Array;
  closeness: Uint8Array;
  weights: Uint32Array;
  touched: Uint32Array;
  list: PageList;
}
export const scratchFor = (pages: number): Scratch => ({
  met: new Uint8Array(pages),
  closeness: new Uint8Array(pages),
  weights: new Uint32Array(pages),
  touched: new Uint32Array(pages),
  list: pageList(pages),
});

interface Wanted {
  readonly alternatives: readonly Expanded[];
  readonly pages: number;
}

/** An alternative in a segment: the entries of its terms, and those of every word that it may end with. */
interface Expanded {
  readonly closeness: number;
  readonly rarity: number;
  readonly entries: readonly Entry[];
  readonly endings: readonly Entry[] | null;
  readonly pages: number;
}

/**
 * Finds the pages on which every clause stands. Clauses are met one after the other, the rarest first: `met` counts how many a
 * page has met, so that a later clause only touches pages that met all earlier ones. Alternatives come closest first: the first
 * that stands on a page says how close it is.
 */
export function matchSegment(
  reader: SegmentReader,
  lexicon: Lexicon,
  segment: Segment,
  plan: Plan,
  admitted: Uint8Array,
  scratch: Scratch,
): Matched {
  const expand = (clause: readonly Alternative[]) => wantedOf(reader, lexicon, segment, clause);
  const must = plan.must.map(expand).sort((a, b) => a.pages - b.pages);
  const { met, closeness, weights, touched } = scratch;
  if (must.some(({ pages }) => pages === 0)) return { pages: touched.subarray(0, 0), closeness, weights };
  const { documentOf } = segment;
  let count = 0;

  must.forEach(({ alternatives }, i) => {
    for (const alternative of alternatives) {
      const close = alternative.closeness;
      const hit = (page: number, impact: number): void => {
        const state = met[page]!;
        if (state === i) {
          if (i === 0) {
            if (admitted[documentOf[page]!] !== 1) return;
            touched[count++] = page;
            closeness[page] = close;
            weights[page] = 0;
          } else if (close < closeness[page]!) closeness[page] = close;
          met[page] = i + 1;
        } else if (state !== i + 1) return;
        weights[page]! += alternative.rarity * impact;
      };
      const wanted = (page: number): boolean =>
        i === 0 ? admitted[documentOf[page]!] === 1 : met[page] === i || met[page] === i + 1;
      visit(reader, segment.id, alternative, wanted, hit, scratch.list);
    }
  });
  for (const clause of plan.not)
    for (const alternative of expand(clause).alternatives)
      visit(
        reader,
        segment.id,
        alternative,
        (page) => met[page] === must.length,
        (page) => {
          if (met[page] === must.length) met[page] = NOT_WANTED;
        },
        scratch.list,
      );

  let kept = 0;
  for (let i = 0; i < count; i++) {
    const page = touched[i]!;
    if (met[page] === must.length) touched[kept++] = page;
    met[page] = 0;
  }
  return { pages: touched.subarray(0, kept), closeness, weights };
}

function wantedOf(
  reader: SegmentReader,
  lexicon: Lexicon,
  segment: Segment,
  clause: readonly Alternative[],
): Wanted {
  const alternatives = clause
    .flatMap((alternative) => expanded(reader, lexicon, segment, alternative) ?? [])
    .sort((a, b) => b.closeness - a.closeness);
  return { alternatives, pages: alternatives.reduce((sum, { pages }) => sum + pages, 0) };
}

function expanded(
  reader: SegmentReader,
  lexicon: Lexicon,
  segment: Segment,
  { terms, prefix, closeness }: Alternative,
): Expanded | null {
  const whole = prefix ? terms.slice(0, -1) : terms;
  const entries: Entry[] = [];
  for (const term of whole) {
    const entry = lexicon.entry(segment, term);
    if (entry === null || entry.length === 0) return null;
    entries.push(entry);
  }
  const endings = prefix ? endingsOf(reader, segment.id, terms.at(-1)!) : null;
  const pages = Math.min(
    ...entries.map(({ length }) => length),
    endings?.reduce((sum, { length }) => sum + length, 0) ?? Infinity,
  );
  const rarity = Math.max(prefix ? PREFIX_RARITY : 0, ...whole.map((term) => lexicon.rarity(term)));
  return pages === 0 ? null : { closeness, rarity, entries, endings, pages };
}

function endingsOf(reader: SegmentReader, segment: number, start: string): Entry[] {
  const found: Entry[] = [];
  for (const entry of reader.from(segment, start)) {
    if (!entry.term.startsWith(start)) break;
    if (entry.length > 0) found.push(entry);
  }
  return found;
}

function visit(
  reader: SegmentReader,
  segment: number,
  { entries, endings }: Expanded,
  wanted: (page: number) => boolean,
  hit: (page: number, impact: number) => void,
  list: PageList,
): void {
  if (entries.length === 0) for (const ending of endings!) visitAll(reader, segment, ending, hit, list);
  else if (endings !== null) visitEndings(reader, segment, entries, endings, wanted, hit);
  else if (entries.length === 1) visitAll(reader, segment, entries[0]!, hit, list);
  else {
    const runs = runsOf(reader, segment, entries, wanted);
    for (let i = 0; i < runs.pages.length; i++) hit(runs.pages[i]!, runs.impacts[i]!);
  }
}

function visitAll(
  reader: SegmentReader,
  segment: number,
  entry: Entry,
  hit: (page: number, impact: number) => void,
  list: PageList,
): void {
  const { pages, impacts, length } = reader.pages(segment, entry, list);
  for (let i = 0; i < length; i++) hit(pages[i]!, impacts[i]!);
}

function visitEndings(
  reader: SegmentReader,
  segment: number,
  entries: readonly Entry[],
  endings: readonly Entry[],
  wanted: (page: number) => boolean,
  hit: (page: number, impact: number) => void,
): void {
  const runs = runsOf(reader, segment, entries, wanted, true);
  const ends = new Map(runs.pages.map((page, i) => [page, runs.ends[i]!]));
  if (ends.size === 0) return;
  for (const ending of endings) {
    const { pages, impacts, length } = reader.pages(segment, ending);
    const placesAt = placeCursor(reader, segment, ending);
    for (let i = 0; i < length; i++) {
      const before = ends.get(pages[i]!);
      if (before !== undefined && follows(before, placesAt(i))) hit(pages[i]!, impacts[i]!);
    }
  }
}
