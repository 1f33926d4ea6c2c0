// The jobs of a queue on Redis, for its operators.
import type { Job } from 'bullmq';
import type { Problem } from '../../../model/document.ts';
import type { JobBoard, JobState, JobView } from '../../../ports/job-queue.ts';
import { addLot } from './add.ts';
import { type Connected, connect } from './connect.ts';
import { asked, readReason } from './errors.ts';
import { type JobData, pageOfId } from './jobs.ts';

const TYPES = {
  waiting: ['wait', 'prioritized'],
  active: ['active'],
  retrying: ['delayed'],
  failed: ['failed'],
} as const satisfies Record<JobState, readonly string[]>;

// Read in one go; what failed is kept up to a limit (jobs.ts).
const AT_ONCE = 1000;

/** Opens the jobs behind a URL. */
export async function openBullBoard(url: string): Promise<JobBoard> {
  const connected = await connect(url);
  const { queue, address } = connected;
  return {
    counts: () => asked(address, () => counts(connected)),

    list: (state, limit) =>
      asked(address, async () => {
        const jobs: Job<JobData>[] = await queue.getJobs([...TYPES[state]], 0, limit - 1, state !== 'failed');
        // One that ends while it is looked up is gone.
        return jobs.filter((job) => job?.id).map((job) => viewOf(job, state));
      }),

    retry: (documentIds) =>
      asked(address, async () => {
        const wanted = documentIds && new Set(documentIds);
        const failed = (await failedDocuments(connected)).filter((id) => !wanted || wanted.has(id));
        for (let from = 0; from < failed.length; from += AT_ONCE)
          await addLot(
            connected,
            failed.slice(from, from + AT_ONCE).map((documentId) => ({ documentId })),
          );
        return failed.length;
      }),

    limits: () =>
      asked(address, async () => {
        const rate = await queue.getGlobalRateLimit();
        return {
          atOnce: await queue.getGlobalConcurrency(),
          perMinute: rate && Math.round((rate.max * MINUTE_MS) / rate.duration),
        };
      }),

    setLimits: ({ atOnce, perMinute }) =>
      asked(address, async () => {
        if (atOnce === null) await queue.removeGlobalConcurrency();
        else if (atOnce !== undefined) await queue.setGlobalConcurrency(atOnce);
        if (perMinute === null) await queue.removeGlobalRateLimit();
        else if (perMinute !== undefined) await queue.setGlobalRateLimit(perMinute, MINUTE_MS);
      }),

    close: () => connected.close(),
  };
}

const MINUTE_MS = 60_000;

async function counts({ queue }: Connected) {
  const { wait = 0, prioritized = 0, ...found } = await queue.getJobCounts();
  const of = (type: string) => found[type] ?? 0;
  return {
    waiting: (found['waiting'] ?? wait) + prioritized,
    active: of('active'),
    retrying: of('delayed'),
    failed: of('failed'),
    open: of('waiting-children'),
    workers: await queue.getWorkersCount(),
  };
}

async function failedDocuments({ redis, key }: Connected): Promise<string[]> {
  const ids = await redis.zrange(key('failed'), '0', '-1');
  return ids.filter((id) => pageOfId(id) === null);
}

function viewOf(job: Job<JobData>, state: JobState): JobView {
  const page = pageOfId(job.id!);
  const reason = job.data.reason ?? job.failedReason;
  return {
    state,
    documentId: page?.documentId ?? job.id!,
    page: page?.page ?? null,
    attempts: job.attemptsMade + (job.data.putOff ?? 0) + (state === 'active' ? 1 : 0),
    since: new Date(job.finishedOn ?? job.processedOn ?? job.timestamp).toISOString(),
    reason: reason ? problemIn(reason) : null,
  };
}

function problemIn(reason: string): Problem {
  const { kind: _, ...problem } = readReason(reason);
  return problem;
}
