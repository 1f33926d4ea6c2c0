// What a job finds when it comes late, twice, or after the work area was lost.
import { describe, expect, it } from 'vitest';
import { openLocalQueue } from '../src/adapters/job-queue/local/local.ts';
import { readHead } from '../src/archive/archive.ts';
import { sweepWork } from '../src/archive/sweep-work.ts';
import { forget } from '../src/flow/steps/work-in-flight.ts';
import type { ReadPage } from '../src/model/document.ts';
import { EngineError, UnavailableError } from '../src/model/errors.ts';
import * as pipeline from '../src/pipeline.ts';
import { assignmentOf, correct } from '../src/services/correct.ts';
import type { ReadingWorkspace } from '../src/workspace.ts';
import { keysOf } from './archive/sample.ts';
import { typedPage } from './extraction/support/typed-page.ts';
import { ACTOR, OFICIO, type Shelf, shelf } from './support/archived.ts';
import { copying } from './support/copying.ts';

const { signal } = new AbortController();

/** The shelf at work, with a reader that gives a typed page without any OCR. */
function working(of: Shelf, recipe = 'one', read?: (page: number) => Promise<ReadPage>): ReadingWorkspace {
  const typed = async (number: number) => ({
    ...typedPage(OFICIO, { number }),
    source: { file: number - 1, page: 0 },
  });
  return {
    ...of.workspace,
    queue: openLocalQueue({ concurrency: 1 }),
    reader: {
      recipe,
      count: async () => 1,
      read: ({ number }) => (read ?? typed)(number),
      ...copying,
      close: async () => {},
    },
  };
}

describe('a document job', () => {
  it('reads what is not kept: pages read under another recipe, or a work area that is gone', async () => {
    const of = await shelf();
    const id = await of.add({ pages: [OFICIO, OFICIO], seal: false });
    await pipeline.page(working(of, 'another'), { documentId: id, page: 1 }, signal);
    const record = await pipeline.document(working(of), ACTOR, { documentId: id }, signal);
    expect(record.status).toBe('processed');
    expect(record.pages.map(({ number, error }) => [number, error])).toEqual([
      [1, undefined],
      [2, undefined],
    ]);
  });

  it('marks a page that cannot be read then, and waits for a store that is away', async () => {
    const of = await shelf();
    const id = await of.add({ pages: [OFICIO, OFICIO], seal: false });
    const away = working(of, 'one', () =>
      Promise.reject(new UnavailableError('s3-unavailable', 'no answer')),
    );
    await expect(pipeline.document(away, ACTOR, { documentId: id }, signal)).rejects.toThrow('no answer');
    await pipeline.page(working(of), { documentId: id, page: 1 }, signal);
    const crashing = working(of, 'one', () => Promise.reject(new EngineError('engine-crashed', 'boom')));
    const record = await pipeline.document(crashing, ACTOR, { documentId: id }, signal);
    expect(record.status).toBe('partial');
    expect(record.pages[1]!.error).toEqual({ code: 'engine-crashed', message: 'boom' });
  });

  it('that is overtaken by another, and that by a person, leaves what the person said', async () => {
    const of = await shelf();
    const id = await of.add({ seal: false });
    const typed = { ...typedPage(OFICIO, { number: 1 }), source: { file: 0, page: 0 } };
    const slow = working(of, 'slow', async () => {
      // It has seen the document as received; all this happens before it has the page.
      await pipeline.document(working(of), ACTOR, { documentId: id }, signal);
      await correct(
        of.workspace,
        ACTOR,
        { id, assignments: [assignmentOf('asunto=Zarzaparrilla')], why: 'se lee en el papel' },
        signal,
      );
      return { ...typed, engine: 'slow' };
    });
    const record = await pipeline.document(slow, ACTOR, { documentId: id }, signal);
    expect(record).toEqual(await of.record(id));
    expect(record.fields!.asunto.value).toBe('Zarzaparrilla');
    expect((await readHead(of.workspace.archive, id))!.version).toBe(3);
    await of.workspace.index.refresh();
    const found = await of.workspace.index.search({
      text: 'zarzaparrilla',
      scopes: 'all',
      limit: 1,
      offset: 0,
    });
    expect(found.total).toBe(1);
  });

  it('that comes after the seal changes nothing and leaves nothing', async () => {
    const of = await shelf();
    const id = await of.add();
    const before = await of.record(id);
    const workspace = working(of);
    expect(await pipeline.page(workspace, { documentId: id, page: 1 }, signal)).toBeNull();
    await pipeline.giveUp(workspace, { documentId: id, page: 1 }, new Error('late'), signal);
    expect(await pipeline.document(workspace, ACTOR, { documentId: id }, signal)).toEqual(before);
    expect(await keysOf(of.workspace.store, 'work/')).toEqual([]);
  });
});

it('a page that was read after all is not given up', async () => {
  const of = await shelf();
  const id = await of.add({ seal: false });
  const workspace = working(of);
  await pipeline.page(workspace, { documentId: id, page: 1 }, signal);
  await pipeline.giveUp(
    workspace,
    { documentId: id, page: 1 },
    new EngineError('worker-lost', 'gone'),
    signal,
  );
  expect((await pipeline.document(workspace, ACTOR, { documentId: id }, signal)).status).toBe('processed');
});

it('what a worker kept after others had finished its document is swept away, and only that', async () => {
  const of = await shelf();
  const [late, waiting] = [await of.add({ seal: false }), await of.add({ seal: false })];
  const workspace = working(of);
  for (const documentId of [late, waiting]) await pipeline.page(workspace, { documentId, page: 1 }, signal);
  await pipeline.document(workspace, ACTOR, { documentId: late }, signal);
  expect(await sweepWork(workspace.archive)).toBe(1);
  expect((await keysOf(of.workspace.store, 'work/')).every((key) => key.startsWith(`work/${waiting}/`))).toBe(
    true,
  );
  await forget(workspace, waiting);
});
