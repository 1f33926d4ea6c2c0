import type { DatabaseSync } from 'node:sqlite';
import { inflateRawSync } from 'node:zlib';
import type { Grade, Status } from '../../../../model/document.ts';
import type { ListedDocument, ListPage, ListQuery } from '../../../../ports/search-index.ts';
import { cursorAt, placeOf } from '../../../../search/list/cursor.ts';
import type { Listed } from '../../../../search/list/listed.ts';
import { placesOfFondo } from '../../../../search/list/sort-key.ts';
import type { Named } from '../../../../search/page/names.ts';
import { type Conditions, conditionsOf, readableScopes } from '../query/admission.ts';
import { stateOf } from '../segments/generations.ts';

// What each order sorts by, before the id; each has its index.
const KEY = { id: 'id', received: 'received', worst: 'worst', place: 'place' } as const;

/** A page of the documents, from one consistent state of the index. */
export function listDocuments(database: DatabaseSync, query: ListQuery): ListPage {
  const conditions = conditionsOf(database, readableScopes(database, query.scopes), query);
  const key = KEY[query.order];
  const after = query.after === undefined ? null : placeOf(query.after, query.order);
  const isById = query.order === 'id';
  const isFew = query.expediente !== undefined || isRare(query.status);
  const own = isFew ? '+' : ''; // few documents are found by what makes them few, then sorted
  const beyond =
    after === null ? 'true' : isById ? `${own}d.id > $id` : `(${own}d.${key}, d.id) > ($key, $id)`;
  // Whole runs of the list are of other fondos: those are not read at all.
  const places = query.order === 'place' && query.fondo !== undefined ? placesOfFondo(query.fondo) : null;
  const rows = database
    .prepare(
      `SELECT d.number, d.id, s.label AS status, d.received, d.pages, d.listed, ${isById ? `''` : `d.${key}`} AS key
       FROM documents d CROSS JOIN names s ON s.id = d.status WHERE d.generation = $generation
       ${isById ? '' : `AND ${own}d.${key} IS NOT NULL`} ${places === null ? '' : 'AND d.place >= $from AND d.place < $before'} AND ${beyond} AND ${clauses(conditions, query)}
       ORDER BY ${isById ? `${own}d.id` : `${own}d.${key}, d.id`} LIMIT $limit`,
    )
    .all({
      $generation: stateOf(database, 'generation'),
      $limit: query.limit + 1,
      ...(places !== null && { $from: places[0], $before: places[1] }),
      ...(after !== null && { $id: after.id }),
      ...(after !== null && !isById && { $key: after.key }),
    });
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    documents: shown.map((row) => listed(database, row, query.order)),
    next:
      last === undefined || rows.length === shown.length
        ? null
        : cursorAt(query.order, { key: String(last.key), id: String(last.id) }),
  };
}

// Numbers only, so they may stand in the text. A leading + keeps SQLite from going by an index that narrows too little: the
// order's own is better, unless few documents are asked for.
function clauses({ scopes, names, firstDay, lastDay }: Conditions, query: ListQuery): string {
  const among = (column: string, numbers: ReadonlySet<number>) => `${column} IN (${[...numbers].join(', ')})`;
  const isFew = (name: Named) => name === 'expediente' || (name === 'status' && isRare(query.status));
  return [
    among('+d.scope', scopes),
    ...names.map(([name, numbers]) => among(`${isFew(name) ? '' : '+'}d.${name}`, numbers)),
    ...(firstDay === null && lastDay === null ? [] : ['d.first_day > 0']),
    ...(firstDay === null ? [] : [`d.last_day >= ${firstDay}`]),
    ...(lastDay === null ? [] : [`d.first_day <= ${lastDay}`]),
  ].join(' AND ');
}

const isRare = (status: string | undefined) => status !== undefined && status !== 'processed';

function listed(
  database: DatabaseSync,
  row: Record<string, unknown>,
  order: ListQuery['order'],
): ListedDocument {
  const { source, grade, description, fecha } = JSON.parse(String(row.listed)) as Listed;
  return {
    id: String(row.id),
    source,
    status: row.status as Status,
    grade: grade as Grade | null,
    pages: Number(row.pages),
    receivedAt: String(row.received),
    ...(order === 'worst' && { review: reviewOf(database, Number(row.number)) }),
    ...(order === 'place' && { description, fecha }),
  };
}

function reviewOf(database: DatabaseSync, number: number): unknown {
  const { item } = database.prepare('SELECT item FROM reviews WHERE document = ?').get(number)!;
  return JSON.parse(inflateRawSync(item as Uint8Array).toString());
}
