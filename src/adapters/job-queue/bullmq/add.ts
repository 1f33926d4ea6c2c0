// Adding documents, many in one go: what comes while Redis is busy with the last lot makes the next.
import type { DocumentJob } from '../../../ports/job-queue.ts';
import type { Connected } from './connect.ts';
import { forgetEnded } from './forget-ended.ts';
import { documentJob, PRIORITY } from './jobs.ts';

// Lots of 1000 add about 10,000 documents a second, of 200 about 7,500 (`npm run bench -- scale` has the figure).
const LOT = 1000;

interface Waiting {
  readonly job: DocumentJob;
  readonly done: PromiseWithResolvers<void>;
}

/** A function that adds one document; resolves when Redis has it. */
export function adder(connected: Connected): (job: DocumentJob) => Promise<void> {
  const waiting: Waiting[] = [];
  let sending = false;

  async function send(): Promise<void> {
    sending = true;
    // Whoever adds in the same turn comes along.
    await Promise.resolve();
    while (waiting.length > 0) {
      const lot = waiting.splice(0, LOT);
      try {
        await addLot(
          connected,
          lot.map(({ job }) => job),
        );
        for (const { done } of lot) done.resolve();
      } catch (error) {
        for (const { done } of lot) done.reject(error);
      }
    }
    sending = false;
  }

  return (job) => {
    const done = Promise.withResolvers<void>();
    waiting.push({ job, done });
    if (!sending) void send();
    return done.promise;
  };
}

/** Adds documents. One that is under way stays as it is; one that was done or failed is a new job. */
export async function addLot(connected: Connected, jobs: readonly DocumentJob[]): Promise<void> {
  await forgetEnded(
    connected,
    jobs.map(({ documentId }) => documentId),
  );
  const added = await connected.queue.addBulk(jobs.map(documentJob));
  // One that waited already comes forward when a person asks for it.
  for (const [i, { urgent }] of jobs.entries())
    if (urgent) await added[i]!.changePriority({ priority: PRIORITY.urgent });
}
