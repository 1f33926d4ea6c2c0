// `foja ingest --dry-run`: what a batch would do. Nothing is written.
import { readHead } from '../archive/archive.ts';
import { openPapers } from '../description/delivered.ts';
import { documentId, hashFiles } from '../intake/identify.ts';
import { planBatch } from '../intake/plan.ts';
import { failureOf, type SummaryEvent } from '../intake/tally.ts';
import type { Foja } from '../workspace.ts';
import type { IngestOptions, IngestWatcher } from './ingest.ts';

/** Groups and identifies everything below the paths; `foja` is null where there is no archive yet. */
export async function preview(
  foja: Foja | null,
  options: IngestOptions,
  report: Pick<IngestWatcher, 'documentDone' | 'mismatch'>,
  signal: AbortSignal,
): Promise<SummaryEvent> {
  const started = Date.now();
  const plan = await planBatch(options.paths, options, signal);
  const seen = new Set<string>();
  const counts = { documents: plan.groups.length, duplicates: 0, failed: plan.unreadable.length };
  for (const { path, error } of plan.unreadable) report.documentDone(failureOf(path, error, null));
  const papers = openPapers(plan.groups, options);
  for (const group of plan.groups) {
    const { source } = group;
    try {
      const files = await hashFiles(group.files, signal);
      const id = documentId(files);
      papers.of(group, files);
      const duplicate = seen.has(id) || (foja !== null && (await readHead(foja.archive, id)) !== null);
      seen.add(id);
      if (duplicate) counts.duplicates++;
      report.documentDone({
        event: 'document',
        id,
        source,
        status: duplicate ? 'duplicate' : 'new',
        pages: 0,
        grade: null,
      });
    } catch (error) {
      signal.throwIfAborted();
      counts.failed++;
      report.documentDone(failureOf(source, error, null));
    }
  }
  const mismatches = papers.mismatches();
  for (const mismatch of mismatches) report.mismatch(mismatch);
  const seconds = (Date.now() - started) / 1000;
  return {
    event: 'summary',
    batch: null,
    ...counts,
    processed: 0,
    partial: 0,
    pages: 0,
    mismatches: mismatches.length,
    seconds,
  };
}
