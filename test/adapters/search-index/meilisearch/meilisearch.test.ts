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
import type { SearchIndex, SearchQuery, SearchResult } from '../../../../src/ports/search-index.ts';
import { searchIndexContract } from '../../../contracts/search-index.ts';
import { CASES } from '../../../search/acceptance.ts';
import { CORPUS } from '../../../search/corpus.ts';
import { documentOf } from '../../../search/documents.ts';
import {
  isRecorded,
  type Recorder,
  startRecorder,
  startReplay,
} from '../../../support/servers/meili-recording.ts';

const RECORDING = path.join(import.meta.dirname, 'recording.jsonl');
const real = process.env['FOJA_TEST_MEILI_URL'];
const recording = process.env['FOJA_TEST_MEILI_RECORD'] !== undefined;
const isDirect = real !== undefined && !recording;
const key = process.env['FOJA_TEST_MEILI_KEY'] ?? null;

let between: Recorder | null = null;
let names = 0;
// Recorded requests name their index.
const prefix = isDirect ? `t-${randomBytes(3).toString('hex')}` : 't';
const address = (name: string) => `${between?.url ?? real}?index=${prefix}-${name}`;
const openNew = () => openMeiliIndex(address(String(names++)), { key });

beforeAll(async () => {
  if (isDirect) return;
  between = real === undefined ? await startReplay(RECORDING) : await startRecorder(real, RECORDING);
});
afterAll(async () => {
  await between?.[Symbol.asyncDispose]();
});

describe.skipIf(real === undefined && !isRecorded(RECORDING))('on Meilisearch', () => {
  searchIndexContract('meilisearch', openNew, {
    skip: isDirect
      ? []
      : [{ reason: 'asks something else every time', tests: ['takes any text for a query'] }],
  });

  describe('beside SQLite', () => {
    let folder: string;
    let both: readonly [SearchIndex, SearchIndex];
    beforeAll(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'foja-index-'));
      both = [await openNew(), await openSqliteIndex(path.join(folder, 'foja.sqlite'))];
      for (const index of both) {
        for (const document of CORPUS) await index.put(document);
        await index.refresh();
      }
    });
    afterAll(async () => {
      for (const index of both) await index.close();
      await rm(folder, { recursive: true });
    });

    const QUERIES: readonly SearchQuery[] = [
      ...CASES.map(({ query }) => ({ text: query, limit: 50, offset: 0 })),
      { text: '', limit: 50, offset: 0 },
      { text: 'oficio', from: '1987', to: '1987-03', limit: 50, offset: 0 },
      { text: 'licencia', dependencia: 'obras publicas', limit: 50, offset: 0 },
    ];

    it('finds the same and shows the same, closest first', async () => {
      for (const query of QUERIES) {
        const [meili, sqlite] = await Promise.all(both.map((index) => index.search(query)));
        expect({ query, ...comparable(meili!) }).toEqual({ query, ...comparable(sqlite!) });
      }
    });
  });

  it('a new index takes the place of the old one only when it is whole', async () => {
    const name = String(names++);
    const open = (rebuild = false) => openMeiliIndex(address(name), { key, rebuild });
    const [builder, reader] = [await open(), await open()];
    const found = async (text: string) =>
      (await reader.search({ text, limit: 9, offset: 0 })).hits.map(({ documentId }) => documentId);
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
    expect(await reader.counts()).toEqual({ documents: 1, pages: 1 });
    for (const index of [again, reader]) await index.close();
  });
});

// Scores are comparable within one answer only; within a level each server orders by its own measure.
function comparable({ hits, ...result }: SearchResult) {
  const shown = hits.map(({ score: _, ...hit }) => hit);
  const nameOf = ({ documentId, page }: (typeof shown)[number]) => `${documentId} ${page}`;
  return { ...result, hits: shown.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)) };
}
