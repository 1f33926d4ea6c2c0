import packageJson from '../../package.json' with { type: 'json' };
import { addVersion, readHead, readRecord } from '../archive/archive.ts';
import type { DocumentRecord } from '../document.ts';
import type { Foja } from '../foja.ts';
import type { PublishedFile } from './publish.ts';

/**
 * Makes the processed document a version of the archive: record, access copy, ALTO. From here on it is done. Returns the
 * record as archived: of a document that somebody sealed meanwhile theirs, which a person may have corrected since.
 */
export async function seal(
  foja: Foja,
  record: DocumentRecord,
  published: readonly PublishedFile[],
): Promise<DocumentRecord> {
  const head = await readHead(foja.archive, record.id);
  const present = await readRecord(foja.archive, record.id, head);
  if (present.status !== 'received') return present;
  await addVersion(foja.archive, {
    id: record.id,
    expectedHead: head!.version,
    record,
    files: published,
    user: { name: foja.user },
    message: `${record.status} by foja ${packageJson.version}`,
    created: new Date().toISOString(),
  });
  return record;
}
