import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { openLocalQueue } from '../../src/adapters/job-queue/local/local.ts';
import { readHead } from '../../src/archive/archive.ts';
import { readBatch } from '../../src/archive/batches.ts';
import { readManifest } from '../../src/description/manifest/read.ts';
import { startWork } from '../../src/flow/runner.ts';
import type { ReadRequest } from '../../src/ports/page-reader.ts';
import {
  type DocumentEvent,
  type IngestInput,
  type IngestWatcher,
  ingest,
} from '../../src/services/ingest.ts';
import type { IntakeWorkspace } from '../../src/workspace.ts';
import { typedPage } from '../extraction/support/typed-page.ts';
import { OFICIO, type Shelf, shelf } from '../support/archived.ts';
import { copying } from '../support/copying.ts';

const { signal } = new AbortController();
const [ana, luis, machine] = [{ name: 'Ana' }, { name: 'Luis' }, { name: 'lector' }];

interface Office {
  readonly of: Shelf;
  readonly workspace: IntakeWorkspace;
  /** Draws a scan, each of another shade, so that no two are the same bytes. */
  scan(name: string, shade: number): Promise<void>;
  input(more?: Partial<IngestInput>): IngestInput;
  /** Begins to read what waits in the queue; returns how to stop. */
  read(): () => Promise<void>;
}

/** A shelf with a folder of scans beside it and a reader that needs no OCR. */
async function office(): Promise<Office> {
  const of = await shelf();
  const box = path.join(of.folder, 'caja');
  await mkdir(box);
  const queue = openLocalQueue({ concurrency: 1 });
  const workspace = { ...of.workspace, queue };
  return {
    of,
    workspace,
    scan: async (name, shade) => {
      const background = { r: shade, g: 0, b: 0 };
      const paper = sharp({ create: { width: 850, height: 1100, channels: 3, background } });
      await paper.png().toFile(path.join(box, name));
    },
    input: (more) => ({ paths: [box], eachFile: true, skip: path.join(of.folder, 'archivo'), ...more }),
    read: () => {
      const reader = {
        recipe: 'one',
        count: async () => 1,
        read: async ({ number, source }: ReadRequest) => ({ ...typedPage(OFICIO, { number }), source }),
        ...copying,
        close: async () => {},
      };
      const work = startWork({ ...workspace, reader }, machine, { pageDone() {} }, signal);
      return async () => {
        await queue.close();
        await work.catch(() => {});
      };
    },
  };
}

/** Keeps what a batch tells. */
function listener() {
  const events: DocumentEvent[] = [];
  const mismatches: string[] = [];
  const expected: (readonly [pages: number, exact: boolean])[] = [];
  const watcher: IngestWatcher = {
    started() {},
    documentDone: (event) => events.push(event),
    mismatch: ({ code, path: where, detail }) => mismatches.push(`${code} ${where ?? ''} ${detail ?? ''}`),
    expect: (pages, exact) => expected.push([pages, exact]),
  };
  return { events, mismatches, expected, watcher };
}

describe('a batch', () => {
  it('bears the name of whoever delivered it, and what was read the name of the reader', async () => {
    const { of, workspace, scan, input, read } = await office();
    const stop = read();
    await scan('1.png', 1);
    const first = listener();
    await ingest(workspace, ana, input(), signal, first.watcher);
    await scan('2.png', 2);
    const second = listener();
    const summary = await ingest(workspace, luis, input(), signal, second.watcher);
    await stop();

    expect(second.events.map(({ status }) => status)).toEqual(['duplicate', 'processed']);
    expect((await readBatch(of.workspace.store, summary.batch!))!.user).toBe('Luis');
    const signed = async (id: string | null) =>
      (await readHead(of.workspace.archive, id!))!.versions.map(({ user }) => user.name);
    expect(await signed(first.events[0]!.id)).toEqual(['Ana', 'lector']);
    expect(await signed(second.events[1]!.id)).toEqual(['Luis', 'lector']);
  });

  it('is reported in the order in which it was delivered, whatever was read first', async () => {
    const { of, workspace, scan, input, read } = await office();
    for (const [at, name] of ['1.png', '2.png', '3.png'].entries()) await scan(name, at);
    const told = listener();
    const stop = read();
    const summary = await ingest(workspace, ana, input(), signal, told.watcher);
    await stop();
    expect(summary).toMatchObject({ documents: 3, processed: 3, pages: 3, failed: 0 });
    expect(told.expected.at(-1)).toEqual([3, true]);
    const report = await readBatch(of.workspace.store, summary.batch!);
    expect(report).toMatchObject({ state: 'closed', expected: 3, found: 3, processed: 3 });
    expect(report).toHaveProperty(
      'files',
      ['1.png', '2.png', '3.png'].map((name) =>
        expect.objectContaining({ path: expect.stringContaining(name), status: 'processed' }),
      ),
    );
  });

  it('does not miss the pages of a double whose document has still to be read', async () => {
    const { of, workspace, scan, input } = await office();
    await scan('1.png', 1);
    const box = path.join(of.folder, 'caja');
    await copyFile(path.join(box, '1.png'), path.join(box, '2.png'));
    const rows = 'archivo;paginas\n1.png;1\n2.png;1\n';
    const told = listener();
    // Others will read: the double meets a document that is received and has no pages so far.
    const queue = { ...workspace.queue, add: async () => {} };
    const delivered = ingest(
      { ...workspace, queue },
      ana,
      input({ manifest: readManifest('lote.csv', Buffer.from(rows)), noWait: true }),
      signal,
      told.watcher,
    );
    expect(await delivered).toMatchObject({ queued: 1, duplicates: 1 });
    expect(told.mismatches).toEqual([]);
  });
});
