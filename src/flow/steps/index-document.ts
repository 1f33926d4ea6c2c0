import type { DocumentRecord, ReadPage } from '../../model/document.ts';
import { scopeOf } from '../../search/scope.ts';
import type { Workspace } from '../../workspace.ts';

/** Makes a sealed document findable. The index is a projection: what is lost here comes back with `foja reindex`. */
export async function indexDocument(
  workspace: Workspace,
  record: DocumentRecord,
  pages: readonly Pick<ReadPage, 'number' | 'lines'>[],
  signal?: AbortSignal,
): Promise<void> {
  await workspace.index.put({ record, scope: scopeOf(record), review: null, pages }, signal);
}
