// What happens when Meilisearch ends without a word, hangs, or comes back empty. No package has the server: these run where
// FOJA_TEST_MEILI_PROGRAM names one (docs/search.md).
import { cp, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { foja, start, temporaryFolder } from '../support/foja.ts';
import { type Server, startServer } from '../support/servers/program.ts';
import { expectWhole } from '../support/whole-archive.ts';

const PROGRAM = process.env['FOJA_TEST_MEILI_PROGRAM'];
const SCANS = path.resolve(import.meta.dirname, '../../fixtures/scans');
const PARTS = ['1987/OBRAS PUBLICAS/Caja 12/Exp 0345', '1994/CABILDO', 'Licencias 2003/licencia SA-0123.tif'];
const QUERIES = ['licencia de construccion', 'cabildo', 'licensia', '1987', ''];

describe.skipIf(PROGRAM === undefined)('faults of Meilisearch', () => {
  let server: Server;
  let box: Awaited<ReturnType<typeof temporaryFolder>>;
  beforeEach(async () => {
    server = await startServer({
      program: PROGRAM!,
      args: ({ port, folder }) => [
        ...['--http-addr', `127.0.0.1:${port}`, '--db-path', path.join(folder, 'data')],
        ...['--dump-dir', path.join(folder, 'dumps'), '--snapshot-dir', folder, '--no-analytics'],
      ],
      readyAt: '/health',
    });
    box = await temporaryFolder();
    for (const part of PARTS)
      await cp(path.join(SCANS, part), path.join(box.path, 'caja', part), { recursive: true });
    process.env['FOJA_INDEX'] = server.url;
  });
  afterEach(async () => {
    delete process.env['FOJA_INDEX'];
    await server[Symbol.asyncDispose]();
    await box[Symbol.asyncDispose]();
  });

  /** The answers to QUERIES, without what is the server's own: times, scores, and the order within a level (docs/search.md). */
  const answers = async () => {
    const all = [];
    for (const query of QUERIES) {
      const [{ total, facets, hits }] = (await foja(box.path, 'search', query, '--json')).json as [
        { total: number; facets: unknown; hits: { score: number; documentId: string; page: number }[] },
      ];
      const shown = new Map(hits.map(({ score: _, ...hit }) => [`${hit.documentId} ${hit.page}`, hit]));
      all.push({ query, total, facets, shown });
    }
    return all;
  };

  /** Every document is there once, found as on SQLite, and nothing is left over. */
  const expectWholeAndFound = async () => {
    await expectWhole(path.join(box.path, 'archivo'), PARTS.length);
    const onMeilisearch = await answers();
    delete process.env['FOJA_INDEX'];
    expect((await foja(box.path, 'reindex')).code).toBe(0);
    expect(onMeilisearch).toEqual(await answers());
  };

  const untilIndexed = async (ingesting: { done: Promise<unknown> }) => {
    let over = false;
    ingesting.done.finally(() => {
      over = true;
    });
    const documents = async () => {
      const response = await fetch(`${server.url}/stats`);
      const { indexes } = (await response.json()) as {
        indexes: Record<string, { numberOfDocuments: number }>;
      };
      return Object.values(indexes).reduce((sum, index) => sum + index.numberOfDocuments, 0);
    };
    while (!over && (await documents()) < 10) await delay(50);
    expect(over).toBe(false);
  };

  it('killed in mid-batch and started again: the batch goes on, or is resumed, and nothing is lost', async () => {
    const ingesting = start(box.path, 'ingest', 'caja', '--json');
    await untilIndexed(ingesting);
    await server.kill();
    await delay(2_000);
    await server.restart();
    await ingesting.done;
    expect((await foja(box.path, 'resume')).code).toBe(0);
    await expectWholeAndFound();
  });

  it('silent for 30 s: the batch waits for it', async () => {
    const ingesting = start(box.path, 'ingest', 'caja', '--json');
    await untilIndexed(ingesting);
    process.kill(server.pid, 'SIGSTOP');
    await delay(30_000);
    process.kill(server.pid, 'SIGCONT');
    expect((await ingesting.done).code).toBe(0);
    await expectWholeAndFound();
  });

  it('wiped: the archive makes it anew', async () => {
    expect((await foja(box.path, 'ingest', 'caja')).code).toBe(0);
    const before = await answers();
    await server.kill();
    await rm(path.join(server.folder, 'data'), { recursive: true });
    await server.restart();
    expect((await foja(box.path, 'reindex')).code).toBe(0);
    expect(await answers()).toEqual(before);
    await expectWholeAndFound();
  });
});
