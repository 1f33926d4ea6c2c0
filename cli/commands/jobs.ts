import { type Command, InvalidArgumentError, Option } from 'commander';
import { readConfig } from '../../src/config.ts';
import { JOB_STATES, type JobBoard, type JobState, type JobView } from '../../src/ports/job-queue.ts';
import { isNamedQueue, openJobs, queueOf } from '../../src/services/jobs.ts';
import { explain } from '../../src/words/es/explain.ts';
import { JOB_STATE } from '../../src/words/es/labels.ts';
import { M } from '../../src/words/es/messages.ts';
import { print, printJson } from '../output.ts';
import { type CommonOptions, command, whole, withArchive } from '../session.ts';

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
  return command('jobs', 'muestra la cola: lo que espera, lo que se lee y lo que falló')
    .addOption(new Option('--state <estado>', 'solo los de este estado').choices(JOB_STATES))
    .option('--limit <n>', 'cuántos de cada estado', whole, 20)
    .action((flags: JobsFlags) => withJobs(flags, (board) => show(board, flags)))
    .addCommand(
      command('retry', 'da otro turno a los documentos fallidos: a los nombrados o a todos')
        .argument('[id...]', 'identificadores de documento')
        .action((ids: string[], _: CommonOptions, own: Command) => {
          const flags = own.optsWithGlobals<CommonOptions>();
          return withJobs(flags, async (board) => {
            const retried = await board.retry(ids.length > 0 ? ids : undefined);
            if (flags.json) printJson({ retried });
            else print(M.retried(retried));
          });
        }),
    )
    .addCommand(
      command('limit', 'pone un tope a todos los trabajadores juntos')
        .option('--at-once <n>', 'trabajos a la vez; none quita el tope', limit)
        .option('--per-minute <n>', 'trabajos por minuto; none quita el tope', limit)
        .action((_: LimitFlags, own: Command) => {
          const flags = own.optsWithGlobals<LimitFlags>();
          return withJobs(flags, async (board) => {
            const { atOnce, perMinute } = flags;
            await board.setLimits({
              ...(atOnce !== undefined && { atOnce }),
              ...(perMinute !== undefined && { perMinute }),
            });
            const limits = await board.limits();
            if (flags.json) printJson(limits);
            else print(M.limits(limits));
          });
        }),
    );
}

async function withJobs(flags: CommonOptions, work: (board: JobBoard) => Promise<void>): Promise<void> {
  const { queue } = readConfig(flags);
  // A queue that is named can be looked at from where its archive is not.
  const named = isNamedQueue(queue)
    ? queue
    : await withArchive(flags, (workspace) => queueOf(workspace, queue));
  const board = await openJobs(named);
  try {
    await work(board);
  } finally {
    await board.close();
  }
}

async function show(board: JobBoard, flags: JobsFlags): Promise<void> {
  const counts = await board.counts();
  if (flags.json) printJson({ event: 'counts', ...counts });
  else print(M.queue(counts));
  for (const state of flags.state ? [flags.state] : JOB_STATES)
    for (const job of flags.limit > 0 ? await board.list(state, flags.limit) : [])
      if (flags.json) printJson({ event: 'job', ...job });
      else print(line(job));
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
  if (!Number.isInteger(n) || n < 1)
    throw new InvalidArgumentError('escriba un número entero desde 1, o none');
  return n;
}
