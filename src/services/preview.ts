// `foja ingest --dry-run`: what a batch would do. Nothing is written.
import { readHead } from '../archive/archive.ts';
import { openPapers } from '../description/delivered.ts';
import { documentId, hashFiles } from '../intake/identify.ts';
import { planBatch } from '../intake/plan.ts';
import { failureOf, type SummaryEvent } from '../intake/tally.ts';
import type { Workspace } from '../workspace.ts';
import type { IngestOptions, IngestWatcher } from './ingest.ts';

/** Groups and identifies everything below the paths; `foja` is null where there is no archive yet. */
export async function preview(
  workspace: Workspace | null,
  options: IngestOptions,
  signal: AbortSignal,
  watcher: Pick<IngestWatcher, 'documentDone' | 'mismatch'>,
): Promise<SummaryEvent> {
  const started = Date.now();
  const plan = await planBatch(options.paths, options, signal);
  const seen = new Set<string>();
  const counts = { documents: plan.groups.length, duplicates: 0, failed: plan.unreadable.length };
  for (const { path, error } of plan.unreadable) watcher.documentDone(failureOf(path, error, null));
  const papers = openPapers(plan.groups, options);
  for (const group of plan.groups) {
    const { source } = group;
    try {
      const files = await hashFiles(group.files, signal);
      const id = documentId(files);
      papers.of(group, files);
      const duplicate =
        seen.has(id) || (workspace !== null && (await readHead(workspace.archive, id)) !== null);
      seen.add(id);
      if (duplicate) counts.duplicates++;
      watcher.documentDone({
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
      watcher.documentDone(failureOf(source, error, null));
    }
  }
  const mismatches = papers.mismatches();
  for (const mismatch of mismatches) watcher.mismatch(mismatch);
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
