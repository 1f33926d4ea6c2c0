// `foja ingest --dry-run`: what a batch would do. Nothing is written.
import { readHead } from './archive/archive.ts';
import type { Foja } from './foja.ts';
import { documentId, hashFiles } from './intake/identify.ts';
import { planBatch } from './intake/plan.ts';
import { type DocumentEvent, failureOf, type SummaryEvent } from './intake/tally.ts';

/** Groups and identifies everything below the paths; `foja` is null where there is no archive yet. */
export async function preview(
  foja: Foja | null,
  options: { paths: readonly string[]; eachFile: boolean; skip: string },
  report: (event: DocumentEvent) => void,
  signal: AbortSignal,
): Promise<SummaryEvent> {
  const started = Date.now();
  const plan = await planBatch(options.paths, options, signal);
  const seen = new Set<string>();
  const counts = { documents: plan.groups.length, duplicates: 0, failed: plan.unreadable.length };
  for (const { path, error } of plan.unreadable) report(failureOf(path, error, null));
  for (const { source, files } of plan.groups) {
    try {
      const id = documentId(await hashFiles(files, signal));
      const duplicate = seen.has(id) || (foja !== null && (await readHead(foja.archive, id)) !== null);
      seen.add(id);
      if (duplicate) counts.duplicates++;
      report({
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
      report(failureOf(source, error, null));
    }
  }
  const seconds = (Date.now() - started) / 1000;
  return { event: 'summary', batch: null, ...counts, processed: 0, partial: 0, pages: 0, seconds };
}
