// A worker: takes jobs as they come, and decides what becomes of those that fail.
import {
  DelayedError,
  type Job,
  UnrecoverableError,
  WaitingChildrenError,
  WaitingError,
  Worker,
} from 'bullmq';
import { concernsAll, retryRuleOf } from '../../../model/errors.ts';
import type { JobHandlers } from '../../../ports/job-queue.ts';
import { isTriedAgain, waitBefore } from '../attempts.ts';
import { addPages } from './add-pages.ts';
import { waiter } from './address.ts';
import type { Connected } from './connect.ts';
import { asReason, errorOfReason, translated } from './errors.ts';
import { BACKOFF, DOCUMENT, type JobData, KEEP, pageOfId } from './jobs.ts';

/** How long a worker may be silent before its jobs are given to others, and how often that is looked at. */
export interface Patience {
  readonly lockMs: number;
  readonly checkMs: number;
}

// A lock is renewed every half of its time, by a thread that never computes for more than a second or two.
export const PATIENCE: Patience = { lockMs: 30_000, checkMs: 15_000 };

// A job whose worker ended so often while at it is what ends them.
const MOST_LOST_WORKERS = 2;

/** Starts a worker. `stop` is told of what ends it from within: something that every job needs is missing. */
export function startWorker(
  connected: Connected,
  work: {
    readonly handlers: JobHandlers;
    readonly signal: AbortSignal;
    readonly concurrency: number;
    readonly patience: Patience;
    stop(reason: unknown): void;
  },
): Worker<JobData> {
  const { handlers, signal, concurrency, patience } = work;
  const idle = watchIdle(handlers);

  async function perform(job: Job<JobData>, token: string): Promise<void> {
    const attempt = job.attemptsMade + 1;
    const page = job.name === DOCUMENT ? null : pageOfId(job.id!);
    if (page) return handlers.page(page, signal, attempt);
    const documentId = job.id!;
    if (!job.data.open) {
      const pages = job.data.pages ?? (await handlers.count(documentId, signal));
      await addPages(connected, job, pages);
      await job.updateData({ ...job.data, pages, open: true });
    }
    if (job.priority > 0) await job.changePriority({ priority: 0 });
    // A worker may have ended between opening a document and this.
    if (await job.moveToWaitingChildren(token)) throw new WaitingChildrenError();
    for (const [key, reason] of Object.entries(await job.getIgnoredChildrenFailures())) {
      const lost = pageOfId(key.slice(key.lastIndexOf(':') + 1));
      if (lost) await handlers.pageGivenUp(lost, errorOfReason(String(reason)));
    }
    await handlers.document({ documentId, pages: job.data.pages ?? 0 }, signal, attempt);
    idle.somethingDone();
  }

  async function take(job: Job<JobData>, token = ''): Promise<void> {
    idle.begin();
    try {
      await perform(job, token);
    } catch (error) {
      if (error instanceof WaitingChildrenError) throw error;
      const mustStop = retryRuleOf(error) === 'stop-worker';
      if (mustStop) work.stop(error);
      if (mustStop || signal.aborted) {
        await job.moveToWait(token);
        throw new WaitingError();
      }
      // A full disk or a server that is away is not the job's fault: it is put off and keeps its tries.
      if (concernsAll(error)) {
        const putOff = (job.data.putOff ?? 0) + 1;
        await job.updateData({ ...job.data, putOff, reason: asReason(error) });
        await job.moveToDelayed(Date.now() + pause(putOff), token);
        throw new DelayedError();
      }
      throw asFailure(error, job.attemptsMade + 1);
    } finally {
      idle.end();
    }
  }

  const worker = new Worker<JobData>(connected.queue.name, take, {
    ...waiter(connected.address),
    ...KEEP,
    concurrency,
    lockDuration: patience.lockMs,
    stalledInterval: patience.checkMs,
    maxStalledCount: MOST_LOST_WORKERS,
    settings: { backoffStrategy: (_tried, _type, error) => (error as Failure).wait ?? 0 },
  });
  worker.on('closed', idle.stop);
  worker.on('error', (error) => handlers.trouble?.(translated(connected.address, error)));
  return worker;
}

type Failure = Error & { wait?: number };

function asFailure(error: unknown, tried: number): Failure {
  if (!isTriedAgain(error, tried)) return new UnrecoverableError(asReason(error));
  return Object.assign(new Error(asReason(error)), {
    wait: Math.round(waitBefore(error, tried)),
    type: BACKOFF,
  });
}

// From two seconds to five minutes: a server that restarts is found soon, one that is gone is not hammered.
const pause = (times: number) => Math.min(1000 * 2 ** times, 300_000) * (0.5 + Math.random() / 2);

// A worker that goes on has its next job within milliseconds. BullMQ's own word for an empty queue is not always said.
const IDLE_AFTER_MS = 500;

/** Calls `idle` when nothing has been at hand for a moment, if any document was finished since. */
function watchIdle(handlers: JobHandlers) {
  let atHand = 0;
  let hasDone = false;
  let running = false;
  let timer: NodeJS.Timeout | undefined;

  function look(): void {
    clearTimeout(timer);
    if (atHand === 0 && hasDone && !running) timer = setTimeout(() => void rest(), IDLE_AFTER_MS);
  }

  async function rest(): Promise<void> {
    hasDone = false;
    running = true;
    try {
      await handlers.idle?.();
    } catch (error) {
      handlers.trouble?.(error);
    }
    running = false;
    look();
  }

  return {
    begin() {
      atHand++;
      clearTimeout(timer);
    },
    end() {
      atHand--;
      look();
    },
    somethingDone() {
      hasDone = true;
    },
    /** The worker has ended. */
    stop() {
      hasDone = false;
      clearTimeout(timer);
    },
  };
}
