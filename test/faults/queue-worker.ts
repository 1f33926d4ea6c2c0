// A worker in a process of its own, for tests that kill it: says over IPC which page it is at, and stays there as long as it is told.
import { setTimeout as delay } from 'node:timers/promises';
import { openBullQueue } from '../../src/adapters/job-queue/bullmq/bullmq.ts';

const [url, milliseconds] = process.argv.slice(2) as [string, string];
const patience = { lockMs: 1_000, checkMs: 500 };
const queue = await openBullQueue(url, { concurrency: 1, patience });
await queue.work(
  {
    count: async () => 1,
    async page({ documentId, page }) {
      process.send?.({ at: `${documentId}/${page}` });
      await delay(Number(milliseconds));
    },
    async pageGivenUp({ documentId, page }, error) {
      process.send?.({ givenUp: `${documentId}/${page}`, code: (error as { code?: string }).code });
    },
    async document({ documentId }) {
      process.send?.({ done: documentId });
    },
  },
  new AbortController().signal,
);
