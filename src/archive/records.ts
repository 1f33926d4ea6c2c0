import type { DocumentRecord } from '../model/document.ts';
import { NotFoundError } from '../model/errors.ts';
import { type Archive, type Head, listDocuments, readHead, readRecord } from './archive.ts';

/** Every record of the archive, one at a time. */
export async function* records(archive: Archive, signal?: AbortSignal): AsyncGenerator<DocumentRecord> {
  for await (const id of listDocuments(archive, signal)) yield await readRecord(archive, id);
}

/** A document's record and history; NotFoundError when the archive has no such document. */
export async function requireDocument(
  archive: Archive,
  id: string,
): Promise<{ record: DocumentRecord; versions: Head['versions'] }> {
  const head = await readHead(archive, id);
  if (!head)
    throw new NotFoundError('document-not-found', `No document ${id} in this archive: see foja list.`, {
      about: id,
    });
  return { record: await readRecord(archive, id, head), versions: head.versions };
}
