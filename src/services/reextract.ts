// Newer rules for pages that were read before. What a manifest or a person said stands; nothing is read again.

import { isDeepStrictEqual } from 'node:util';
import { listDocuments, readRecord } from '../archive/archive.ts';
import { keepOverrides } from '../description/override.ts';
import { archivedPages } from '../exchange/alto/archived-pages.ts';
import { changeRecord } from '../flow/change-record.ts';
import { extract } from '../flow/steps/extract.ts';
import type { Actor } from '../model/actor.ts';
import type { DocumentRecord } from '../model/document.ts';
import type { Workspace } from '../workspace.ts';

/** Extracts the fields of every processed document again, or of those named; tells of each that changed. Returns the counts. */
export async function reextract(
  workspace: Workspace,
  actor: Actor,
  { ids }: { readonly ids: readonly string[] },
  signal: AbortSignal,
  documentChanged: (record: DocumentRecord) => void = () => {},
): Promise<{ documents: number; changed: number }> {
  const counts = { documents: 0, changed: 0 };
  for await (const id of ids.length > 0 ? ids : listDocuments(workspace.archive, signal)) {
    signal.throwIfAborted();
    const { status } = await readRecord(workspace.archive, id);
    if (status === 'received' || status === 'failed') continue;
    const { changed, record } = await changeRecord(
      workspace,
      actor,
      { id, message: 'fields extracted again', apply: (present) => again(workspace, present) },
      signal,
    );
    counts.documents++;
    if (changed) counts.changed++;
    if (changed) documentChanged(record);
  }
  await workspace.index.refresh(signal);
  return counts;
}

async function again(workspace: Workspace, record: DocumentRecord): Promise<DocumentRecord> {
  const fields = keepOverrides(extract(await archivedPages(workspace.archive, record)), record.fields);
  // Through JSON, as the record was: a number that it cannot tell from another is no change.
  return isDeepStrictEqual(JSON.parse(JSON.stringify(fields)), record.fields)
    ? record
    : { ...record, fields };
}
