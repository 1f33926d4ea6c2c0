import { expect, it } from 'vitest';
import { type BatchFile, openBatch, queueBatch, readBatch } from '../../src/archive/batches.ts';
import { closeEndedBatches } from '../../src/flow/close-batches.ts';
import { OFICIO, type Shelf, said, shelf } from '../support/archived.ts';

const file = (documentId: string, over: Partial<BatchFile> = {}): BatchFile => ({
  ...{ path: `caja/${documentId}.png`, sha256: 'aa', bytes: 1, status: 'received', documentId },
  ...over,
});

async function handOver(of: Shelf, files: readonly BatchFile[]): Promise<string> {
  const { batch } = await openBatch(of.workspace.store, {
    ...{ startedAt: new Date().toISOString(), user: 'prueba', paths: ['/caja'], options: {} },
  });
  const facts = { expected: files.length, found: files.length, processed: 0, duplicate: 1, failed: 0 };
  await queueBatch(of.workspace.store, {
    ...batch,
    ...facts,
    ignored: [],
    unreadable: [],
    files,
    mismatches: [],
  });
  return batch.id;
}

it('closes a batch once all its documents are done, with what became of each', async () => {
  const of = await shelf();
  const [one, other] = [await of.add(), await of.add()];
  const id = await handOver(of, [file(one), file(other), file(one, { status: 'duplicate' })]);
  expect(await closeEndedBatches(of.workspace, ['no-such-batch', id])).toBe(1);
  expect(await readBatch(of.workspace.store, id)).toMatchObject({
    ...{ state: 'closed', processed: 2, duplicate: 1, failed: 0, found: 3, mismatches: [] },
    files: [{ status: 'processed' }, { status: 'processed' }, { status: 'duplicate' }],
  });
  expect(await closeEndedBatches(of.workspace, null)).toBe(0);
});

it('leaves a batch alone while one document waits', async () => {
  const of = await shelf();
  const [done, waiting] = [await of.add(), await of.add({ seal: false })];
  const id = await handOver(of, [file(done), file(waiting)]);
  expect(await closeEndedBatches(of.workspace, null)).toBe(0);
  expect(await readBatch(of.workspace.store, id)).toMatchObject({ state: 'queued', processed: 0 });
});

it('lists a document that has other pages than its manifest promised', async () => {
  const of = await shelf();
  const short = await of.add({ pages: [OFICIO], said: said({ fondo: 'Guadalupe' }, {}, 3) });
  const id = await handOver(of, [file(short)]);
  await closeEndedBatches(of.workspace, null);
  expect(await readBatch(of.workspace.store, id)).toMatchObject({
    mismatches: [{ code: 'pages-missing', detail: '3 / 1' }],
  });
});
