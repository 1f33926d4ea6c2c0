// Threads that open what was delivered, and read it with an engine each.
import { MessageChannel } from 'node:worker_threads';
import { FixedQueue, Piscina } from 'piscina';
import type { ReadPage } from '../src/model/document.ts';
import { EngineError, UnavailableError } from '../src/model/errors.ts';
import type { PageReader } from '../src/ports/page-reader.ts';
import { type Answer, unwrap } from './answer.ts';
import { openGate } from './gate.ts';
import type { Step } from './page-thread.ts';
import { startLimit } from './time-limit.ts';

/** A piece of work for a thread. */
interface Task {
  readonly name: 'count' | 'readPage' | 'writeCopy';
  readonly input: object;
  /** For messages: what takes too long, and of which file or document. */
  readonly what: string;
  readonly of: string;
}

/** Starts up to `threads` threads, as work comes. Nothing is loaded before the first page, which like every other has `pageSeconds`. */
export function openPool(options: {
  threads: number;
  ocr: string;
  languages: readonly string[];
  recipe: string;
  pageSeconds: number;
}): PageReader {
  const pool = new Piscina({
    filename: new URL('./page-thread.ts', import.meta.url).href,
    workerData: { ocr: options.ocr, languages: options.languages },
    minThreads: 1,
    maxThreads: options.threads,
    idleTimeout: Number.POSITIVE_INFINITY,
    taskQueue: new FixedQueue(),
  });

  let isClosed = false;

  // A page's time begins when a thread is free for it, and has its engine.
  const enter = openGate(options.threads);

  // `reached` hears the page that a copy is at.
  async function run<T>(task: Task, signal?: AbortSignal, reached?: (page: number) => void): Promise<T> {
    const leave = await enter();
    const { port1: heard, port2: tell } = new MessageChannel();
    const limit = startLimit(options.pageSeconds, { tell: heard, ...(signal && { signal }) });
    let step: Step | 'starting' = 'starting';
    heard.on('message', (it: Step) => {
      step = it;
      if (it !== 'reading') limit.beginAnew();
      if (typeof it === 'number') reached?.(it);
    });
    let answered: Answer<T>;
    try {
      signal?.throwIfAborted();
      // An aborted task ends its thread, engine and all; the pool starts another.
      answered = await pool.run(
        { ...task.input, tell },
        { name: task.name, signal: limit.end, transferList: [tell] },
      );
    } catch (cause) {
      signal?.throwIfAborted();
      // It is no fault of the page: it stays to be read.
      if (isClosed) throw stopped(cause);
      throw limit.isPast() ? tooLate(task, step, cause) : crashed(task, cause);
    } finally {
      limit.stop();
      heard.close();
      leave();
    }
    if ('failed' in answered) {
      signal?.throwIfAborted();
      if (limit.isPast()) throw tooLate(task, step, answered.failed);
    }
    return unwrap(answered);
  }

  function tooLate({ what, of }: Task, step: Step | 'starting', cause: unknown): EngineError {
    const [code, why] =
      step === 'reading' || step === 'starting'
        ? (['engine-timeout', 'was not read within'] as const)
        : (['open-timeout', 'did not open within'] as const);
    return new EngineError(
      code,
      `${what} of ${of} ${why} ${options.pageSeconds} s: look at it by eye, or allow more with --page-timeout.`,
      { about: `${of}, ${options.pageSeconds} s`, cause },
    );
  }

  return {
    recipe: options.recipe,
    count: (file, signal) =>
      run<number>({ name: 'count', input: { file }, what: 'The list of pages', of: file.name }, signal),
    read(request, signal) {
      const [what, of] = [`Page ${request.number}`, request.file.name];
      return run<ReadPage>({ name: 'readPage', input: request, what, of }, signal);
    },
    copy(request, reached, signal) {
      const [what, of] = ['A page of the access copy', request.meta.title];
      return run<void>({ name: 'writeCopy', input: request, what, of }, signal, reached);
    },
    close() {
      isClosed = true;
      return pool.destroy();
    },
  };
}

const stopped = (cause: unknown): UnavailableError =>
  new UnavailableError('reader-closed', 'The threads that read were stopped: run the command again.', {
    cause,
  });

const crashed = ({ what, of }: Task, cause: unknown): EngineError =>
  new EngineError('engine-crashed', `${what} of ${of} ended the thread that opened it: look at it by eye.`, {
    about: of,
    cause,
  });
