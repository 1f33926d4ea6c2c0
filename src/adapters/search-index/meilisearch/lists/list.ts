import type { Grade, Status } from '../../../../model/document.ts';
import type { ListedDocument, ListPage, ListQuery } from '../../../../ports/search-index.ts';
import { cursorAt, type Place, placeOf } from '../../../../search/list/cursor.ts';
import type { Listed } from '../../../../search/list/listed.ts';
import { type ListedEntry, NO_PAGE } from '../documents/documents.ts';
import { hex, quoted } from '../documents/value.ts';
import { narrowing } from '../query/filters.ts';
import { askAll, type Filter } from '../server/ask.ts';
import type { Connection } from '../server/connection.ts';
import { live } from '../server/generation.ts';

type Order = ListQuery['order'];

/** What keeps to the entries of documents. */
export const DOCUMENTS = `number = ${NO_PAGE}`;

const SHOWN = ['documentId', 'received', 'pages', 'place', 'worst', 'listed'] as const;

/** A page of the documents. Cursors name the last one shown, so that what comes or goes meanwhile moves nothing. */
export async function listDocuments(
  connection: Connection,
  query: ListQuery,
  signal?: AbortSignal,
): Promise<ListPage> {
  const { order, limit } = query;
  const [answer] = await askAll<ListedEntry>(
    connection,
    [
      {
        indexUid: live(connection).pages,
        filter: [DOCUMENTS, ...among(order), ...beyond(query), ...narrowing(query)],
        sort: [...(order === 'id' ? [] : [`${order}:asc`]), 'document:asc'],
        limit: limit + 1,
        attributesToRetrieve: order === 'worst' ? [...SHOWN, 'review'] : SHOWN,
      },
    ],
    signal,
  );
  const shown = answer!.hits.slice(0, limit);
  const last = shown.at(-1);
  return {
    documents: shown.map((entry) => listed(entry, order)),
    next:
      last === undefined || answer!.hits.length === shown.length
        ? null
        : cursorAt(order, sortedBy(last, order)),
  };
}

const among = (order: Order): Filter => (order === 'place' || order === 'worst' ? [`${order} EXISTS`] : []);

function beyond({ after, order }: ListQuery): Filter {
  if (after === undefined) return [];
  const { key, id } = placeOf(after, order);
  const later = `document > ${quoted(hex(id))}`;
  if (order === 'id') return [later];
  return [[`${order} > ${quoted(key)}`, `${order} = ${quoted(key)} AND ${later}`]];
}

function listed(entry: ListedEntry, order: Order): ListedDocument {
  const { status, source, grade, description, fecha } = JSON.parse(entry.listed) as Listed & {
    status: Status;
  };
  return {
    id: entry.documentId,
    source,
    status,
    grade: grade as Grade | null,
    pages: entry.pages,
    receivedAt: entry.received,
    ...(order === 'worst' && { review: entry.review === null ? null : JSON.parse(entry.review) }),
    ...(order === 'place' && { description, fecha }),
  };
}

const sortedBy = (entry: ListedEntry, order: Order): Place => ({
  key: order === 'id' ? '' : (entry[order] ?? ''),
  id: entry.documentId,
});
