import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openFsStore } from '../../src/adapters/object-store/fs/fs.ts';
import {
  type Archive,
  addVersion,
  type Head,
  openArchive,
  readHead,
  receive,
} from '../../src/archive/archive.ts';
import { verify } from '../../src/archive/verify.ts';
import type { Change, Receipt } from '../../src/archive/write.ts';
import type { DocumentRecord } from '../../src/model/document.ts';
import type { ObjectStore } from '../../src/ports/object-store.ts';

const user = { name: 'Archivo Municipal', address: 'mailto:archivo@example.org' };

/** A folder that is removed at the end, with two scans in it. */
export async function scanFolder(): Promise<{ base: string; scans: string[] } & AsyncDisposable> {
  const base = await mkdtemp(path.join(tmpdir(), 'foja-archive-'));
  const scans = [path.join(base, 'scans/oficio 1.jpg'), path.join(base, 'scans/oficio 2.jpg')];
  await mkdir(path.dirname(scans[0]!));
  for (const [index, scan] of scans.entries()) await writeFile(scan, `face ${index + 1} `.repeat(1000));
  return { base, scans, [Symbol.asyncDispose]: () => rm(base, { recursive: true, force: true }) };
}

/** A store below the base folder. */
export const storeIn = (base: string): Promise<ObjectStore> => openFsStore(path.join(base, 'archivo'));

/** The two scans as a document; `over` changes what is told of them. */
export function receiptOf(scans: readonly string[], over: Partial<Receipt> = {}): Receipt {
  return {
    id: 'doc-1',
    files: scans.map((path, index) => ({
      from: { path },
      to: `original/000${index + 1}.jpg`,
      sha256: sha256(`face ${index + 1} `.repeat(1000)),
    })),
    record: recordOf(),
    user,
    message: 'received',
    created: '2026-11-22T10:00:00Z',
    ...over,
  };
}

/** What processing adds to the version; `text` tells one processing from another. */
export function changeOf(from: Head, text = 'read', over: Partial<Change> = {}): Change {
  return {
    from,
    record: recordOf({ status: 'processed' }),
    files: [
      { to: 'alto/0001.xml', from: Buffer.from(`<alto>${text}</alto>`) },
      { to: 'text.txt', from: Buffer.from(text) },
    ],
    user,
    message: 'processed',
    created: '2026-11-22T10:05:00Z',
    ...over,
  };
}

export function recordOf(over: Partial<DocumentRecord> = {}): DocumentRecord {
  return {
    id: 'doc-1',
    status: 'received',
    batch: 'b1',
    receivedAt: '2026-11-22T10:00:00Z',
    source: [],
    grade: null,
    pages: [],
    fields: null,
    ...over,
  };
}

/** Archive with the document received and processed. */
export async function filledArchive(base: string, scans: readonly string[]): Promise<Archive> {
  const archive = await openArchive(await storeIn(base));
  const { head } = await receive(archive, receiptOf(scans));
  await addVersion(archive, changeOf(head));
  return archive;
}

/** The document's newest version, which must be there. */
export async function headIn(archive: Archive, id = 'doc-1'): Promise<Head> {
  const head = await readHead(archive, id);
  if (!head) throw new Error(`no ${id}`);
  return head;
}

/** What is wrong with the archive, in words; empty when nothing is. */
export async function faultsOf(archive: Archive): Promise<string[]> {
  const { checked: _, ok, ...findings } = await verify(archive);
  const faults = Object.entries(findings).flatMap(([verdict, list]) =>
    list.map(({ document, path: at }) => `${verdict} ${document ?? ''}:${at}`),
  );
  if (ok && faults.some((fault) => !fault.startsWith('unfinished'))) throw new Error('ok, but it is not');
  return faults;
}

export async function keysOf(store: ObjectStore, prefix = 'archive/'): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of store.list(prefix)) keys.push(key);
  return keys;
}

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
