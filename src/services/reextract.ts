// Newer rules for pages that were read before. What a manifest or a person said stands; nothing is read again.

import { isDeepStrictEqual } from 'node:util';
import { listDocuments, readRecord } from '../archive/archive.ts';
import { keepOverrides } from '../description/override.ts';
import { archivedPages } from '../exchange/alto/archived-pages.ts';
import { extract } from '../flow/steps/extract.ts';
import type { DocumentRecord } from '../model/document.ts';
import type { Foja } from '../workspace.ts';
import { amend } from './amend.ts';

/** Extracts the fields of every processed document again, or of those named; reports each that changed. Returns the counts. */
export async function reextract(
  foja: Foja,
  ids: readonly string[],
  report: (record: DocumentRecord) => void,
  signal: AbortSignal,
): Promise<{ documents: number; changed: number }> {
  const counts = { documents: 0, changed: 0 };
  for await (const id of ids.length > 0 ? ids : listDocuments(foja.archive, signal)) {
    signal.throwIfAborted();
    const { status } = await readRecord(foja.archive, id);
    if (status === 'received' || status === 'failed') continue;
    const { changed, record } = await amend(
      foja,
      id,
      (present) => again(foja, present),
      'fields extracted again',
    );
    counts.documents++;
    if (changed) counts.changed++;
    if (changed) report(record);
  }
  await foja.index.refresh(signal);
  return counts;
}

async function again(foja: Foja, record: DocumentRecord): Promise<DocumentRecord> {
  const fields = keepOverrides(extract(await archivedPages(foja.archive, record)), record.fields);
  // Through JSON, as the record was: a number that it cannot tell from another is no change.
  return isDeepStrictEqual(JSON.parse(JSON.stringify(fields)), record.fields)
    ? record
    : { ...record, fields };
}
