import { type Archive, type Head, readFile, readHead } from '../../archive/archive.ts';
import type { DocumentRecord, ReadPage } from '../../model/document.ts';
import { altoPath, readAlto } from './alto.ts';

/**
 * The pages of a processed document as they were read: the record's facts, and the lines out of ALTO. `known` is the version to
 * take them from where the caller has it.
 */
export async function archivedPages(
  archive: Archive,
  record: DocumentRecord,
  known?: Head,
): Promise<ReadPage[]> {
  const head = known ?? (await readHead(archive, record.id));
  const pages: ReadPage[] = [];
  for (const page of record.pages) {
    const xml = page.error ? null : await readFile(archive, record.id, altoPath(page.number), head);
    pages.push({ ...page, lines: xml ? readAlto(Buffer.from(xml).toString(), page).lines : [] });
  }
  return pages;
}
