import type { Connection } from './connection.ts';

/** Conditions: all of the outer ones, any of the inner ones. */
export type Filter = readonly (string | readonly string[])[];

/** One question to one index. */
export interface Question {
  readonly indexUid: string;
  readonly q?: string;
  readonly filter: Filter;
  readonly sort?: readonly string[];
  readonly facets?: readonly string[];
  readonly offset?: number;
  readonly limit?: number;
  /** With these the server counts to the end. */
  readonly page?: number;
  readonly hitsPerPage?: number;
  readonly matchingStrategy?: 'all';
  readonly showRankingScore?: boolean;
  readonly attributesToRetrieve?: readonly string[];
}

export interface Answer<T> {
  readonly hits: readonly T[];
  readonly totalHits?: number;
  readonly facetDistribution?: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** The fields that make a question count its hits and show none. */
export const COUNT_ONLY = { page: 1, hitsPerPage: 0 } as const;

/** Several questions in one request. */
export async function askAll<T>(
  connection: Connection,
  queries: readonly Question[],
  signal?: AbortSignal,
): Promise<readonly Answer<T>[]> {
  if (queries.length === 0) return [];
  const { results } = await connection.ask<{ results: readonly Answer<T>[] }>(
    'post',
    'multi-search',
    { queries },
    signal,
  );
  return results;
}
