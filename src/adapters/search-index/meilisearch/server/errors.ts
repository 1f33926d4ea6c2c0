import { MeilisearchApiError, MeilisearchRequestError } from 'meilisearch';
import { AccessError, UnavailableError } from '../../../../model/errors.ts';

// What the server says of itself (https://www.meilisearch.com/docs/reference/errors/error_codes), as a failure of foja.
const FORBIDDEN = new Set(['invalid_api_key', 'missing_authorization_header', 'missing_master_key']);
const FULL = new Set(['no_space_left_on_device', 'database_size_limit_reached']);
// An index that was made by nobody (a write to a name that is not there makes one) has none of foja's settings.
const UNMADE = new Set(['invalid_search_filter', 'invalid_search_sort', 'invalid_search_facets']);
const GONE = new Set(['index_not_found', 'document_not_found', 'task_not_found']);

/** Whether the same request may succeed in a moment: the network failed, or the server is busy, starting or stopping. */
export function isPassing(error: unknown): boolean {
  if (error instanceof MeilisearchApiError) {
    const { status } = error.response;
    return status === 408 || status === 429 || (status >= 500 && status !== 507 && !FULL.has(codeOf(error)));
  }
  // A proxy in between may answer a page instead of JSON.
  return error instanceof MeilisearchRequestError || error instanceof SyntaxError;
}

/** The code that the server gave; empty when the failure is not its answer. */
export const codeOf = (error: unknown): string =>
  error instanceof MeilisearchApiError ? (error.cause?.code ?? '') : '';

/** What the client throws as one of foja's errors, cause kept. */
export function indexError(host: string, error: unknown): unknown {
  if (isPassing(error))
    return new UnavailableError(
      'index-unavailable',
      `the search server ${host} does not answer: ${reasonOf(error)}; see that it runs, then try again`,
      { about: host, cause: error },
    );
  if (!(error instanceof MeilisearchApiError)) return error;
  return failureOf(host, codeOf(error), error.message, error);
}

/** The failure that a code of the server stands for. */
export function failureOf(host: string, code: string, message: string, cause?: unknown): Error {
  if (FORBIDDEN.has(code))
    return new AccessError(
      'index-forbidden',
      `the search server ${host} refuses the key: set FOJA_INDEX_KEY to one that may do everything with the index`,
      { about: host, cause },
    );
  if (FULL.has(code))
    return new AccessError('index-full', `the disk of the search server ${host} is full`, {
      about: host,
      cause,
    });
  if (GONE.has(code)) return missing(host, cause);
  if (UNMADE.has(code))
    return new AccessError('index-damaged', `the index on ${host} is not whole; run \`foja reindex\``, {
      about: host,
      cause,
    });
  return new AccessError('index-unusable', `the search server ${host} refuses: ${message}`, {
    about: host,
    cause,
  });
}

/** There is no index where one was: the server was wiped. */
export const missing = (host: string, cause?: unknown): AccessError =>
  new AccessError('index-missing', `the index is no longer on ${host}; run \`foja reindex\``, {
    about: host,
    cause,
  });

function reasonOf(error: unknown): string {
  if (error instanceof MeilisearchApiError) return `it says ${error.response.status}`;
  const { cause } = error as Error;
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  return inner instanceof Error ? inner.message : (error as Error).message;
}
