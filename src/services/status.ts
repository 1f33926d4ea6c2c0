import { records } from '../archive/records.ts';
import type { Actor } from '../model/actor.ts';
import type { Status } from '../model/document.ts';
import type { Workspace } from '../workspace.ts';

export interface ArchiveStatus {
  readonly documents: Readonly<Record<Status, number>>;
  readonly pages: number;
  /** What the index holds: other than the archive where it must be made anew. */
  readonly indexed: { readonly documents: number; readonly pages: number };
}

/** Counts the documents by status, and the pages. */
export async function status(
  { archive, index }: Workspace,
  _actor: Actor,
  _: Readonly<Record<string, never>>,
  signal: AbortSignal,
): Promise<ArchiveStatus> {
  const documents: Record<Status, number> = { received: 0, processed: 0, partial: 0, failed: 0 };
  let pages = 0;
  for await (const record of records(archive, signal)) {
    documents[record.status]++;
    pages += record.pages.length;
  }
  return { documents, pages, indexed: await index.counts(signal) };
}
