import type { BulkJobOptions, Job } from 'bullmq';
import type { Connected } from './connect.ts';
import { forgetEnded } from './forget-ended.ts';
import { COMMON, type JobData, PAGE, PRIORITY } from './jobs.ts';

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
