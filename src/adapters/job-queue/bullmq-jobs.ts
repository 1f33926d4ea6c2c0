// How documents and pages are jobs of BullMQ: a document is the parent of its pages, which are added when its turn comes. A document
// that waits is one job whatever its length, and a page needs its place in Redis only while its document is under way.
import type { BulkJobOptions, Job } from 'bullmq';
import type { DocumentJob, PageJob } from '../../ports/job-queue.ts';
import { MOST_ATTEMPTS } from './attempts.ts';
import type { Connected } from './bullmq.ts';
import { forgetEnded } from './bullmq-add.ts';

export const DOCUMENT = 'document';
export const PAGE = 'page';

/** What a job carries besides its id. Counts, never contents. */
export interface JobData {
  /** Of a document: how many pages it has, once counted. */
  readonly pages?: number;
  /** Of a document: its pages have been added. */
  readonly open?: true;
  /** How often it was put off for something that is not its fault, and the last reason. */
  readonly putOff?: number;
  readonly reason?: string;
}

/** The lower goes first. A document whose pages are done is finished before anything else: it has none. */
export const PRIORITY = { urgent: 1, page: 2, document: 3 };

/** Of what is done a little is kept, for an operator's eyes; of what failed enough to find out why. */
export const KEEP = {
  removeOnComplete: { age: 3600, count: 1000 },
  removeOnFail: { age: 30 * 24 * 3600, count: 10_000 },
};

// The waits are decided where the error is known (bullmq-work.ts).
export const BACKOFF = 'by-error';
const COMMON = { attempts: MOST_ATTEMPTS, backoff: { type: BACKOFF } };

/** A document as a job. Its id is the document's: twice is once. */
export function documentJob({ documentId, pages, urgent }: DocumentJob) {
  const data: JobData = pages === undefined ? {} : { pages };
  const priority = urgent ? PRIORITY.urgent : PRIORITY.document;
  return { name: DOCUMENT, data, opts: { ...COMMON, jobId: documentId, priority } };
}

// One command to Redis; BullMQ sends as many at once.
const PAGES_AT_ONCE = 1000;

/** Adds the pages of a document that a worker has at hand; those that are there already stay as they are. */
export async function addPages(connected: Connected, parent: Job<JobData>, pages: number): Promise<void> {
  const { queue } = connected;
  const opts: BulkJobOptions = {
    ...COMMON,
    // Once its document waits for it, nobody asks for a finished page.
    removeOnComplete: true,
    ignoreDependencyOnFailure: true,
    priority: parent.priority === PRIORITY.urgent ? PRIORITY.urgent : PRIORITY.page,
    parent: { id: parent.id!, queue: queue.qualifiedName },
  };
  for (let from = 1; from <= pages; from += PAGES_AT_ONCE) {
    const count = Math.min(PAGES_AT_ONCE, pages - from + 1);
    const ids = Array.from({ length: count }, (_, i) => `${parent.id}-${from + i}`);
    await forgetEnded(connected, ids);
    await queue.addBulk(ids.map((jobId) => ({ name: PAGE, data: {}, opts: { ...opts, jobId } })));
  }
}

/** Which page a job's id means; null for the document's own. */
export function pageOfId(id: string): PageJob | null {
  const at = id.lastIndexOf('-');
  const page = Number(id.slice(at + 1));
  return at > 0 && Number.isInteger(page) && page > 0 ? { documentId: id.slice(0, at), page } : null;
}
