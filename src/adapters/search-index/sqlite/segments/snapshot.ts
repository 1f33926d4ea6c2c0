import type { DatabaseSync } from 'node:sqlite';
import { type Columns, unpackColumns } from './columns.ts';
import { stateOf } from './generations.ts';

/** A segment as searches see it: what it knows of its documents, and which have been taken out since. */
export interface Segment {
  readonly id: number;
  readonly firstDocument: number;
  readonly documents: number;
  readonly firstPage: number;
  readonly pages: number;
  readonly columns: Columns;
  /** Of each page, its document; both counted from the first of the segment. */
  readonly documentOf: Uint32Array;
  readonly buried: readonly number[];
}

export interface Snapshot {
  readonly generation: number;
  readonly segments: readonly Segment[];
}

/**
 * The segments as the transaction that is open sees them. A segment never changes, so those seen before are kept: about
 * 70 bytes a document in each process or thread that searches.
 */
export function snapshots(database: DatabaseSync): () => Snapshot {
  const listed = database.prepare(
    'SELECT id, first_document, documents, first_page, pages FROM segments WHERE generation = ? ORDER BY first_page, id',
  );
  const columnsOf = database.prepare('SELECT columns FROM segments WHERE id = ?');
  const buriedIn = database.prepare('SELECT document FROM buried WHERE document >= ? AND document < ?');
  const version = database.prepare('PRAGMA data_version');
  let seen: unknown;
  let current: Snapshot = { generation: 0, segments: [] };

  const segmentOf = (row: Record<string, unknown>, known: ReadonlyMap<number, Segment>): Segment => {
    const [id, firstDocument, documents] = [
      Number(row.id),
      Number(row.first_document),
      Number(row.documents),
    ];
    const buried = buriedIn
      .all(firstDocument, firstDocument + documents)
      .map(({ document }) => Number(document) - firstDocument);
    const before = known.get(id);
    if (before !== undefined) return { ...before, buried };
    const columns = unpackColumns(columnsOf.get(id)!.columns as Uint8Array, documents);
    const pages = Number(row.pages);
    return {
      id,
      firstDocument,
      documents,
      firstPage: Number(row.first_page),
      pages,
      columns,
      documentOf: documentOf(columns, pages),
      buried,
    };
  };

  return () => {
    const generation = stateOf(database, 'generation'); // the first read: from here on the transaction sees one state
    const now = version.get()?.data_version;
    if (now === seen) return current;
    const known = new Map(current.segments.map((segment) => [segment.id, segment]));
    current = { generation, segments: listed.all(generation).map((row) => segmentOf(row, known)) };
    seen = now;
    return current;
  };
}

function documentOf({ pages: counts }: Columns, pages: number): Uint32Array {
  const owner = new Uint32Array(pages);
  let page = 0;
  for (let document = 0; document < counts.length; document++) {
    owner.fill(document, page, page + counts[document]!);
    page += counts[document]!;
  }
  return owner;
}
