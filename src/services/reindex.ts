// Rebuilds the search index from the archive alone: records and ALTO.
import { records } from '../archive/records.ts';
import { archivedPages } from '../exchange/alto/archived-pages.ts';
import { indexDocument } from '../flow/steps/index-document.ts';
import type { Foja } from '../workspace.ts';

/** Empties the index and fills it again; returns what it holds. */
export async function reindex(
  foja: Foja,
  signal: AbortSignal,
): Promise<{ documents: number; pages: number }> {
  await foja.index.clear(signal);
  for await (const record of records(foja.archive, signal)) {
    if (record.status === 'received') continue;
    await indexDocument(foja, record, await archivedPages(foja.archive, record), signal);
  }
  await foja.index.refresh(signal);
  return foja.index.counts(signal);
}
