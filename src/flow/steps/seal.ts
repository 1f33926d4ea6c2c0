import packageJson from '../../../package.json' with { type: 'json' };
import { addVersion, type Head, readRecord } from '../../archive/archive.ts';
import type { Actor } from '../../model/actor.ts';
import type { DocumentRecord } from '../../model/document.ts';
import { ConflictError } from '../../model/errors.ts';
import type { Workspace } from '../../workspace.ts';
import type { PublishedFile } from './publish.ts';

/**
 * Makes the processed document a version of the archive, on top of the received one: record, access copy, ALTO. From here on it
 * is done. Returns the record as archived: of a document that somebody sealed meanwhile theirs, which a person may have corrected
 * since.
 */
export async function seal(
  workspace: Workspace,
  actor: Actor,
  received: Head,
  record: DocumentRecord,
  published: readonly PublishedFile[],
): Promise<DocumentRecord> {
  try {
    await addVersion(workspace.archive, {
      from: received,
      record,
      files: published,
      user: { name: actor.name },
      message: `${record.status} by foja ${packageJson.version}`,
      created: new Date().toISOString(),
    });
    return record;
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    const present = await readRecord(workspace.archive, record.id);
    if (present.status === 'received') throw error;
    return present;
  }
}
