// START HERE: what happens to a document, in order.
//
//   receive → each page: (open → clean → recognize) → extract → publish → index → seal
//
// `flow/runner.ts` carries it out, for the command line and for workers alike. Each step may run twice and finds its work done;
// sealing comes last because it is what makes a document done (docs/decisions/0001).

import { describe } from './flow/steps/describe.ts';
import { extract } from './flow/steps/extract.ts';
import { failedPage } from './flow/steps/failed-page.ts';
import { indexDocument } from './flow/steps/index-document.ts';
import { locatePage } from './flow/steps/locate-page.ts';
import type { OpenScan } from './flow/steps/open.ts';
import { publish } from './flow/steps/publish.ts';
import { seal } from './flow/steps/seal.ts';
import { readTextLayer } from './flow/steps/text-layer.ts';
import { gather, isKept, keepPage, openReceived, reopenReceived } from './flow/steps/work-in-flight.ts';
import type { Actor } from './model/actor.ts';
import type { DocumentRecord, ReadPage } from './model/document.ts';
import { concernsAll, problemOf } from './model/errors.ts';
import type { DocumentJob, PageJob } from './ports/job-queue.ts';
import type { OcrEngine } from './ports/ocr-engine.ts';
import type { ReadRequest } from './ports/page-reader.ts';
import { readPage } from './recognition/read-page.ts';
import type { ReadingWorkspace } from './workspace.ts';

/** One page of a received document is read and kept in the work area; null where that was done before. */
export async function page(
  workspace: ReadingWorkspace,
  job: PageJob,
  signal: AbortSignal,
): Promise<ReadPage | null> {
  if (await isKept(workspace, job)) return null;
  const received = await openReceived(workspace, job.documentId, signal);
  if (received.record.status !== 'received') return null;
  const { source, error } = locatePage(received.survey, job.page);
  if (error) return keep(workspace, job, failedPage(job.page, source, error));
  await using file = await received.file(source.file);
  return keep(workspace, job, await workspace.reader.read({ file, number: job.page, source }, signal));
}

async function keep(workspace: ReadingWorkspace, job: PageJob, page: ReadPage): Promise<ReadPage> {
  await keepPage(workspace, job.documentId, page);
  return page;
}

/** A page that cannot be read is kept all the same, with the reason; one that was read after all stays as it is. */
export async function giveUp(
  workspace: ReadingWorkspace,
  job: PageJob,
  reason: unknown,
  signal: AbortSignal,
): Promise<void> {
  if (await isKept(workspace, job)) return;
  const received = await openReceived(workspace, job.documentId, signal);
  if (received.record.status !== 'received') return;
  const { source } = locatePage(received.survey, job.page);
  await keepPage(workspace, job.documentId, failedPage(job.page, source, problemOf(reason)));
}

/** The part of a page job that runs in a thread beside its engine: pixels never leave it. */
export async function read(scan: OpenScan, request: ReadRequest, engine: OcrEngine): Promise<ReadPage> {
  const opened = await scan.page(request.source.page);
  if (opened.text) return readTextLayer(opened, request);
  const { number, source } = request;
  const { width, height, dpi, flags } = opened;
  const read = await readPage({ number, source, width, height, dpi }, opened, engine);
  return { ...read, flags: [...flags, ...read.flags] };
}

/**
 * All pages are read: the document becomes a record with an access copy, is found, and is a version of the archive, signed by
 * whoever runs the work (docs/decisions/0007).
 */
export async function document(
  workspace: ReadingWorkspace,
  actor: Actor,
  job: DocumentJob,
  signal: AbortSignal,
): Promise<DocumentRecord> {
  const received = await reopenReceived(workspace, job.documentId, signal);
  if (received.record.status !== 'received') return received.record;
  // A worker that reads otherwise (another version, another model) may have had the pages, or the work area may be gone.
  const missing = async (number: number) => {
    const lost = { documentId: job.documentId, page: number };
    await page(workspace, lost, signal).catch((reason: unknown) => {
      if (signal.aborted || concernsAll(reason)) throw reason;
      return giveUp(workspace, lost, reason, signal);
    });
  };
  await using gathered = await gather(workspace, received, missing);
  const { pages } = gathered;

  const described = describe(received.record, pages, extract(pages), gathered.error);
  const { record, files } = await publish(workspace.reader, described, gathered, signal);
  await indexDocument(workspace, record, pages, signal);
  const sealed = await seal(workspace, actor, received.head, record, files);
  if (sealed !== record) await indexDocument(workspace, sealed, pages, signal);
  return sealed;
}
