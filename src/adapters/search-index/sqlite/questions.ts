import type { DatabaseSync } from 'node:sqlite';
import type { Scopes } from '../../../ports/scope.ts';
import type { Counts, ListPage, ListQuery, SearchQuery, SearchResult } from '../../../ports/search-index.ts';
import { countsOf } from './lists/counts.ts';
import { listDocuments } from './lists/list.ts';
import { finder } from './query/find.ts';

/** What an index is asked; plain data, so that a thread can be asked as well. */
export type Question =
  | { readonly kind: 'search'; readonly query: SearchQuery }
  | { readonly kind: 'list'; readonly query: ListQuery }
  | { readonly kind: 'counts'; readonly scopes: Scopes };

export type Answer<Q extends Question> = Q extends { kind: 'search' }
  ? SearchResult
  : Q extends { kind: 'list' }
    ? ListPage
    : Counts;

/** Answers on one connection, one question after the other. */
export function answering(database: DatabaseSync): (question: Question) => Answer<Question> {
  const find = finder(database);
  return (question) => {
    if (question.kind === 'search') return find(question.query);
    if (question.kind === 'list') return listDocuments(database, question.query);
    return countsOf(database, question.scopes);
  };
}
