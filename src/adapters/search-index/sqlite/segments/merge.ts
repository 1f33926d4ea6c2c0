import type { DatabaseSync } from 'node:sqlite';
import { insertSegment } from './build-segment.ts';
import { COLUMNS, type Columns, emptyColumns, NO_SCOPE, packColumns, unpackColumns } from './columns.ts';
import type { Entry } from './dictionary.ts';
import { beginMerges } from './merge-plan.ts';
import { type PageList, pageList, skipPlaces } from './postings.ts';
import { type SegmentReader, segmentReader } from './segment-reader.ts';
import { segmentWriter } from './segment-writer.ts';

// Bytes. Small merges are done at once; of a large one each put does twice its own size, in pieces that are worth the start.
const AT_ONCE = 2_000_000;
const PIECE = 500_000;
const PACE = 2;

interface Merge {
  readonly id: number;
  readonly generation: number;
  readonly level: number;
  readonly done: string | null;
  readonly lists: number;
  readonly bytes: number;
  readonly dead: ReadonlySet<number>;
}

interface Input {
  readonly id: number;
  readonly firstDocument: number;
  readonly documents: number;
  readonly firstPage: number;
  readonly pages: number;
  readonly bytes: number;
  readonly columns: Columns;
}

/** Keeps segments few while documents are put, inside their transactions: no put waits for a merge of millions. */
export function merger(database: DatabaseSync) {
  const reader = segmentReader(database);
  let credit = 0;
  return (generation: number, written: number, hasBuried: boolean): void => {
    beginMerges(database, generation, hasBuried);
    credit += written * PACE;
    const due = credit >= PIECE;
    for (const merge of openMerges(database, generation)) {
      const inputs = inputsOf(database, merge.id);
      const isSmall = inputs.reduce((sum, { bytes }) => sum + bytes, 0) <= AT_ONCE;
      if (isSmall || due) advance(database, reader, merge, inputs, isSmall ? Infinity : credit);
    }
    if (due) credit = 0;
  };
}

function openMerges(database: DatabaseSync, generation: number): Merge[] {
  return database
    .prepare('SELECT * FROM merges WHERE generation = ? ORDER BY level')
    .all(generation)
    .map(({ id, level, done, lists, bytes, dead }) => ({
      id: Number(id),
      generation,
      level: Number(level),
      done: done === null ? null : String(done),
      lists: Number(lists),
      bytes: Number(bytes),
      dead: new Set(new Float64Array((dead as Uint8Array).slice().buffer)),
    }));
}

const inputsOf = (database: DatabaseSync, merge: number): Input[] =>
  database
    .prepare('SELECT * FROM segments WHERE merge = ? ORDER BY first_page, id')
    .all(merge)
    .map((row) => ({
      id: Number(row.id),
      firstDocument: Number(row.first_document),
      documents: Number(row.documents),
      firstPage: Number(row.first_page),
      pages: Number(row.pages),
      bytes: Number(row.bytes),
      columns: unpackColumns(row.columns as Uint8Array, Number(row.documents)),
    }));

function advance(
  database: DatabaseSync,
  reader: SegmentReader,
  merge: Merge,
  inputs: readonly Input[],
  budget: number,
): void {
  const [firstPage, pages] = spanOf(inputs, 'firstPage', 'pages');
  const deadPages = merge.dead.size === 0 ? null : deadPagesOf(inputs, merge.dead, firstPage, pages);
  const writer = segmentWriter(database, merge.id, merge.lists);
  const start = merge.done === null ? '' : `${merge.done}\u0000`;
  let done = merge.done;
  let read = 0;
  let ended = true;
  for (const entries of inStep(reader, inputs, start)) {
    if (read >= budget) {
      ended = false;
      break;
    }
    const { term } = entries[0]!.entry;
    const parts = entries.map(({ input, entry }) => ({
      list: reader.pages(input.id, entry),
      places: reader.places(input.id, entry),
      offset: input.firstPage - firstPage,
    }));
    const joined = deadPages === null ? join(parts) : joinLiving(parts, deadPages);
    const counts = summed(entries.map(({ entry }) => entry.counts));
    read += 20 + joined.places.length + joined.list.length;
    done = term;
    if (counts.length > 0 || joined.list.length > 0) writer.add({ term, counts, ...joined });
  }
  const { lists, bytes } = writer.end();
  const all = merge.bytes + bytes;
  if (ended) finish(database, merge, inputs, all);
  else
    database
      .prepare('UPDATE merges SET done = ?, lists = ?, bytes = ? WHERE id = ?')
      .run(done, lists, all, merge.id);
}

interface Head {
  readonly input: Input;
  readonly entry: Entry;
}

