// The queue in the eyes of an operator. Apart from reading.ts: looking at jobs loads no engine.
import type { Hono } from 'hono';
import { identityOf } from '../archive/identity.ts';
import { UsageError } from '../model/errors.ts';
import type { JobBoard } from '../ports/job-queue.ts';
import type { Workspace } from '../workspace.ts';

/** Whether the queue lives in the process that fills it. */
export const isLocalQueue = (queue: string): boolean => queue === 'local:';

/** UsageError where nobody else sees the queue. */
export function refuseLocal(queue: string): void {
  if (!isLocalQueue(queue)) return;
  throw new UsageError(
    'queue-is-local',
    'The queue is local: and lives in the process that fills it: set FOJA_QUEUE to redis://host:port for one that workers share.',
  );
}

/** Whether a queue's URL says which queue it is; `queueOf` says it for those that do not. */
export const isNamedQueue = (queue: string): boolean =>
  isLocalQueue(queue) || !URL.canParse(queue) || new URL(queue).searchParams.has('queue');

/** The queue's URL with a name of the archive's own where it has none: archives that share a Redis do not mix. */
export async function queueOf({ store }: Workspace, queue: string): Promise<string> {
  if (isNamedQueue(queue)) return queue;
  const url = new URL(queue);
  url.searchParams.set('queue', await identityOf(store));
  return url.href;
}

/** Opens the jobs of the queue in FOJA_QUEUE. UsageError for one that lives in the process that fills it. */
export async function openJobs(queue: string): Promise<JobBoard> {
  refuseLocal(queue);
  const { openBullBoard } = await import('../adapters/job-queue/bullmq/board.ts');
  return openBullBoard(queue);
}

/** The same as pages for a browser, below `path`: to look at, not to change. */
export async function openJobsPage(
  queue: string,
  path: string,
): Promise<{ readonly app: Hono; close(): Promise<void> }> {
  refuseLocal(queue);
  const { openBullPage } = await import('../adapters/job-queue/bullmq/page.ts');
  return openBullPage(queue, path);
}
