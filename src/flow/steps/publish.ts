import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import packageJson from '../../../package.json' with { type: 'json' };
import { altoPath, writeAlto } from '../../exchange/alto/alto.ts';
import type { DocumentRecord, ReadPage } from '../../model/document.ts';
import { InputError } from '../../model/errors.ts';
import { sourceName } from '../../model/source-name.ts';
import { type OpenPixels, writeAccessPdf } from '../../pdf/access/access-pdf.ts';
import type { DeliveredFile } from '../../ports/page-reader.ts';
import { type OpenScan, openScan } from './open.ts';

/** A file made for the archive: where it belongs in the document's OCFL object, and where it lies now. */
export interface PublishedFile {
  readonly to: string;
  readonly from: { readonly path: string };
}

const ACCESS_PDF = 'access.pdf';

/**
 * Makes what the archive offers of a document that has been read: ALTO for every page, and the access copy. Files are written
 * into `scratch`; the same input gives the same bytes. A document without pages has neither.
 */
export async function publish(
  record: DocumentRecord,
  pages: readonly ReadPage[],
  { files, scratch }: { readonly files: readonly Omit<DeliveredFile, 'name'>[]; readonly scratch: string },
): Promise<PublishedFile[]> {
  if (pages.length === 0) return [];
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

  const target = path.join(scratch, ACCESS_PDF);
  await using scans = scanOpener(files);
  await writeAccessPdf(target, {
    pages,
    files,
    openPixels: scans.openPixels,
    meta: {
      title: titleOf(record),
      producer: `${packageJson.name} ${packageJson.version}`,
      date: record.receivedAt,
      documentId: record.id,
    },
    maxBytes: record.source.reduce((sum, { bytes }) => sum + bytes, 0),
  });
  return [...published, { to: ACCESS_PDF, from: { path: target } }];
}

// Pages come in order, so one open file at a time is enough. What cannot be opened was said when it was read.
function scanOpener(
  files: readonly Omit<DeliveredFile, 'name'>[],
): AsyncDisposable & { openPixels: OpenPixels } {
  let current: { index: number; scan: OpenScan } | null = null;
  const close = async () => {
    await current?.scan[Symbol.asyncDispose]();
    current = null;
  };
  return {
    async openPixels({ source }) {
      try {
        if (current?.index !== source.file) {
          await close();
          const { path, type } = files[source.file]!;
          current = { index: source.file, scan: await openScan(path, type) };
        }
        return await current!.scan.page(source.page);
      } catch (error) {
        if (error instanceof InputError) return null;
        throw error;
      }
    },
    [Symbol.asyncDispose]: close,
  };
}

const CONTROL = /\p{Cc}+/gu;

// What a reader's window shows: the document's own number and subject, else the name it was delivered under.
function titleOf(record: DocumentRecord): string {
  const { numeroOficio, asunto } = record.fields ?? {};
  const parts = [numeroOficio?.raw, asunto?.value].filter((part) => part);
  const title = parts.length > 0 ? parts.join(' · ') : sourceName(record);
  return title.replace(CONTROL, ' ').toWellFormed().trim() || record.id;
}
