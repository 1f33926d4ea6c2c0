// Carries the pipeline out: hands the queue the steps of pipeline.ts and says what became of each document.
import { problemOf } from './errors.ts';
import type { WorkingFoja } from './foja.ts';
import * as pipeline from './pipeline.ts';
import { failedPage } from './stages/failed-page.ts';
import { forget, keepPage, openReceived } from './stages/in-flight.ts';
import { countPages, locatePage } from './stages/survey.ts';

/** Told as work goes on; for progress on a terminal. */
export interface Watcher {
  pageDone(): void;
}

/** Works on the queue until the signal aborts. */
export function startWork(foja: WorkingFoja, watcher: Watcher, signal: AbortSignal): Promise<void> {
  return foja.queue.work(
    {
      async page(job) {
        await pipeline.page(foja, job, signal);
        watcher.pageDone();
      },
      async pageGivenUp(job, error) {
        const { survey } = await openReceived(foja, job.documentId, signal);
        const { source } = locatePage(survey, job.page);
        await keepPage(foja, job.documentId, failedPage(job.page, source, problemOf(error)));
        watcher.pageDone();
      },
      async document(job) {
        await pipeline.document(foja, job, signal);
        await forget(foja, job.documentId);
      },
    },
    signal,
  );
}

/** How many pages a received document has; counted once, then known. */
export async function countDocument(
  foja: WorkingFoja,
  documentId: string,
  signal: AbortSignal,
): Promise<number> {
  const { survey } = await openReceived(foja, documentId, signal);
  return countPages(survey);
}
