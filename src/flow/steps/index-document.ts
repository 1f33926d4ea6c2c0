import type { DocumentRecord, ReadPage } from '../../model/document.ts';
import type { Foja } from '../../workspace.ts';

/** Makes a sealed document findable. The index is a projection: what is lost here comes back with `foja reindex`. */
export async function indexDocument(
  foja: Foja,
  record: DocumentRecord,
  pages: readonly Pick<ReadPage, 'number' | 'lines'>[],
  signal?: AbortSignal,
): Promise<void> {
  await foja.index.put({ record, pages }, signal);
}
