// Threads that read pages, one engine each.
import { FixedQueue, Piscina } from 'piscina';
import type { ReadPage } from '../src/model/document.ts';
import { EngineError } from '../src/model/errors.ts';
import type { PageReader } from '../src/ports/page-reader.ts';
import { type Answer, unwrap } from './answer.ts';
import { openGate } from './gate.ts';

// OCRmyPDF gives a page three minutes (its --tesseract-timeout); a page that needs more is not text.
const PAGE_TIMEOUT_MS = 180_000;

/** Starts up to `threads` threads, as work comes. Nothing is loaded before the first page. */
export function openPool(options: {
  threads: number;
  ocr: string;
  languages: readonly string[];
  recipe: string;
}): PageReader {
  const pool = new Piscina({
    filename: new URL('./page-thread.ts', import.meta.url).href,
    workerData: { ocr: options.ocr, languages: options.languages },
    minThreads: 1,
    maxThreads: options.threads,
    idleTimeout: Number.POSITIVE_INFINITY,
    taskQueue: new FixedQueue(),
  });

  // A page's time begins when a thread is free for it.
  const enter = openGate(options.threads);

  // An aborted task ends its thread, engine and all; the pool starts another.
  async function run<T>(
    name: 'count' | 'readPage',
    task: object,
    what: string,
    signal?: AbortSignal,
  ): Promise<T> {
    const leave = await enter();
    const timeout = AbortSignal.timeout(PAGE_TIMEOUT_MS);
    let answered: Answer<T>;
    try {
      signal?.throwIfAborted();
      answered = await pool.run(task, {
        name,
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
    } catch (cause) {
      signal?.throwIfAborted();
      const [code, why]: [string, string] = timeout.aborted
        ? ['engine-timeout', `took more than ${PAGE_TIMEOUT_MS / 1000} s`]
        : ['engine-crashed', 'ended the thread that read it'];
      throw new EngineError(code, `${what} ${why}: look at it by eye.`, { cause });
    } finally {
      leave();
    }
    return unwrap(answered);
  }

  return {
    recipe: options.recipe,
    count: (file, signal) => run<number>('count', file, `Opening ${file.name}`, signal),
    read: (request, signal) =>
      run<ReadPage>('readPage', request, `Page ${request.number} of ${request.file.name}`, signal),
    close: () => pool.destroy(),
  };
}
