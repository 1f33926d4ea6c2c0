// What every queue promises; run by each adapter.
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { DependencyError, EngineError, InputError } from '../../src/model/errors.ts';
import type { JobHandlers, JobQueue, PageJob } from '../../src/ports/job-queue.ts';

/** Pages of every document whose pages nobody has counted. */
const COUNTED = 3;

interface Log {
  readonly pages: string[];
  readonly givenUp: string[];
  readonly documents: string[];
}

/** Handlers that write down what they were asked, with `page` as the work of a page. */
function recorder(page: (job: PageJob) => Promise<void> | void = () => {}): {
  log: Log;
  handlers: JobHandlers;
} {
  const log: Log = { pages: [], givenUp: [], documents: [] };
  return {
    log,
    handlers: {
      async count() {
        return COUNTED;
      },
      async page(job) {
        log.pages.push(`${job.documentId}/${job.page}`);
        await page(job);
      },
      async pageGivenUp(job, error) {
        log.givenUp.push(`${job.documentId}/${job.page} ${(error as Error).message}`);
      },
      async document(job) {
        log.documents.push(job.documentId);
      },
    },
  };
}

const PRODUCER = 'lets no producer run away';

/** `open` gives an empty queue. What an adapter does not do is named with its reason. */
export function jobQueueContract(
  name: string,
  open: () => Promise<JobQueue>,
  { without = {} }: { readonly without?: { readonly [PRODUCER]?: string } } = {},
): void {
  describe(`job queue: ${name}`, () => {
    async function withQueue(
      handlers: JobHandlers,
      use: (queue: JobQueue, stop: AbortController) => Promise<void>,
    ) {
      const queue = await open();
      const stop = new AbortController();
      const work = queue.work(handlers, stop.signal);
      work.catch(() => {});
      try {
        await use(queue, stop);
      } finally {
        stop.abort();
        await work.catch(() => {});
        await queue.close();
      }
    }

    it('does all pages before the document', async () => {
      const { log, handlers } = recorder(() => delay(5));
      await withQueue(handlers, async (queue) => {
        await Promise.all([
          queue.add({ documentId: 'a', pages: 5 }),
          queue.add({ documentId: 'b', pages: 0 }),
        ]);
        await Promise.all([queue.finished('a'), queue.finished('b')]);
        expect(log.pages.toSorted()).toEqual(['a/1', 'a/2', 'a/3', 'a/4', 'a/5']);
        expect(log.documents.toSorted()).toEqual(['a', 'b']);
      });
    });

    it('counts the pages of a document when its turn comes', async () => {
      const { log, handlers } = recorder();
      await withQueue(handlers, async (queue) => {
        await queue.add({ documentId: 'a' });
        await queue.finished('a');
        expect(log.pages.toSorted()).toEqual(['a/1', 'a/2', 'a/3']);
        expect(log.documents).toEqual(['a']);
      });
    });

    it('takes a document again that was done before', async () => {
      const { log, handlers } = recorder();
      await withQueue(handlers, async (queue) => {
        for (let time = 1; time <= 2; time++) {
          await queue.add({ documentId: 'a', pages: 1 });
          await queue.finished('a');
        }
        expect(log.pages).toEqual(['a/1', 'a/1']);
        expect(log.documents).toEqual(['a', 'a']);
      });
    });

    it('fails whoever waits for a document that cannot be finished, and takes it again', async () => {
      const { log, handlers } = recorder();
      let failing = true;
      const failsFirst: JobHandlers = {
        ...handlers,
        async document(job, ...rest) {
          if (failing) throw new InputError('undecodable', 'beyond repair');
          await handlers.document(job, ...rest);
        },
      };
      await withQueue(failsFirst, async (queue) => {
        await queue.add({ documentId: 'a', pages: 1 });
        const failure = await queue.finished('a').catch((error: unknown) => error);
        expect(failure).toBeInstanceOf(InputError);
        expect(failure).toMatchObject({ code: 'undecodable', message: 'beyond repair' });
        failing = false;
        await queue.add({ documentId: 'a', pages: 1 });
        await queue.finished('a');
        expect(log.documents).toEqual(['a']);
      });
    });

    it('says which attempt it is', async () => {
      const { handlers } = recorder();
      const attempts: number[] = [];
      const crashing: JobHandlers = {
        ...handlers,
        async page(_job, _signal, attempt) {
          attempts.push(attempt);
          throw new EngineError('engine-crashed', 'boom');
        },
      };
      await withQueue(crashing, async (queue) => {
        await queue.add({ documentId: 'a', pages: 1 });
        await queue.finished('a');
        expect(attempts).toEqual([1, 2]);
      });
    });

    it('takes the same document once while it is under way', async () => {
      const { log, handlers } = recorder(() => delay(5));
      await withQueue(handlers, async (queue) => {
        await Promise.all([
          queue.add({ documentId: 'a', pages: 2 }),
          queue.add({ documentId: 'a', pages: 2 }),
        ]);
        await queue.finished('a');
        expect(log.pages).toHaveLength(2);
        expect(log.documents).toEqual(['a']);
      });
    });

    it('buries bad input at once and goes on with the document', async () => {
      const { log, handlers } = recorder(({ page }) => {
        if (page === 2) throw new InputError('damaged', 'torn');
      });
      await withQueue(handlers, async (queue) => {
        await queue.add({ documentId: 'a', pages: 3 });
        await queue.finished('a');
        expect(log.pages.filter((it) => it === 'a/2')).toHaveLength(1);
        expect(log.givenUp).toEqual(['a/2 torn']);
        expect(log.documents).toEqual(['a']);
      });
    });

    it('gives a crashed engine one more try', async () => {
      let crashes = 0;
      const { log, handlers } = recorder(({ page }) => {
        if (page === 1 && crashes++ === 0) throw new EngineError('engine-crashed', 'boom');
      });
      await withQueue(handlers, async (queue) => {
        await queue.add({ documentId: 'a', pages: 1 });
        await queue.finished('a');
        expect(log.pages).toEqual(['a/1', 'a/1']);
        expect(log.givenUp).toEqual([]);
      });
    });

    it('stops when something that every page needs is missing, and says so to all who wait', async () => {
      const { handlers } = recorder(() => {
        throw new DependencyError('language-missing', 'no model');
      });
      const queue = await open();
      const work = queue.work(handlers, new AbortController().signal);
      work.catch(() => {});
      const waits = queue.add({ documentId: 'a', pages: 1 }).then(() => queue.finished('a'));
      await expect(waits).rejects.toThrow('no model');
      await expect(work).rejects.toThrow('no model');
      await queue.close();
    });

    it('stops on the signal; who waits is told', async () => {
      const { log, handlers } = recorder(() => delay(20));
      await withQueue(handlers, async (queue, stop) => {
        await queue.add({ documentId: 'a', pages: 4 });
        const finished = queue.finished('a');
        stop.abort();
        await expect(finished).rejects.toThrow();
        expect(log.documents).toEqual([]);
      });
    });

    it.skipIf(without[PRODUCER])(PRODUCER, async () => {
      const { log, handlers } = recorder(() => delay(5));
      await withQueue(handlers, async (queue) => {
        await queue.add({ documentId: 'a', pages: 200 });
        expect(log.pages.length).toBeGreaterThan(100);
        expect((await queue.counts()).waiting).toBeLessThan(100);
        await queue.finished('a');
      });
    });
  });
}
