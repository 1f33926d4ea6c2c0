// Figures for Prometheus. No label names a document: their number would grow without end.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Turn } from '../src/flow/runner.ts';
import type { JobBoard } from '../src/ports/job-queue.ts';
import { isPage } from './log.ts';

export interface Metrics {
  turn(turn: Turn): void;
  readonly contentType: string;
  /** In Prometheus's text format. */
  text(): Promise<string>;
}

/** Opens the figures of this worker, and of the queue as a whole. */
export function openMetrics(board: JobBoard): Metrics {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  collectDefaultMetrics({ register: registry });
  const turns = {
    page: new Counter({
      ...{ name: 'foja_pages_processed_total', help: 'Turns of pages, by outcome.', registers },
      labelNames: ['stage', 'outcome'],
    }),
    document: new Counter({
      ...{ name: 'foja_documents_processed_total', help: 'Turns of documents, by outcome.', registers },
      labelNames: ['stage', 'outcome'],
    }),
  };
  const duration = new Histogram({
    ...{ name: 'foja_stage_duration_seconds', help: 'Time that a turn took.', registers },
    labelNames: ['stage'],
    // Those of Archivematica, with the seconds that a page takes here more finely.
    buckets: [0.1, 0.5, 1, 2, 3, 5, 10, 20, 30, 60, 120, 300, 600, 1800],
  });
  const confidence = new Histogram({
    ...{ name: 'foja_ocr_confidence', help: 'Mean confidence of the pages read.', registers },
    buckets: [0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98],
  });
  const gauge = new Gauge({
    ...{ name: 'foja_queue_jobs', help: 'Jobs of the whole queue, by state.', registers },
    labelNames: ['state'],
    async collect() {
      try {
        for (const [state, count] of Object.entries(await board.counts())) gauge.set({ state }, count);
      } catch {
        // The queue is away: no figure is better than an old one.
        gauge.reset();
      }
    },
  });

  return {
    turn({ stage, seconds, result, error }) {
      turns[stage].inc({ stage, outcome: outcomeOf(result, error) });
      if (error === undefined && result) duration.observe({ stage }, seconds);
      if (result && isPage(result) && result.confidence !== null) confidence.observe(result.confidence);
    },
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}

function outcomeOf(result: Turn['result'], error: unknown): string {
  if (error !== undefined) return 'error';
  if (!result) return 'repeated';
  if (isPage(result)) return result.error ? 'failed' : 'read';
  return result.status;
}
