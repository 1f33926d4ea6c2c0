// The queue in the eyes of an operator.
import type { Actor } from '../model/actor.ts';
import { JOB_STATES, type JobBoard, type JobState, type JobView } from '../ports/job-queue.ts';

/** How many jobs there are, and the first of each state. */
export async function listJobs(
  board: JobBoard,
  _actor: Actor,
  { state, limit }: { readonly state?: JobState; readonly limit: number },
  signal: AbortSignal,
): Promise<{ counts: Awaited<ReturnType<JobBoard['counts']>>; jobs: readonly JobView[] }> {
  const counts = await board.counts();
  const jobs: JobView[] = [];
  for (const asked of state ? [state] : JOB_STATES) {
    signal.throwIfAborted();
    if (limit > 0) jobs.push(...(await board.list(asked, limit)));
  }
  return { counts, jobs };
}

/** Gives failed documents another turn: those named, or all. Returns how many. */
export const retryJobs = (
  board: JobBoard,
  _actor: Actor,
  { ids }: { readonly ids: readonly string[] },
  signal: AbortSignal,
): Promise<number> => {
  signal.throwIfAborted();
  return board.retry(ids.length > 0 ? ids : undefined);
};

/** Caps all workers together; null takes a cap away, what is absent stays. Returns what holds from now on. */
export async function limitJobs(
  board: JobBoard,
  _actor: Actor,
  { atOnce, perMinute }: { readonly atOnce?: number | null; readonly perMinute?: number | null },
  signal: AbortSignal,
) {
  signal.throwIfAborted();
  await board.setLimits({
    ...(atOnce !== undefined && { atOnce }),
    ...(perMinute !== undefined && { perMinute }),
  });
  return board.limits();
}
