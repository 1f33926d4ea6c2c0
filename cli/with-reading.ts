// What ingest and resume share. Apart from session.ts, so that a search does not load what reading needs.
import type { Config } from '../src/config.ts';
import type { Actor } from '../src/model/actor.ts';
import { isLocalQueue, openJobs, queueOf, refuseLocal } from '../src/wiring/job-queues.ts';
import { startReading } from '../src/wiring/reading.ts';
import { M } from '../src/words/es/messages.ts';
import type { IntakeWorkspace } from '../src/workspace.ts';
import { say } from './output.ts';
import { type Progress, showProgress } from './progress.ts';
import { type CommonOptions, type ReadingOptions, withArchive } from './session.ts';

/**
 * Runs `work` on the archive with a queue that takes documents in, read here or by workers elsewhere. Ends what was started, whatever
 * happens. With `wait: false` the queue must be one that others work on.
 */
export const withReading = (
  flags: CommonOptions & ReadingOptions & { readonly wait: boolean },
  signal: AbortSignal,
  work: (workspace: IntakeWorkspace, actor: Actor, progress: Progress, config: Config) => Promise<void>,
  options: { readonly create?: boolean } = {},
): Promise<void> =>
  withArchive(
    flags,
    async (workspace, actor, config) => {
      if (!flags.wait) refuseLocal(config.queue);
      const queue = await queueOf(workspace, config.queue);
      const reads = { ...config, queue, languages: flags.language, jobs: flags.jobs };
      const progress = showProgress();
      const working = await startReading(workspace, actor, reads, progress, signal);
      try {
        if (flags.wait) await sayIfNobodyWorks(queue);
        await work(working, actor, progress, config);
      } finally {
        progress.stop();
        await working.stop();
      }
    },
    options,
  );

/** Waiting for workers that are not there would look like a defect. */
async function sayIfNobodyWorks(queue: string): Promise<void> {
  if (isLocalQueue(queue)) return;
  const jobs = await openJobs(queue);
  const { workers } = await jobs.counts().finally(() => jobs.close());
  if (workers === 0) say(M.noWorkers);
}
