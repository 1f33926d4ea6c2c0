// What a document costs on S3, counted: every request is time and, on AWS, money (docs/scaling.md).
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { openLocalQueue } from '../../src/adapters/job-queue/local/local.ts';
import { startWork } from '../../src/flow/runner.ts';
import { ingest } from '../../src/services/ingest.ts';
import { typedPage } from '../extraction/support/typed-page.ts';
import { ACTOR, OFICIO, shelf } from '../support/archived.ts';
import { copying } from '../support/copying.ts';
import { counted, type Requests } from '../support/counted.ts';

const { signal } = new AbortController();
const silent = { documentDone() {}, mismatch() {}, expect() {}, started() {} };

/** Ingests one document in one process and reads it in another, as far as the store can tell. */
async function costOf(pages: number): Promise<{ client: Requests; worker: Requests }> {
  const of = await shelf();
  const folder = path.join(of.folder, 'caja');
  await mkdir(folder);
  for (let page = 1; page <= pages; page++)
    await sharp({ create: { width: 850, height: 1100, channels: 3, background: { r: page, g: 0, b: 0 } } })
      .png()
      .toFile(path.join(folder, `${page}.png`));
  const [client, worker] = [counted(of.workspace.store), counted(of.workspace.store)];
  const queue = openLocalQueue({ concurrency: 1 });
  const through = ({ store }: typeof client) => ({ ...of.workspace, store, archive: { store }, queue });
  const reader = {
    recipe: 'one',
    count: async () => 1,
    read: async ({ number, source }: Parameters<typeof typed>[0]) => typed({ number, source }),
    ...copying,
    close: async () => {},
  };
  const work = startWork({ ...through(worker), reader }, ACTOR, { pageDone() {} }, signal);
  const options = { paths: [folder], eachFile: false, skip: path.join(of.folder, 'archivo') };
  expect(await ingest(through(client), ACTOR, options, signal, silent)).toMatchObject({
    processed: 1,
    pages,
  });
  await queue.close();
  await work.catch(() => {});
  return { client: client.requests, worker: worker.requests };
}

const typed = ({ number, source }: { number: number; source: { file: number; page: number } }) => ({
  ...typedPage(OFICIO, { number }),
  source,
});

describe('a document', () => {
  it('of one page asks the store for no more than it must', async () => {
    const { client, worker } = await costOf(1);
    // The report, twice, and who else is at it; is it there; original, record, inventory of the version and of the root with
    // their sidecars, declaration; what is there beside them; at the end head and record.
    expect(client).toEqual({ GET: 4, HEAD: 0, PUT: 9, LIST: 2, DELETE: 0 });
    // Head, record, the scan; count and page, each looked for and kept, the page fetched to be put together; whether the head is
    // still the newest; record, ALTO, PDF, two inventories with their sidecars; what is there beside them; the work area cleared.
    expect(worker).toEqual({ GET: 7, HEAD: 1, PUT: 9, LIST: 2, DELETE: 2 });
  });

  it('of more pages asks for each the same again', async () => {
    const [one, five] = [await costOf(1), await costOf(5)];
    const further = (of: 'client' | 'worker') =>
      Object.entries(five[of]).map(([kind, count]) => [kind, (count - one[of][kind as keyof Requests]) / 4]);
    expect(Object.fromEntries(further('client'))).toEqual({ GET: 0, HEAD: 0, PUT: 1, LIST: 0, DELETE: 0 });
    // Each page is a file of its own here: one GET of these is its scan.
    expect(Object.fromEntries(further('worker'))).toEqual({ GET: 3, HEAD: 0, PUT: 2, LIST: 0, DELETE: 1 });
  });
});