// Entries of the same term from all inputs, term by term.
function* inStep(reader: SegmentReader, inputs: readonly Input[], start: string): Generator<Head[]> {
  const cursors = inputs.map((input) => ({ input, entries: reader.from(input.id, start) }));
  const heads = cursors.map(({ entries }) => entries.next());
  for (;;) {
    let least: string | null = null;
    for (const head of heads)
      if (!head.done && (least === null || head.value.term < least)) least = head.value.term;
    if (least === null) return;
    const same: Head[] = [];
    for (const [i, { input, entries }] of cursors.entries()) {
      const head = heads[i]!;
      if (head.done || head.value.term !== least) continue;
      same.push({ input, entry: head.value });
      heads[i] = entries.next();
    }
    yield same;
  }
}

interface Part {
  readonly list: PageList;
  readonly places: Uint8Array;
  readonly offset: number;
}

function join(parts: readonly Part[]): { list: PageList; places: Uint8Array } {
  const list = pageList(parts.reduce((sum, part) => sum + part.list.length, 0));
  for (const part of parts) {
    for (let i = 0; i < part.list.length; i++)
      list.pages[list.length + i] = part.list.pages[i]! + part.offset;
    list.impacts.set(part.list.impacts.subarray(0, part.list.length), list.length);
    list.length += part.list.length;
  }
  return {
    list,
    places: parts.length === 1 ? parts[0]!.places : Buffer.concat(parts.map(({ places }) => places)),
  };
}

function joinLiving(parts: readonly Part[], dead: Uint8Array): { list: PageList; places: Uint8Array } {
  const list = pageList(parts.reduce((sum, part) => sum + part.list.length, 0));
  const kept: Uint8Array[] = [];
  for (const { list: from, places, offset } of parts) {
    let at = 0;
    for (let i = 0; i < from.length; i++) {
      const end = skipPlaces(places, at, 1);
      const page = from.pages[i]! + offset;
      if (dead[page] === 0) {
        list.pages[list.length] = page;
        list.impacts[list.length++] = from.impacts[i]!;
        kept.push(places.subarray(at, end));
      }
      at = end;
    }
  }
  return { list, places: Buffer.concat(kept) };
}

function summed(all: readonly (readonly number[])[]): readonly number[] {
  if (all.length === 1) return all[0]!;
  const sums = new Map<number, number>();
  for (const counts of all)
    for (let i = 0; i < counts.length; i += 2)
      sums.set(counts[i]!, (sums.get(counts[i]!) ?? 0) + counts[i + 1]!);
  return [...sums]
    .filter(([, count]) => count !== 0)
    .sort(([a], [b]) => a - b)
    .flat();
}

function finish(database: DatabaseSync, merge: Merge, inputs: readonly Input[], bytes: number): void {
  const [firstDocument, documents] = spanOf(inputs, 'firstDocument', 'documents');
  const [firstPage, pages] = spanOf(inputs, 'firstPage', 'pages');
  const columns = emptyColumns(documents);
  for (const input of inputs.filter((it) => it.documents > 0))
    for (const name of COLUMNS) columns[name].set(input.columns[name], input.firstDocument - firstDocument);
  for (const document of merge.dead) columns.scope[document - firstDocument] = NO_SCOPE;
  const { id, generation, level } = merge;
  const packed = packColumns(columns);
  insertSegment(database, {
    id,
    generation,
    level,
    firstDocument,
    documents,
    firstPage,
    pages,
    bytes,
    columns: packed,
  });
  for (const input of inputs) dropSegment(database, input.id);
  for (const document of merge.dead) database.prepare('DELETE FROM buried WHERE document = ?').run(document);
  database.prepare('DELETE FROM merges WHERE id = ?').run(id);
}

function dropSegment(database: DatabaseSync, id: number): void {
  for (const table of ['dictionary', 'page_runs', 'place_runs'])
    database.prepare(`DELETE FROM ${table} WHERE segment = ?`).run(id);
  database.prepare('DELETE FROM segments WHERE id = ?').run(id);
}

// Where the inputs begin, and how far they reach together. Those without pages of their own lie nowhere.
function spanOf(
  inputs: readonly Input[],
  first: 'firstPage' | 'firstDocument',
  count: 'pages' | 'documents',
): [first: number, count: number] {
  const some = inputs.filter((input) => input[count] > 0);
  if (some.length === 0) return [inputs[0]![first], 0];
  const start = Math.min(...some.map((input) => input[first]));
  return [start, Math.max(...some.map((input) => input[first] + input[count])) - start];
}

function deadPagesOf(
  inputs: readonly Input[],
  dead: ReadonlySet<number>,
  firstPage: number,
  pages: number,
): Uint8Array {
  const mask = new Uint8Array(pages);
  for (const input of inputs) {
    let page = input.firstPage - firstPage;
    for (let i = 0; i < input.documents; i++) {
      const count = input.columns.pages[i]!;
      if (dead.has(input.firstDocument + i)) mask.fill(1, page, page + count);
      page += count;
    }
  }
  return mask;
}
