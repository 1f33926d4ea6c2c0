// A document between receipt and seal: what is known of it lies in the archive and, until it is sealed, in the work area.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Head, isNewest, openFile, readHead, readRecord } from '../../archive/archive.ts';
import { clear, getPage, putPage } from '../../archive/work.ts';
import type { DocumentRecord, Problem, ReadPage } from '../../model/document.ts';
import { NotFoundError } from '../../model/errors.ts';
import type { PageJob } from '../../ports/job-queue.ts';
import type { DeliveredFile } from '../../ports/page-reader.ts';
import type { Foja, WorkingFoja } from '../../workspace.ts';
import { countPages, type Survey, survey } from './locate-page.ts';

/** A received document: its version and record, what its files hold, and each file where a library can seek in it. */
export interface Received {
  readonly head: Head;
  readonly record: DocumentRecord;
  readonly survey: Survey;
  file(index: number): Promise<DeliveredFile & AsyncDisposable>;
}

// Every page of a document asks for the same; a batch reads many pages of few documents at a time.
const RECENT = 16;
const recent = new WeakMap<WorkingFoja, Map<string, Promise<Received>>>();

/** Opens a received document, counting its pages the first time. */
export function openReceived(foja: WorkingFoja, documentId: string, signal: AbortSignal): Promise<Received> {
  const known = recentOf(foja);
  const opening = known.get(documentId) ?? load(foja, documentId, signal);
  known.delete(documentId);
  known.set(documentId, opening);
  opening.catch(() => known.delete(documentId));
  if (known.size > RECENT) known.delete(known.keys().next().value!);
  return opening;
}

/** The same as it is now: somebody else may have finished the document since its pages were read. */
export async function reopenReceived(
  foja: WorkingFoja,
  documentId: string,
  signal: AbortSignal,
): Promise<Received> {
  const known = await recentOf(foja).get(documentId);
  if (known && !(await isNewest(foja.archive, known.head))) recentOf(foja).delete(documentId);
  return openReceived(foja, documentId, signal);
}

function recentOf(foja: WorkingFoja): Map<string, Promise<Received>> {
  const known = recent.get(foja) ?? new Map<string, Promise<Received>>();
  recent.set(foja, known);
  return known;
}

async function load(foja: WorkingFoja, documentId: string, signal: AbortSignal): Promise<Received> {
  // What was delivered stays where it is, whatever versions follow.
  const head = await readHead(foja.archive, documentId);
  if (!head) throw new NotFoundError('document-not-found', `The archive has no document ${documentId}.`);
  const record = await readRecord(foja.archive, documentId, head);
  const file = async (index: number) => {
    const { stored, type, path: name } = record.source[index]!;
    const local = await openFile(foja.archive, documentId, stored, head);
    return { path: local.path, name, type, [Symbol.asyncDispose]: () => local[Symbol.asyncDispose]() };
  };
  // What is sealed needs nothing, and nothing of it may be left in the work area.
  if (record.status !== 'received') return { head, record, survey: [], file };
  const key = { documentId, recipe: 'survey', page: 0 };
  const kept = await getPage<Survey>(foja.store, key);
  const counted =
    kept ??
    (await survey(record.source, (source) => file(record.source.indexOf(source)), foja.reader, signal));
  if (!kept) await putPage(foja.store, key, counted);
  return { head, record, survey: counted, file };
}

/** Whether this page has been read already, the same way as it would be now. */
export async function isKept(foja: WorkingFoja, job: PageJob): Promise<boolean> {
  return (await getPage(foja.store, pageKey(foja, job.documentId, job.page))) !== null;
}

/** Keeps a page that has been read. */
export function keepPage(foja: WorkingFoja, documentId: string, page: ReadPage): Promise<void> {
  return putPage(foja.store, pageKey(foja, documentId, page.number), page);
}

const pageKey = ({ reader }: WorkingFoja, documentId: string, page: number) => ({
  documentId,
  recipe: reader.recipe,
  page,
});

/** The pages of a document, all of them read, with its files open and a folder to write in. */
export interface Gathered extends AsyncDisposable {
  readonly pages: readonly ReadPage[];
  readonly files: readonly DeliveredFile[];
  /** A folder that is gone with this object. */
  readonly scratch: string;
  /** Why there are no pages, where the only file cannot be used. */
  readonly error: Problem | null;
}

/** Brings together what the page jobs kept; `missing` is asked to read a page of which nothing usable is left. */
export async function gather(
  foja: WorkingFoja,
  { record, survey, file }: Received,
  missing: (page: number) => Promise<void>,
): Promise<Gathered> {
  await using held = new AsyncDisposableStack();
  const scratch = await mkdtemp(path.join(tmpdir(), 'foja-'));
  held.defer(() => rm(scratch, { recursive: true, force: true }));

  const pages: ReadPage[] = [];
  const digests = new Set<string>();
  for (let number = 1; number <= countPages(survey); number++) {
    const key = pageKey(foja, record.id, number);
    let page = await getPage<ReadPage>(foja.store, key);
    if (!page) {
      await missing(number);
      page = await getPage<ReadPage>(foja.store, key);
    }
    if (!page) throw new Error(`page ${number} of ${record.id} was not kept`);
    const { sha256 } = record.source[page.source.file]!;
    const face = `${sha256} ${page.source.page}`;
    pages.push(digests.has(face) ? { ...page, flags: [...page.flags, 'repeated'] } : page);
    digests.add(face);
  }
  const files = [];
  for (const index of record.source.keys()) files.push(held.use(await file(index)));
  const release = held.move();
  const error = pages.length === 0 ? (survey[0]?.error ?? null) : null;
  return { pages, files, scratch, error, [Symbol.asyncDispose]: () => release.disposeAsync() };
}

/** Forgets what was kept of a document that is sealed. */
export async function forget(foja: Foja, documentId: string): Promise<void> {
  await clear(foja.store, documentId);
}
