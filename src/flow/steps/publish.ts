import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import packageJson from '../../../package.json' with { type: 'json' };
import { altoPath, writeAlto } from '../../exchange/alto/alto.ts';
import type { DocumentRecord } from '../../model/document.ts';
import { sourceName } from '../../model/source-name.ts';
import type { PageReader } from '../../ports/page-reader.ts';
import { makeCopy, withCopyFlags } from './make-copy.ts';
import type { Gathered } from './work-in-flight.ts';

/** A file made for the archive: where it belongs in the document's OCFL object, and where it lies now. */
export interface PublishedFile {
  readonly to: string;
  readonly from: { readonly path: string };
}

/** What was made of a document, and its record with what could not be made of it. */
export interface Published {
  readonly files: readonly PublishedFile[];
  readonly record: DocumentRecord;
}

const ACCESS_PDF = 'access.pdf';

/**
 * Makes what the archive offers of a document that has been read: ALTO for every page, and the access copy. Files are written
 * into `scratch`; the same input gives the same bytes. A document without pages has neither.
 */
export async function publish(
  reader: Pick<PageReader, 'copy'>,
  record: DocumentRecord,
  { pages, files, scratch }: Pick<Gathered, 'pages' | 'files' | 'scratch'>,
  signal?: AbortSignal,
): Promise<Published> {
  if (pages.length === 0) return { files: [], record };
  const published: PublishedFile[] = [];
  const software = { name: packageJson.name, version: packageJson.version };
  await mkdir(path.join(scratch, path.dirname(altoPath(1))), { recursive: true });
  for (const page of pages) {
    const to = altoPath(page.number);
    const local = path.join(scratch, to);
    const source = record.source[page.source.file]!;
    await writeFile(local, writeAlto(page, { documentId: record.id, source, software }));
    published.push({ to, from: { path: local } });
  }

  const order = {
    pages,
    files,
    meta: {
      title: titleOf(record),
      producer: `${packageJson.name} ${packageJson.version}`,
      date: record.receivedAt,
      documentId: record.id,
    },
    maxBytes: record.source.reduce((sum, { bytes }) => sum + bytes, 0),
  };
  const copy = await makeCopy(reader, order, scratch, signal);
  if ('path' in copy) published.push({ to: ACCESS_PDF, from: { path: copy.path } });
  return { files: published, record: withCopyFlags(record, copy) };
}

const CONTROL = /\p{Cc}+/gu;

// What a reader's window shows: the document's own number and subject, else the name it was delivered under.
function titleOf(record: DocumentRecord): string {
  const { numeroOficio, asunto } = record.fields ?? {};
  const parts = [numeroOficio?.raw, asunto?.value].filter((part) => part);
  const title = parts.length > 0 ? parts.join(' · ') : sourceName(record);
  return title.replace(CONTROL, ' ').toWellFormed().trim() || record.id;
}
