// Changes the record of a processed document: a new version of the archive, then the index. The other way round, a kill between
// the two would leave a hit with a value that the archive does not have; this way the same command again mends the index.
import { addVersion, readHead, readRecord } from '../archive/archive.ts';
import { archivedPages } from '../exchange/alto/archived-pages.ts';
import { indexDocument } from '../flow/steps/index-document.ts';
import type { DocumentRecord } from '../model/document.ts';
import { ConflictError, InputError, NotFoundError } from '../model/errors.ts';
import type { Foja } from '../workspace.ts';

// Of writers that meet, each goes on from what the other left.
const TRIES = 5;

/**
 * Applies `change` to the newest record and keeps the result under this message. `change` may be called again with a newer
 * record; when it returns the record it was given nothing is added. NotFoundError: no such document; InputError
 * `not-processed`: one that has only been received.
 */
export async function amend(
  foja: Foja,
  id: string,
  change: (record: DocumentRecord) => DocumentRecord | Promise<DocumentRecord>,
  message: string,
): Promise<{ record: DocumentRecord; version: number; changed: boolean }> {
  for (let attempt = 1; ; attempt++) {
    const head = await readHead(foja.archive, id);
    if (!head)
      throw new NotFoundError('document-not-found', `No document ${id} in this archive: see foja list.`);
    const present = await readRecord(foja.archive, id, head);
    if (present.status === 'received')
      throw new InputError(
        'not-processed',
        `Document ${id} has been received but not read: run foja resume first.`,
      );
    const record = await change(present);
    try {
      const changed = record !== present;
      const newest = changed
        ? await addVersion(foja.archive, {
            from: head,
            record,
            user: { name: foja.user },
            message,
            created: new Date().toISOString(),
          })
        : head;
      await indexDocument(foja, record, await archivedPages(foja.archive, record, newest));
      return { record, version: newest.version, changed };
    } catch (error) {
      if (!(error instanceof ConflictError) || attempt === TRIES) throw error;
    }
  }
}
