import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addVersion, openArchive, readHead, receive } from '../../src/archive/archive.ts';
import { objectRoot } from '../../src/archive/ocfl/layout.ts';
import { sweep } from '../../src/archive/sweep.ts';
import { faulty, InjectedFault } from '../adapters/object-store/faulty.ts';
import { changeOf, faultsOf, headIn, receiptOf, recordOf, scanFolder, storeIn } from './sample.ts';

let folder: Awaited<ReturnType<typeof scanFolder>>;
beforeEach(async () => {
  folder = await scanFolder();
});
afterEach(() => folder[Symbol.asyncDispose]());

describe.each([
  { name: 'a call and all later ones fail', fault: { forGood: true } },
  { name: 'the answer to one call is lost', fault: { done: true } },
])('when $name', ({ fault }) => {
  it('nothing is false meanwhile, and doing it again ends in one valid object, whichever call it was', async () => {
    const undisturbed = faulty(await storeIn(`${folder.base}/undisturbed`), {});
    await run(undisturbed, 'b1');
    const calls = Array.from({ length: undisturbed.calls() }, (_, index) => index + 1);
    expect(calls.length).toBeGreaterThan(30);
    // Eight at a time: what takes long is waiting for the disk.
    for (let first = 0; first < calls.length; first += 8)
      await Promise.all(calls.slice(first, first + 8).map(survive));
  }, 60_000);

  async function survive(failOn: number): Promise<void> {
    const store = await storeIn(`${folder.base}/${failOn}`);
    const failure = await run(faulty(store, { ...fault, failOn }), 'b1').catch((error: unknown) => error);
    // Where nothing depends on a call, its failure may go unnoticed.
    if (failure) expect(failure).toBeInstanceOf(InjectedFault);

    const archive = await openArchive(store);
    const before = await readHead(archive, 'doc-1');
    const { pending } = await sweep(archive);
    expect((await readHead(archive, 'doc-1'))?.version ?? 0).toBeGreaterThanOrEqual(before?.version ?? 0);
    const faults = await faultsOf(archive);
    expect(faults.filter((each) => !each.startsWith('unfinished'))).toEqual([]);
    expect(faults.length === 0, `call ${failOn}: ${faults}`).toBe(pending === 0);

    await run(store, 'b2');
    const head = await readHead(archive, 'doc-1');
    expect(head!.version, `call ${failOn}`).toBe(2);
    expect(Object.keys(head!.state).toSorted()).toEqual([
      'alto/0001.xml',
      'original/0001.jpg',
      'original/0002.jpg',
      'record.json',
      'text.txt',
    ]);
    expect(await faultsOf(archive), `call ${failOn}`).toEqual([]);
  }
});

/**
 * Opens, receives, reads and processes. A repeat is another batch, so its record differs. Whoever reads finds what a crash between
 * inventory and sidecar left, and mends it.
 */
async function run(store: Parameters<typeof openArchive>[0], batch: string): Promise<void> {
  const archive = await openArchive(store);
  await receive(archive, receiptOf(folder.scans, { record: recordOf({ batch }) }));
  await store.remove(`${objectRoot('doc-1')}inventory.json.sha512`);
  await addVersion(archive, changeOf(await headIn(archive)));
}
