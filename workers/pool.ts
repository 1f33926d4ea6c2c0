// Threads that read pages, one engine each.
import { FixedQueue, Piscina } from 'piscina';
import { EngineError } from '../src/errors.ts';
import type { PageReader } from '../src/ports/page-reader.ts';
import { type Answer, unwrap } from './answer.ts';
import type * as thread from './page-thread.ts';

// OCRmyPDF gives a page three minutes (its --tesseract-timeout); a page that needs more is not text.
const PAGE_TIMEOUT_MS = 180_000;

/** Starts up to `threads` threads, as work comes. Nothing is loaded before the first page. */
export function openPool(options: {
  threads: number;
  languages: readonly string[];
  recipe: string;
}): PageReader {
  const pool = new Piscina({
    filename: new URL('./page-thread.ts', import.meta.url).href,
    workerData: { languages: options.languages },
    minThreads: 1,
    maxThreads: options.threads,
    idleTimeout: Number.POSITIVE_INFINITY,
    taskQueue: new FixedQueue(),
  });

  // An aborted task ends its thread, engine and all; the pool starts another.
  async function run<T>(
    name: 'count' | 'readPage',
    task: object,
    what: string,
    signal?: AbortSignal,
  ): Promise<T> {
    const timeout = AbortSignal.timeout(PAGE_TIMEOUT_MS);
    try {
      return unwrap(
        (await pool.run(task, {
          name,
          signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
        })) as Answer<T>,
      );
    } catch (cause) {
      signal?.throwIfAborted();
      if (timeout.aborted) {
        throw new EngineError(
          'engine-timeout',
          `${what} took more than ${PAGE_TIMEOUT_MS / 1000} s: look at it by eye.`,
          { cause },
        );
      }
      throw cause;
    }
  }

  return {
    recipe: options.recipe,
    count: (file, signal) =>
      run<Awaited<ReturnType<typeof thread.count>> extends Answer<infer T> ? T : never>(
        'count',
        file,
        `Opening ${file.path}`,
        signal,
      ),
    read: (request, signal) =>
      run('readPage', request, `Page ${request.number} of ${request.file.path}`, signal),
    close: () => pool.destroy(),
  };
}
