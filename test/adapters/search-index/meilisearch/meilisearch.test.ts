// Where the server comes from:
//   FOJA_TEST_MEILI_URL=http://127.0.0.1:7700 [FOJA_TEST_MEILI_KEY=…]   a real server; not reachable is a failure
//   … FOJA_TEST_MEILI_RECORD=1                                          the same, an empty one, and recording.jsonl is written anew
//   nothing set                                                         recording.jsonl, where there is one
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMeiliIndex } from '../../../../src/adapters/search-index/meilisearch/meilisearch.ts';
import { openSqliteIndex } from '../../../../src/adapters/search-index/sqlite/sqlite.ts';
import type {
  ListQuery,
  SearchIndex,
  SearchQuery,
  SearchResult,
} from '../../../../src/ports/search-index.ts';
import { hiddenDocumentsContract } from '../../../contracts/hidden-documents.ts';
import { searchIndexContract } from '../../../contracts/search-index.ts';
import type { Skip } from '../../../contracts/skip.ts';
import { CASES } from '../../../search/acceptance.ts';
import { CORPUS } from '../../../search/corpus.ts';
import { documentOf } from '../../../search/documents.ts';
import {
  isRecorded,
  type Recorder,
  startRecorder,
  startReplay,
} from '../../../support/servers/meili-recording.ts';
import { LISTED } from './listed.ts';

const RECORDING = path.join(import.meta.dirname, 'recording.jsonl');
const real = process.env['FOJA_TEST_MEILI_URL'];
const recording = process.env['FOJA_TEST_MEILI_RECORD'] !== undefined;
const isDirect = real !== undefined && !recording;
const key = process.env['FOJA_TEST_MEILI_KEY'] ?? null;

const isWithout = real === undefined && !isRecorded(RECORDING);
if (isWithout) console.warn('skipped: no Meilisearch, and no recording of one (docs/search.md shows how).');

// A recording answers only what was asked then.
const RANDOM: readonly Skip[] = isDirect
  ? []
  : [
      {
        reason: 'asks something else every time',
        tests: [
          'takes any text for a query',
          'change no byte of it, whatever they say and in whatever order they come, stay or go',
        ],
      },
    ];

let between: Recorder | null = null;
let names = 0;
// Recorded requests name their index.
const prefix = isDirect ? `t-${randomBytes(3).toString('hex')}` : 't';
const address = (name: string) => `${between?.url ?? real}?index=${prefix}-${name}`;
const openNew = () => openMeiliIndex(address(String(names++)), { key });

beforeAll(async () => {
  if (isDirect || isWithout) return;
  between = real === undefined ? await startReplay(RECORDING) : await startRecorder(real, RECORDING);
});
afterAll(async () => {
  await between?.[Symbol.asyncDispose]();
});

