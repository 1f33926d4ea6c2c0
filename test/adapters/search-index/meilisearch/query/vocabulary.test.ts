import { expect, it } from 'vitest';
import { wordOf } from '../../../../../src/adapters/search-index/meilisearch/documents/documents.ts';
import { readable } from '../../../../../src/adapters/search-index/meilisearch/documents/scopes.ts';
import { vocabularyFor } from '../../../../../src/adapters/search-index/meilisearch/query/vocabulary.ts';
import type { Question } from '../../../../../src/adapters/search-index/meilisearch/server/ask.ts';
import type { Connection } from '../../../../../src/adapters/search-index/meilisearch/server/connection.ts';
import { planOf } from '../../../../../src/search/query/plan.ts';
import { parseQuery } from '../../../../../src/search/query/query.ts';

const CITIZEN = readable([{ clasificaciones: ['publica'] }]);

// A server that holds these words, each on so many public and so many other pages.
function serverWith(words: Record<string, readonly [open: number, hidden: number]>): Connection {
  const stored = Object.keys(words).map((term) => wordOf(term)!);
  const answer = ({ indexUid, filter }: Question) => {
    const values = [...JSON.stringify(filter).matchAll(/\\"(.*?)\\"/g)].map(([, value]) => value!);
    if (indexUid === 'foja_words')
      return { hits: stored.filter(({ key, near }) => [key, ...near].some((one) => values.includes(one))) };
    const [open, hidden] = words[values.at(-1)!] ?? [0, 0];
    return { hits: [], totalHits: filter.includes(CITIZEN[0]!) ? open : open + hidden };
  };
  return {
    host: 'http://127.0.0.1/',
    name: 'foja',
    ask: async <T>(_method: string, _path: string, body?: object) =>
      ({ results: (body as { queries: readonly Question[] }).queries.map(answer) }) as T,
  };
}

const alternatives = async (text: string, server: Connection, scopes: readonly string[]) => {
  const parsed = parseQuery(text);
  const { must } = planOf(parsed, await vocabularyFor(server, parsed, scopes));
  return must.flatMap((clause) => clause.map(({ terms }) => terms.join(' ')));
};

it('knows a word only while it stands on a page that may be read', async () => {
  const server = serverWith({ licencia: [3, 0], licencias: [0, 4] });
  expect(await alternatives('licencia', server, CITIZEN)).toEqual(['licencia']);
  expect(await alternatives('licencia', server, readable('all'))).toEqual(['licencia', 'licencias']);
});

it('takes no hidden word for what a slip may have meant, nor a slip for known because somebody else wrote it', async () => {
  const hiddenLikely = serverWith({ licencia: [0, 90], lixencia: [2, 0] });
  expect(await alternatives('lisencia', hiddenLikely, CITIZEN)).toEqual(['lisencia', 'lixencia']);
  expect(await alternatives('lisencia', hiddenLikely, readable('all'))).toEqual(['lisencia', 'licencia']);
  const hiddenSlip = serverWith({ licencia: [5, 0], lisencia: [0, 9] });
  expect(await alternatives('lisencia', hiddenSlip, CITIZEN)).toEqual(['lisencia', 'licencia']);
  expect(await alternatives('lisencia', hiddenSlip, readable('all'))).toEqual(['lisencia']);
});

it('does not run to the server for nothing', async () => {
  expect(await alternatives('', serverWith({}), CITIZEN)).toEqual([]);
});
