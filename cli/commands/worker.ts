import { type Command, Option } from 'commander';
import type { Logger } from 'pino';
import type { Config } from '../../src/config.ts';
import type { Actor } from '../../src/model/actor.ts';
import { exitCodeOf, UnavailableError } from '../../src/model/errors.ts';
import type { JobBoard } from '../../src/ports/job-queue.ts';
import { openJobs, openJobsPage, queueOf, refuseLocal } from '../../src/services/jobs.ts';
import { startWorker, type WorkerAtWork } from '../../src/wiring/reading.ts';
import type { Workspace } from '../../src/workspace.ts';
import { serveHealth } from '../../workers/health.ts';
import { logTurn, openLog, troubleLog } from '../../workers/log.ts';
import { type Metrics, openMetrics } from '../../workers/metrics.ts';
import {
  type CommonOptions,
  command,
  portNumber,
  positive,
  type ReadingOptions,
  readingOptions,
  withArchive,
} from '../session.ts';

interface WorkerFlags extends CommonOptions, ReadingOptions {
  readonly concurrency?: number;
  readonly port: number;
  readonly host: string;
  readonly board?: boolean;
}

/** `foja worker`: works on the queue until it is told to stop. */
export function workerCommand(): Command {
  return readingOptions(command('worker', 'lee las páginas que otros ponen en la cola'))
    .option('--concurrency <n>', 'páginas a la vez (lo mismo que --jobs)', positive)
    .addOption(
      new Option('--port <n>', 'puerto de /healthz, /readyz y /metrics; 0 es cualquiera libre')
        .argParser(portNumber)
        .default(8081),
    )
    .option('--host <dirección>', 'dónde escucha; 0.0.0.0 es en toda la red', '127.0.0.1')
    .option('--board', 'muestra la cola en /jobs del mismo puerto (sin contraseña: no la abra a la red)')
    .action((flags: WorkerFlags) =>
      withArchive(
        flags,
        (workspace, actor, config) => run(workspace, actor, config, flags),
        BEFORE_ANY_DOCUMENT,
      ),
    );
}

// Workers are started with their servers, before anybody has taken in a document.
const BEFORE_ANY_DOCUMENT = { create: true };

async function run(workspace: Workspace, actor: Actor, config: Config, flags: WorkerFlags): Promise<void> {
  refuseLocal(config.queue);
  const queue = await queueOf(workspace, config.queue);
  const log = openLog();
  await using held = new AsyncDisposableStack();
  const board = held.adopt(await openJobs(queue), (it) => it.close());
  const metrics = openMetrics(board);
  const server = held.adopt(await listen(workspace, board, metrics, queue, flags, held), (it) => it.close());

  const abort = new AbortController();
  const jobs = flags.concurrency ?? flags.jobs;
  const worker = await startWorker(
    workspace,
    actor,
    { ...config, queue, languages: flags.language, jobs },
    {
      pageDone() {},
      turn(turn) {
        metrics.turn(turn);
        logTurn(log, turn);
      },
      trouble: troubleLog(log),
    },
    abort.signal,
  );
  held.defer(stopOnSignal(worker, abort, log));
  const { archive } = config;
  log.info({ archive, jobs, port: server.port, reads: worker.workspace.reader.recipe }, 'ready');
  await worker.done;
  log.info('stopped');
}

// A page takes seconds. What is not done by then is given back, before whoever stops a container (after 30 s) kills it.
const GRACE_MS = 20_000;
// A queue that does not answer cannot be told anything: it gives what was at hand to others by itself.
const LEAVE_MS = 5_000;
const NO_QUEUE = new UnavailableError('queue-unavailable', 'stopped without the queue');

/** The first signal lets what is at hand end; the second, or time, gives it back to the queue; more time leaves it. */
function stopOnSignal(worker: WorkerAtWork, abort: AbortController, log: Logger): () => void {
  let timer: NodeJS.Timeout | undefined;
  const giveBack = () => {
    clearTimeout(timer);
    abort.abort();
    timer = setTimeout(() => {
      log.error({ code: NO_QUEUE.code }, NO_QUEUE.message);
      process.exit(exitCodeOf(NO_QUEUE));
    }, LEAVE_MS);
  };
  const stop = (signal: NodeJS.Signals) => {
    log.info({ signal, graceMs: timer ? 0 : GRACE_MS }, 'stopping');
    if (timer) return giveBack();
    timer = setTimeout(giveBack, GRACE_MS);
    worker.finish().catch(() => {});
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return () => {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    clearTimeout(timer);
  };
}

async function listen(
  workspace: Workspace,
  board: JobBoard,
  metrics: Metrics,
  queue: string,
  flags: WorkerFlags,
  held: AsyncDisposableStack,
) {
  const page = flags.board ? held.adopt(await openJobsPage(queue, '/jobs'), (it) => it.close()) : null;
  const checks = {
    queue: () => board.counts(),
    archive: () => workspace.store.head('batches/none.json'),
    index: () => workspace.index.counts('all'),
  };
  return serveHealth(flags, { metrics, checks, pages: page ? { '/jobs': page.app } : {} });
}
