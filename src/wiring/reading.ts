// An archive that also takes documents in, or reads pages: threads and a queue. Apart from open.ts, so that a search does not load
// what reading needs.
import packageJson from '../../package.json' with { type: 'json' };
import { openPool } from '../../workers/pool.ts';
import { startWork, type Watcher } from '../flow/runner.ts';
import type { Actor } from '../model/actor.ts';
import type { PageReader } from '../ports/page-reader.ts';
import type { IntakeWorkspace, ReadingWorkspace, Workspace } from '../workspace.ts';
import { isLocalQueue, openQueue, refuseLocal } from './job-queues.ts';
import { chooseEngine } from './ocr-engines.ts';

export interface ReadingOptions {
  /** As in FOJA_QUEUE. */
  readonly queue: string;
  readonly ocr: string;
  readonly languages: readonly string[];
  /** Pages at a time. */
  readonly jobs: number;
  /** How long one page may take. */
  readonly pageSeconds: number;
}

/** An archive that takes documents in. `stop` ends what was started; what is not done stays pending in the archive. */
export interface RunningWorkspace extends IntakeWorkspace {
  stop(): Promise<void>;
}

/**
 * Opens the queue, and works on it in this process where it is local; documents in any other are read by `foja worker`s.
 * DependencyError before any work when the engine or the model of a language is missing.
 */
export async function startReading(
  workspace: Workspace,
  actor: Actor,
  options: ReadingOptions,
  watcher: Watcher,
  signal: AbortSignal,
): Promise<RunningWorkspace> {
  if (!isLocalQueue(options.queue)) {
    const queue = await openQueue(options.queue, { concurrency: options.jobs });
    return { ...workspace, queue, stop: () => queue.close() };
  }
  const reader = await openReader(options);
  const working: ReadingWorkspace = {
    ...workspace,
    queue: await openQueue(options.queue, { concurrency: options.jobs }),
    reader,
  };
  const work = startWork(working, actor, watcher, signal);
  // Its failure reaches whoever adds to or waits for the queue.
  work.catch(() => {});
  return {
    ...working,
    async stop() {
      // First the queue, which lets the page at hand end: one that loses its reader would be marked as one that nobody can read.
      await working.queue.close();
      await reader.close();
    },
  };
}

/** A worker at its queue. */
export interface WorkerAtWork {
  readonly workspace: ReadingWorkspace;
  /** Resolves when the work was stopped; rejects when it must stop (a missing model). */
  readonly done: Promise<void>;
  /** Takes nothing more, finishes what is at hand. */
  finish(): Promise<void>;
}

/** Works on a queue that others fill. UsageError `queue-is-local` for one that nobody else sees. */
export async function startWorker(
  workspace: Workspace,
  actor: Actor,
  options: ReadingOptions,
  watcher: Watcher,
  signal: AbortSignal,
): Promise<WorkerAtWork> {
  refuseLocal(options.queue);
  const reader = await openReader(options);
  // One more than there are threads: while a document is finished, or a file is fetched, every thread has a page.
  const queue = await openQueue(options.queue, { concurrency: options.jobs + 1 });
  const working: ReadingWorkspace = { ...workspace, queue, reader };
  const done = startWork(working, actor, watcher, signal);
  return {
    workspace: working,
    done: done.finally(async () => {
      await queue.close();
      await reader.close();
    }),
    finish: () => queue.close(),
  };
}

async function openReader({ ocr, languages, jobs, pageSeconds }: ReadingOptions): Promise<PageReader> {
  const engine = await chooseEngine(ocr, languages).name();
  const recipe = `foja ${packageJson.version} ${engine}`;
  return openPool({ threads: jobs, ocr, languages, recipe, pageSeconds });
}
