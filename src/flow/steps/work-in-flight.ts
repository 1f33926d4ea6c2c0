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
import type { ReadingWorkspace, Workspace } from '../../workspace.ts';
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
const recent = new WeakMap<ReadingWorkspace, Map<string, Promise<Received>>>();

/** Opens a received document, counting its pages the first time. */
export function openReceived(
  workspace: ReadingWorkspace,
  documentId: string,
  signal: AbortSignal,
): Promise<Received> {
  const known = recentOf(workspace);
  const opening = known.get(documentId) ?? load(workspace, documentId, signal);
  known.delete(documentId);
  known.set(documentId, opening);
  opening.catch(() => known.delete(documentId));
  if (known.size > RECENT) known.delete(known.keys().next().value!);
  return opening;
}

/** The same as it is now: somebody else may have finished the document since its pages were read. */
export async function reopenReceived(
  workspace: ReadingWorkspace,
  documentId: string,
  signal: AbortSignal,
): Promise<Received> {
  const known = await recentOf(workspace).get(documentId);
  if (known && !(await isNewest(workspace.archive, known.head))) recentOf(workspace).delete(documentId);
  return openReceived(workspace, documentId, signal);
}

function recentOf(workspace: ReadingWorkspace): Map<string, Promise<Received>> {
  const known = recent.get(workspace) ?? new Map<string, Promise<Received>>();
  recent.set(workspace, known);
  return known;
}

async function load(workspace: ReadingWorkspace, documentId: string, signal: AbortSignal): Promise<Received> {
  // What was delivered stays where it is, whatever versions follow.
  const head = await readHead(workspace.archive, documentId);
  if (!head)
    throw new NotFoundError('document-not-found', `The archive has no document ${documentId}.`, {
      about: documentId,
    });
  const record = await readRecord(workspace.archive, documentId, head);
  const file = async (index: number) => {
    const { stored, type, path: name } = record.source[index]!;
    const local = await openFile(workspace.archive, documentId, stored, head);
    return { path: local.path, name, type, [Symbol.asyncDispose]: () => local[Symbol.asyncDispose]() };
  };
  // What is sealed needs nothing, and nothing of it may be left in the work area.
  if (record.status !== 'received') return { head, record, survey: [], file };
  const key = { documentId, recipe: 'survey', page: 0 };
  const kept = await getPage<Survey>(workspace.store, key);
  const counted =
    kept ??
    (await survey(record.source, (source) => file(record.source.indexOf(source)), workspace.reader, signal));
  if (!kept) await putPage(workspace.store, key, counted);
  return { head, record, survey: counted, file };
}

/** Whether this page has been read already, the same way as it would be now. */
export async function isKept(workspace: ReadingWorkspace, job: PageJob): Promise<boolean> {
  return (await getPage(workspace.store, pageKey(workspace, job.documentId, job.page))) !== null;
}

/** Keeps a page that has been read. */
export function keepPage(workspace: ReadingWorkspace, documentId: string, page: ReadPage): Promise<void> {
  return putPage(workspace.store, pageKey(workspace, documentId, page.number), page);
}

const pageKey = ({ reader }: ReadingWorkspace, documentId: string, page: number) => ({
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
  workspace: ReadingWorkspace,
  { record, survey, file }: Received,
  missing: (page: number) => Promise<void>,
): Promise<Gathered> {
  await using held = new AsyncDisposableStack();
  const scratch = await mkdtemp(path.join(tmpdir(), 'foja-'));
  held.defer(() => rm(scratch, { recursive: true, force: true }));

  const pages: ReadPage[] = [];
  const digests = new Set<string>();
  for (let number = 1; number <= countPages(survey); number++) {
    const key = pageKey(workspace, record.id, number);
    let page = await getPage<ReadPage>(workspace.store, key);
    if (!page) {
      await missing(number);
      page = await getPage<ReadPage>(workspace.store, key);
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
export async function forget(workspace: Workspace, documentId: string): Promise<void> {
  await clear(workspace.store, documentId);
}
