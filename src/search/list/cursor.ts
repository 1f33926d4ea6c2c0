import { UsageError } from '../../model/errors.ts';
import type { ListQuery } from '../../ports/search-index.ts';

/** The last document of a page of a list: what it is sorted by, and its id. */
export interface Place {
  readonly key: string;
  readonly id: string;
}

/** Says where the next page begins. */
export const cursorAt = (order: ListQuery['order'], { key, id }: Place): string =>
  Buffer.from(JSON.stringify([order, key, id])).toString('base64url');

/** The reverse of `cursorAt`; UsageError for anything else, and for a place in a list of another order. */
export function placeOf(cursor: string, order: ListQuery['order']): Place {
  try {
    const [of, key, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (of === order && typeof key === 'string' && typeof id === 'string') return { key, id };
  } catch {
    // said below, with everything else that is no cursor
  }
  throw new UsageError(
    'invalid-cursor',
    `after: this is no place in a list ordered by ${order}; start again without it`,
  );
}
