// Which index answers searches.
import path from 'node:path';
import type { SearchIndex } from '../ports/search-index.ts';
import { type Row, rowOf } from './table.ts';

interface Options {
  /** Of the server; null where it wants none. */
  readonly key: string | null;
  /** Takes an index of another version or a damaged one, and empties it. */
  readonly rebuild: boolean;
}

const INDEXES: readonly (Row & { open(url: string, options: Options): Promise<SearchIndex> })[] = [
  {
    written: 'sqlite:./foja.sqlite',
    isMeant: (url) => url.startsWith('sqlite:'),
    open: async (url, { rebuild }) => {
      const { openSqliteIndex } = await import('../adapters/search-index/sqlite/sqlite.ts');
      return openSqliteIndex(path.resolve(url.slice('sqlite:'.length)), { rebuild });
    },
  },
  {
    written: 'http://host:7700',
    isMeant: (url) => /^https?:/i.test(url),
    open: async (url, options) =>
      (await import('../adapters/search-index/meilisearch/meilisearch.ts')).openMeiliIndex(url, options),
  },
];

/** Opens the index of an address. */
export const openIndex = (url: string, options: Options): Promise<SearchIndex> =>
  rowOf(INDEXES, url, { code: 'unknown-index-url', port: 'index', setting: 'FOJA_INDEX' }).open(url, options);
