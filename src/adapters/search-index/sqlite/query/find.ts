import type { DatabaseSync } from 'node:sqlite';
import type { HitRecord, SearchHit, SearchQuery, SearchResult } from '../../../../ports/search-index.ts';
import { placesOf } from '../../../../search/hit/places.ts';
import { unpackLayout } from '../../../../search/page/layout.ts';
import { checkRange } from '../../../../search/query/page-range.ts';
import { type Plan, planOf } from '../../../../search/query/plan.ts';
import { parseQuery } from '../../../../search/query/query.ts';
import type { Entry } from '../segments/dictionary.ts';
import { type SegmentReader, segmentReader } from '../segments/segment-reader.ts';
import { type Segment, type Snapshot, snapshots } from '../segments/snapshot.ts';
import { admitted, conditionsOf, readableScopes } from './admission.ts';
import { type Best, bestOf, type Candidate } from './best.ts';
import { facetsOf, type Tally } from './facets.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import { type Matched, matchSegment, scratchFor } from './match-segment.ts';
import { runsOf } from './phrase.ts';
import { keyOf, scoreOf } from './score.ts';

// Whether words stand just as typed is asked of the best pages only; beyond, the order is that of the words alone.
const LOOKED_AT = 500;
const LONGEST_ADJACENT = 16;
const NO_DAY_AFTER = 99_999_999;

/** Answers queries on one connection, each from one consistent state of the index. */
export function finder(database: DatabaseSync): (query: SearchQuery) => SearchResult {
  const reader = segmentReader(database);
  const snapshot = snapshots(database);
  let scratch = scratchFor(0);
  const idOfNumber = database.prepare('SELECT id FROM documents WHERE number = ?');
  const pagesIn = database.prepare(
    'SELECT scope, sum(pages) AS n FROM tallies WHERE generation = ? GROUP BY scope',
  );

  const idOf = ({ firstDocument }: Segment, document: number): string =>
    String(idOfNumber.get(firstDocument + document)?.id);

  const lexiconFor = ({ generation, segments }: Snapshot, scopes: ReadonlySet<number>): Lexicon => {
    const readable = pagesIn.all(generation).filter(({ scope }) => scopes.has(Number(scope)));
    const pages = readable.reduce((sum, { n }) => sum + Number(n), 0);
    return lexiconOf(database, reader, segments, scopes, pages);
  };

  const answer = (query: SearchQuery): SearchResult => {
    const state = snapshot();
    const scopes = readableScopes(database, query.scopes);
    const conditions = conditionsOf(database, scopes, query);
    const parsed = parseQuery(query.text);
    const lexicon = lexiconFor(state, scopes);
    const plan = planOf(parsed, lexicon);
    const most = query.limit === 0 ? 0 : query.offset + query.limit;
    const isAdjacency = most > 0 && parsed.typed.length > 1 && parsed.typed.length <= LONGEST_ADJACENT;
    const best = bestOf(isAdjacency ? Math.max(most, LOOKED_AT) : most, idOf);
    const tallies: Tally[] | null = query.facets === true ? [] : null;
    const largest = Math.max(0, ...state.segments.map(({ pages }) => pages));
    if (scratch.met.length < largest) scratch = scratchFor(largest);

    let total = 0;
    for (const segment of state.segments) {
      if (segment.pages === 0) continue;
      const mask = admitted(segment, conditions);
      const tally = tallies === null ? null : new Uint32Array(segment.documents);
      if (plan.must.length === 0) total += offerDocuments(segment, mask, best, tally);
      else {
        const matched = matchSegment(reader, lexicon, segment, plan, mask, scratch);
        total += matched.pages.length;
        offerPages(segment, matched, best, tally);
      }
      if (tally !== null) tallies!.push({ segment, tally });
    }
    const found = best.inOrder();
    const ordered = isAdjacency ? adjacentFirst(found, parsed.typed, lexicon) : found;
    return {
      total,
      totalIs: 'exact',
      hits: ordered.slice(query.offset, most).map((one) => shown(database, one, plan)),
      facets: tallies === null ? null : facetsOf(database, tallies),
    };
  };

  // The best pages again, those raised on which the words stand just as typed.
  const adjacentFirst = (
    found: readonly Candidate[],
    typed: readonly string[],
    lexicon: Lexicon,
  ): Candidate[] => {
    const looked = bestOf(LOOKED_AT, idOf);
    for (const [segment, own] of Map.groupBy(found.slice(0, LOOKED_AT), (one) => one.segment)) {
      const adjacent = adjacentPages(reader, segment, typed, new Set(own.map(({ page }) => page)), lexicon);
      for (const one of own)
        looked.offer({ ...one, key: keyOf(one.closeness, one.weight, adjacent.has(one.page)) });
    }
    return [...looked.inOrder(), ...found.slice(LOOKED_AT)];
  };

  return (query) => {
    checkRange(query);
    database.exec('BEGIN');
    try {
      return answer(query);
    } finally {
      database.exec('COMMIT');
    }
  };
}

function offerPages(segment: Segment, matched: Matched, best: Best, tally: Uint32Array | null): void {
  const { pages, closeness, weights } = matched;
  const { documentOf } = segment;
  for (let i = 0; i < pages.length; i++) {
    const page = pages[i]!;
    if (tally !== null) tally[documentOf[page]!]!++;
    const key = keyOf(closeness[page]!, weights[page]!, false);
    if (!best.isBeyond(key))
      best.offer({ key, day: 0, segment, page, closeness: closeness[page]!, weight: weights[page]! });
  }
}

// Nothing asked: every document once, by its first page, in the order of time. Returns how many.
function offerDocuments(segment: Segment, mask: Uint8Array, best: Best, tally: Uint32Array | null): number {
  const { columns, documents } = segment;
  let count = 0;
  let page = 0;
  for (let document = 0; document < documents; document++) {
    const pages = columns.pages[document]!;
    if (mask[document] === 1 && pages > 0) {
      count++;
      if (tally !== null) tally[document] = 1;
      // Earlier days have the higher key, so that most documents are seen to be beyond at a glance.
      const day = columns.firstDay[document]!;
      const key = day === 0 ? 0 : NO_DAY_AFTER - day;
      if (!best.isBeyond(key)) best.offer({ key, day, segment, page, closeness: 0, weight: 0 });
    }
    page += pages;
  }
  return count;
}

function adjacentPages(
  reader: SegmentReader,
  segment: Segment,
  typed: readonly string[],
  wanted: ReadonlySet<number>,
  lexicon: Lexicon,
): ReadonlySet<number> {
  const entries: Entry[] = [];
  for (const term of typed) {
    const entry = lexicon.entry(segment, term);
    if (entry === null || entry.length === 0) return new Set();
    entries.push(entry);
  }
  return new Set(runsOf(reader, segment.id, entries, (page) => wanted.has(page)).pages);
}

/** A hit as people see it: where on the page the query stands. */
function shown(database: DatabaseSync, { segment, page, key }: Candidate, plan: Plan): SearchHit {
  const document = database
    .prepare('SELECT id, shown FROM documents WHERE number = ?')
    .get(segment.firstDocument + segment.documentOf[page]!)!;
  const row = database
    .prepare('SELECT number, data FROM layouts WHERE page = ?')
    .get(segment.firstPage + page)!;
  const layout = unpackLayout(row.data as Uint8Array);
  return {
    documentId: String(document.id),
    page: Number(row.number),
    score: plan.must.length === 0 ? 0 : scoreOf(key),
    ...placesOf(layout, plan.must),
    geometry: layout.geometry,
    record: JSON.parse(String(document.shown)) as HitRecord,
  };
}
