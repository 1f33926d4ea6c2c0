import { describe, expect, it } from 'vitest';
import { openLocalQueue } from '../../../../src/adapters/job-queue/local/local.ts';
import { UnavailableError } from '../../../../src/model/errors.ts';
import { jobQueueContract } from '../../../contracts/job-queue.ts';

jobQueueContract('local', async () => openLocalQueue({ concurrency: 2 }));

describe('a queue in this process', () => {
  it('gives up no page because a server is away: the batch ends, and the next run reads it', async () => {
    const queue = openLocalQueue({ concurrency: 1 });
    const givenUp: number[] = [];
    const away = new UnavailableError('s3-unavailable', 'no answer');
    const work = queue.work(
      {
        count: async () => 2,
        page: () => Promise.reject(away),
        async pageGivenUp({ page }) {
          givenUp.push(page);
        },
        async document() {},
      },
      new AbortController().signal,
    );
    work.catch(() => {});
    await queue.add({ documentId: 'a', pages: 2 });
    await expect(queue.finished('a')).rejects.toBe(away);
    await expect(work).rejects.toBe(away);
    expect(givenUp).toEqual([]);
  });

  it('that is closed finishes the document at hand and begins no other', async () => {
    const queue = openLocalQueue({ concurrency: 1 });
    const [begun, read] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const log: string[] = [];
    const work = queue.work(
      {
        count: async () => 1,
        async page({ documentId }) {
          if (documentId === 'b') await read.promise;
        },
        async pageGivenUp() {},
        async document({ documentId }) {
          begun.resolve();
          await new Promise((resolve) => setImmediate(resolve));
          log.push(documentId);
        },
      },
      new AbortController().signal,
    );
    work.catch(() => {});
    await queue.add({ documentId: 'a', pages: 1 });
    await queue.add({ documentId: 'b', pages: 1 });
    await begun.promise;
    const closed = queue.close();
    read.resolve();
    await closed;
    expect(log).toEqual(['a']);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(log).toEqual(['a']);
  });
});
