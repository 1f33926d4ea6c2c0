// What must be true of an archive after any fault: every document is there once, whole, and nothing is left over.
import { expect } from 'vitest';
import { listDocuments, readHead, readRecord } from '../../src/archive/archive.ts';
import { verify } from '../../src/archive/verify.ts';
import { readConfig } from '../../src/config.ts';
import { openWorkspace } from '../../src/wiring/open.ts';

/** Fails unless the archive holds so many documents, each received and processed exactly once, and nothing in flight. */
export async function expectWhole(archiveUrl: string, documents: number): Promise<void> {
  const workspace = await openWorkspace(readConfig({ archive: archiveUrl }), { create: false });
  try {
    const found = [];
    for await (const id of listDocuments(workspace.archive)) {
      const head = await readHead(workspace.archive, id);
      found.push({
        versions: head?.versions.length,
        status: (await readRecord(workspace.archive, id)).status,
      });
    }
    expect(found).toEqual(Array.from({ length: documents }, () => ({ versions: 2, status: 'processed' })));
    expect(await verify(workspace.archive)).toMatchObject({
      ...{ ok: true, changed: [], missing: [], untracked: [], unreadable: [], unfinished: [] },
    });
    const inFlight: string[] = [];
    for await (const { key } of workspace.store.list('work/')) inFlight.push(key);
    expect(inFlight).toEqual([]);
    expect(await workspace.index.counts('all')).toMatchObject({ documents });
  } finally {
    await workspace.index.close();
    await workspace.store.close();
  }
}
