// How documents and pages are jobs of BullMQ: a document is the parent of its pages, which are added when its turn comes. A document
// that waits is one job whatever its length, and a page needs its place in Redis only while its document is under way.
import type { DocumentJob, PageJob } from '../../../ports/job-queue.ts';
import { MOST_ATTEMPTS } from '../attempts.ts';

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

// The waits are decided where the error is known (work.ts).
export const BACKOFF = 'by-error';
export const COMMON = { attempts: MOST_ATTEMPTS, backoff: { type: BACKOFF } };

/** A document as a job. Its id is the document's: twice is once. */
export function documentJob({ documentId, pages, urgent }: DocumentJob) {
  const data: JobData = pages === undefined ? {} : { pages };
  const priority = urgent ? PRIORITY.urgent : PRIORITY.document;
  return { name: DOCUMENT, data, opts: { ...COMMON, jobId: documentId, priority } };
}

/** Which page a job's id means; null for the document's own. */
export function pageOfId(id: string): PageJob | null {
  const at = id.lastIndexOf('-');
  const page = Number(id.slice(at + 1));
  return at > 0 && Number.isInteger(page) && page > 0 ? { documentId: id.slice(0, at), page } : null;
}
