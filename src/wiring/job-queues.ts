// Which queue work waits in. Looking at jobs loads no engine, and who works alone need not wait for the client of a server.
import { identityOf } from '../archive/identity.ts';
import { UsageError } from '../model/errors.ts';
import type { JobBoard, JobQueue } from '../ports/job-queue.ts';
import type { Workspace } from '../workspace.ts';
import { type Row, rowOf } from './table.ts';

/** A page for a browser, to look at, not to change. */
export interface JobsPage {
  answer(request: Request): Response | Promise<Response>;
  close(): Promise<void>;
}

interface Queue extends Row {
  open(url: string, options: { readonly concurrency: number }): Promise<JobQueue>;
  /** What others may see of it; absent where it lives in the process that fills it. */
  readonly shared?: {
    jobs(url: string): Promise<JobBoard>;
    /** `path`: where the page is served. */
    page(url: string, path: string): Promise<JobsPage>;
  };
}

const QUEUES: readonly Queue[] = [
  {
    written: 'local:',
    isMeant: (url) => url === 'local:',
    open: async (_, options) =>
      (await import('../adapters/job-queue/local/local.ts')).openLocalQueue(options),
  },
  {
    written: 'redis://host:6379',
    isMeant: (url) => /^rediss?:\/\//i.test(url),
    open: async (url, options) =>
      (await import('../adapters/job-queue/bullmq/bullmq.ts')).openBullQueue(url, options),
    shared: {
      jobs: async (url) => (await import('../adapters/job-queue/bullmq/board.ts')).openBullBoard(url),
      page: async (url, path) =>
        (await import('../adapters/job-queue/bullmq/page.ts')).openBullPage(url, path),
    },
  },
];

const queueRow = (url: string): Queue =>
  rowOf(QUEUES, url, { code: 'unknown-queue-url', port: 'queue', setting: 'FOJA_QUEUE' });

/** Opens a queue; `concurrency` jobs at a time where this process works on it. */
export const openQueue = (url: string, options: { readonly concurrency: number }): Promise<JobQueue> =>
  queueRow(url).open(url, options);

/** Whether the queue lives in the process that fills it. */
export const isLocalQueue = (url: string): boolean => queueRow(url).shared === undefined;

/** UsageError where nobody else sees the queue. */
export function refuseLocal(url: string): void {
  sharedOf(url);
}

function sharedOf(url: string): NonNullable<Queue['shared']> {
  const { shared } = queueRow(url);
  if (shared) return shared;
  throw new UsageError(
    'queue-is-local',
    `The queue is ${url} and lives in the process that fills it: set FOJA_QUEUE to redis://host:port for one that workers share.`,
    { about: url },
  );
}

/** Whether a queue's URL says which queue it is; `queueOf` says it for those that do not. */
export const isNamedQueue = (url: string): boolean =>
  !URL.canParse(url) || isLocalQueue(url) || new URL(url).searchParams.has('queue');

/** The queue's URL with a name of the archive's own where it has none: archives that share a Redis do not mix. */
export async function queueOf({ store }: Workspace, queue: string): Promise<string> {
  if (isNamedQueue(queue)) return queue;
  const url = new URL(queue);
  url.searchParams.set('queue', await identityOf(store));
  return url.href;
}

/** Opens the jobs of a queue. UsageError for one that lives in the process that fills it. */
export const openJobs = async (url: string): Promise<JobBoard> => sharedOf(url).jobs(url);

/** The same as a page for a browser, served at `path`. */
export const openJobsPage = async (url: string, path: string): Promise<JobsPage> =>
  sharedOf(url).page(url, path);
