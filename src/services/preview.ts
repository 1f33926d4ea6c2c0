// `foja ingest --dry-run`: what a batch would do. Nothing is written.
import { readHead } from '../archive/archive.ts';
import { type LookedUp, lookUp, matchDelivery, mismatchesOf } from '../description/delivered.ts';
import { type DocumentEvent, failedEvent, type SummaryEvent } from '../intake/events.ts';
import type { FileGroup } from '../intake/group.ts';
import { documentId, hashFiles } from '../intake/identify.ts';
import { planBatch } from '../intake/plan.ts';
import type { Actor } from '../model/actor.ts';
import type { Workspace } from '../workspace.ts';
import type { IngestInput, IngestWatcher } from './ingest.ts';

/** Groups and identifies everything below the paths; the workspace is null where there is no archive yet. */
export async function preview(
  workspace: Workspace | null,
  _actor: Actor,
  input: IngestInput,
  signal: AbortSignal,
  watcher: Pick<IngestWatcher, 'documentDone' | 'mismatch'>,
): Promise<SummaryEvent> {
  const started = Date.now();
  const plan = await planBatch(input.paths, input, signal);
  const delivery = matchDelivery(plan.groups, input);
  const counts = { documents: plan.groups.length, duplicates: 0, failed: 0 };
  const tell = (event: DocumentEvent) => {
    if (event.status === 'duplicate') counts.duplicates++;
    if (event.status === 'failed') counts.failed++;
    watcher.documentDone(event);
  };
  for (const { path, error } of plan.unreadable) tell(failedEvent(path, error, null));

  const seen = new Set<string>();
  const found: LookedUp<FileGroup>[] = [];
  for (const group of plan.groups) {
    const { source } = group;
    try {
      const files = await hashFiles(group.files, signal);
      found.push({ ...lookUp(delivery, group, files), group, files, pages: null });
      const id = documentId(files);
      const isKnown = seen.has(id) || (workspace && (await readHead(workspace.archive, id))) !== null;
      seen.add(id);
      const status = isKnown ? 'duplicate' : 'new';
      tell({ event: 'document', id, source, status, pages: 0, grade: null });
    } catch (error) {
      signal.throwIfAborted();
      tell(failedEvent(source, error, null));
    }
  }
  const mismatches = mismatchesOf(delivery, found);
  for (const mismatch of mismatches) watcher.mismatch(mismatch);
  return {
    event: 'summary',
    batch: null,
    ...counts,
    processed: 0,
    partial: 0,
    pages: 0,
    mismatches: mismatches.length,
    seconds: (Date.now() - started) / 1000,
  };
}