describe.skipIf(isWithout)('on Meilisearch', () => {
  searchIndexContract('meilisearch', openNew, { skip: RANDOM });

  hiddenDocumentsContract('meilisearch', openNew, { skip: RANDOM });

  describe('beside SQLite', () => {
    let folder: string;
    let both: readonly [SearchIndex, SearchIndex];
    beforeAll(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'foja-index-'));
      both = [await openNew(), await openSqliteIndex(path.join(folder, 'foja.sqlite'))];
      for (const index of both) {
        for (const document of [...CORPUS, ...LISTED]) await index.put(document);
        await index.refresh();
      }
    });
    afterAll(async () => {
      for (const index of both) await index.close();
      await rm(folder, { recursive: true });
    });

    const ASKED = { scopes: 'all', limit: 50, offset: 0, facets: true } as const;
    const QUERIES: readonly SearchQuery[] = [
      ...CASES.map(({ query }) => ({ ...ASKED, text: query })),
      { ...ASKED, text: '' },
      { ...ASKED, text: 'oficio', from: '1987', to: '1987-03' },
      { ...ASKED, text: 'licencia', dependencia: 'obras publicas' },
      { ...ASKED, text: '', remitente: 'mengano' },
      { ...ASKED, text: '', serie: 'LICENCIAS', grade: 'good' },
      { ...ASKED, text: '', expediente: '345', status: 'processed' },
      { ...ASKED, text: '', scopes: [{ fondo: 'ayuntamiento', clasificaciones: ['publica'] }] },
      { ...ASKED, text: 'oficio', scopes: [] },
    ];

    it('finds the same and shows the same, closest first', async () => {
      for (const query of QUERIES) {
        const [meili, sqlite] = await Promise.all(both.map((index) => index.search(query)));
        expect({ query, ...comparable(meili!) }).toEqual({ query, ...comparable(sqlite!) });
      }
    });

    it('lists the same, page by page in every order, and counts the same', async () => {
      const lists: Omit<ListQuery, 'order' | 'limit'>[] = [
        { scopes: 'all' },
        { scopes: [{ serie: 'licencias', clasificaciones: ['publica', 'reservada'] }] },
        { scopes: 'all', fondo: 'Ayuntamiento', status: 'processed' },
        { scopes: 'all', expediente: '345', from: '1987' },
      ];
      for (const order of ['id', 'received', 'worst', 'place'] as const)
        for (const query of lists) {
          const [meili, sqlite] = await Promise.all(
            both.map((index) => everyPage(index, { ...query, order, limit: 3 })),
          );
          expect({ order, query, pages: meili }).toEqual({ order, query, pages: sqlite });
        }
      for (const { scopes } of lists) {
        const [meili, sqlite] = await Promise.all(both.map((index) => index.counts(scopes)));
        expect(meili).toEqual(sqlite);
      }
    });

    it('refuses a cursor of another order', async () => {
      const { next } = await both[0].list({ scopes: 'all', order: 'id', limit: 1 });
      for (const after of [next!, 'x'])
        await expect(both[0].list({ scopes: 'all', order: 'worst', limit: 1, after })).rejects.toMatchObject({
          code: 'invalid-cursor',
        });
    });
  });

  it('a new index takes the place of the old one only when it is whole', async () => {
    const name = String(names++);
    const open = (rebuild = false) => openMeiliIndex(address(name), { key, rebuild });
    const [builder, reader] = [await open(), await open()];
    const found = async (text: string) =>
      (await reader.search({ text, scopes: 'all', limit: 9, offset: 0 })).hits.map(
        ({ documentId }) => documentId,
      );
    await builder.put(documentOf('a', ['mercado']));
    await builder.refresh();
    await builder.clear();
    await builder.put(documentOf('b', ['mercado']));
    expect(await found('mercado')).toEqual(['a']);
    // Whoever takes in a document meanwhile writes to both.
    await reader.put(documentOf('c', ['mercado']));
    await builder.refresh();
    expect((await found('mercado')).sort()).toEqual(['b', 'c']);
    await builder.clear(); // and is ended before it is whole
    await builder.close();
    const again = await open(true);
    await again.clear();
    await again.put(documentOf('d', ['mercado']));
    await again.refresh();
    expect(await found('mercado')).toEqual(['d']);
    expect(await reader.counts('all')).toMatchObject({ documents: 1, pages: 1 });
    for (const index of [again, reader]) await index.close();
  });
});

async function everyPage(index: SearchIndex, query: ListQuery) {
  const pages = [await index.list(query)];
  for (let next = pages[0]!.next; next !== null; next = pages.at(-1)!.next)
    pages.push(await index.list({ ...query, after: next }));
  return pages.map(({ documents }) => documents);
}

// Scores are comparable within one answer only; within a level each server orders by its own measure.
function comparable({ hits, ...result }: SearchResult) {
  const shown = hits.map(({ score: _, ...hit }) => hit);
  const nameOf = ({ documentId, page }: (typeof shown)[number]) => `${documentId} ${page}`;
  return { ...result, hits: shown.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)) };
}
