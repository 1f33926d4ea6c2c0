// Rebuilds the search index from the archive alone: records and ALTO.
import { records } from '../archive/records.ts';
import { archivedPages } from '../exchange/alto/archived-pages.ts';
import { indexDocument } from '../flow/steps/index-document.ts';
import type { Workspace } from '../workspace.ts';

/** Empties the index and fills it again; returns what it holds. */
export async function reindex(
  workspace: Workspace,
  signal: AbortSignal,
): Promise<{ documents: number; pages: number }> {
  await workspace.index.clear(signal);
  for await (const record of records(workspace.archive, signal)) {
    if (record.status === 'received') continue;
    await indexDocument(workspace, record, await archivedPages(workspace.archive, record), signal);
  }
  await workspace.index.refresh(signal);
  return workspace.index.counts('all', signal);
}
