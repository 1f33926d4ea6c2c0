// Changes the record of a processed document: a new version of the archive, then the index. The other way round, a kill between
// the two would leave a hit with a value that the archive does not have; this way the same command again mends the index.
import { addVersion, readHead, readRecord } from '../archive/archive.ts';
import { archivedPages } from '../exchange/alto/archived-pages.ts';
import type { Actor } from '../model/actor.ts';
import type { DocumentRecord } from '../model/document.ts';
import { ConflictError, InputError, NotFoundError } from '../model/errors.ts';
import type { Workspace } from '../workspace.ts';
import { indexDocument } from './steps/index-document.ts';

// Of writers that meet, each goes on from what the other left.
const TRIES = 5;

/** What is to change in a document, and what the history of its versions says of it. */
export interface RecordChange {
  readonly id: string;
  readonly message: string;
  /** May be called again with a newer record. Returns the record that it was given where there is nothing to change. */
  apply(record: DocumentRecord): DocumentRecord | Promise<DocumentRecord>;
}

/**
 * Applies the change to the newest record and keeps the result as a version of this actor's. NotFoundError: no such document;
 * InputError `not-processed`: one that has only been received.
 */
export async function changeRecord(
  workspace: Workspace,
  actor: Actor,
  { id, message, apply }: RecordChange,
  signal: AbortSignal,
): Promise<{ record: DocumentRecord; version: number; changed: boolean }> {
  for (let attempt = 1; ; attempt++) {
    signal.throwIfAborted();
    const head = await readHead(workspace.archive, id);
    if (!head)
      throw new NotFoundError('document-not-found', `No document ${id} in this archive: see foja list.`, {
        about: id,
      });
    const present = await readRecord(workspace.archive, id, head);
    if (present.status === 'received')
      throw new InputError(
        'not-processed',
        `Document ${id} has been received but not read: run foja resume first.`,
        { about: id },
      );
    const record = await apply(present);
    try {
      const changed = record !== present;
      const newest = changed
        ? await addVersion(workspace.archive, {
            from: head,
            record,
            user: { name: actor.name },
            message,
            created: new Date().toISOString(),
          })
        : head;
      await indexDocument(workspace, record, await archivedPages(workspace.archive, record, newest), signal);
      return { record, version: newest.version, changed };
    } catch (error) {
      if (!(error instanceof ConflictError) || attempt === TRIES) throw error;
    }
  }
}
