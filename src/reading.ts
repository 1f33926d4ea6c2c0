// An archive that also reads pages: threads and a queue. Apart from open.ts, so that a search does not load what reading needs.
import packageJson from '../package.json' with { type: 'json' };
import { openPool } from '../workers/pool.ts';
import { openLocalQueue } from './adapters/job-queue/local.ts';
import { chooseEngine } from './adapters/ocr-engine/choose.ts';
import { UsageError } from './errors.ts';
import type { Foja, WorkingFoja } from './foja.ts';
import { startWork, type Watcher } from './runner.ts';

/** An archive with its readers running. `stop` ends them; what is not done stays pending in the archive. */
export interface RunningFoja extends WorkingFoja {
  stop(): Promise<void>;
}

/**
 * Starts threads and queue; work begins as documents are added. DependencyError before that when the engine or the model of
 * a language is missing.
 */
export async function startReading(
  foja: Foja,
  options: { queue: string; ocr: string; languages: readonly string[]; jobs: number },
  watcher: Watcher,
  signal: AbortSignal,
): Promise<RunningFoja> {
  if (options.queue !== 'local:') {
    throw new UsageError(
      'unknown-queue-url',
      `No adapter for the queue ${options.queue}: FOJA_QUEUE takes local:.`,
    );
  }
  const { ocr, languages } = options;
  const engine = await chooseEngine(ocr, languages).name();
  const working: WorkingFoja = {
    ...foja,
    queue: openLocalQueue({ concurrency: options.jobs }),
    reader: openPool({
      threads: options.jobs,
      ocr,
      languages,
      recipe: `foja ${packageJson.version} ${engine}`,
    }),
  };
  const work = startWork(working, watcher, signal);
  // Its failure reaches whoever adds to or waits for the queue.
  work.catch(() => {});
  return {
    ...working,
    async stop() {
      await working.reader.close();
      await working.queue.close();
    },
  };
}
