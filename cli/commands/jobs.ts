import { type Command, InvalidArgumentError, Option } from 'commander';
import { readConfig } from '../../src/config.ts';
import type { Actor } from '../../src/model/actor.ts';
import { JOB_STATES, type JobBoard, type JobState, type JobView } from '../../src/ports/job-queue.ts';
import { limitJobs, listJobs, retryJobs } from '../../src/services/jobs.ts';
import { isNamedQueue, openJobs, queueOf } from '../../src/wiring/job-queues.ts';
import { COMMANDS } from '../../src/words/es/commands.ts';
import { explain } from '../../src/words/es/explain.ts';
import { JOB_STATE } from '../../src/words/es/labels.ts';
import { M } from '../../src/words/es/messages.ts';
import { print, printJson } from '../output.ts';
import { type CommonOptions, command, interruptible, whole, withArchive } from '../session.ts';

const W = COMMANDS.jobs;

interface JobsFlags extends CommonOptions {
  readonly state?: JobState;
  readonly limit: number;
}

interface LimitFlags extends CommonOptions {
  readonly atOnce?: number | null;
  readonly perMinute?: number | null;
}

/** `foja jobs`: what waits in the queue, what is under way, what failed and why. */
export function jobsCommand(): Command {
  return command('jobs', W.about)
    .addOption(new Option(...W.state).choices(JOB_STATES))
    .option(...W.limit, whole, 20)
    .action((flags: JobsFlags) =>
      withJobs(flags, async (board, actor, signal) => {
        const { counts, jobs } = await listJobs(board, actor, flags, signal);
        if (flags.json) printJson({ event: 'counts', ...counts });
        else print(M.queue(counts));
        for (const job of jobs)
          if (flags.json) printJson({ event: 'job', ...job });
          else print(line(job));
      }),
    )
    .addCommand(
      command('retry', W.retryAbout)
        .argument(...W.id)
        .action((ids: string[], _: CommonOptions, own: Command) => {
          const flags = own.optsWithGlobals<CommonOptions>();
          return withJobs(flags, async (board, actor, signal) => {
            const retried = await retryJobs(board, actor, { ids }, signal);
            if (flags.json) printJson({ retried });
            else print(M.retried(retried));
          });
        }),
    )
    .addCommand(
      command('limit', W.limitAbout)
        .option(...W.atOnce, limit)
        .option(...W.perMinute, limit)
        .action((_: LimitFlags, own: Command) => {
          const flags = own.optsWithGlobals<LimitFlags>();
          return withJobs(flags, async (board, actor, signal) => {
            const limits = await limitJobs(board, actor, flags, signal);
            if (flags.json) printJson(limits);
            else print(M.limits(limits));
          });
        }),
    );
}

async function withJobs(
  flags: CommonOptions,
  work: (board: JobBoard, actor: Actor, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const { queue, user } = readConfig(flags);
  // A queue that is named can be looked at from where its archive is not.
  const named = isNamedQueue(queue)
    ? queue
    : await withArchive(flags, (workspace) => queueOf(workspace, queue));
  const board = await openJobs(named);
  try {
    await interruptible((signal) => work(board, { name: user }, signal));
  } finally {
    await board.close();
  }
}

function line({ state, documentId, page, attempts, since, reason }: JobView): string {
  const facts = [
    JOB_STATE[state].padEnd(10),
    documentId,
    (page === null ? M.wholeDocument : M.page(page)).padEnd(9),
    since,
    attempts > 0 ? M.attempts(attempts) : '',
  ].filter(Boolean);
  return facts.join('  ') + (reason ? `\n            ${explain(reason)}` : '');
}

function limit(value: string): number | null {
  if (value === 'none') return null;
  const n = Number(value);
  if (!Number.isInteger(n) || n < 1) throw new InvalidArgumentError(W.notALimit);
  return n;
}
