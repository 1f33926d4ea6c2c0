import { InputError } from '../../model/errors.ts';
import { type OpenPixels, writeAccessPdf } from '../../pdf/access/access-pdf.ts';
import type { CopyRequest, DeliveredFile } from '../../ports/page-reader.ts';
import { type OpenScan, openScan } from './open.ts';

/** The part of publishing that opens delivered files again; it runs in a thread that can be ended. `reached` hears each page's number as its turn comes. */
export async function writeAccessCopy(request: CopyRequest, reached: (page: number) => void): Promise<void> {
  const { target, pages, files, meta, maxBytes, spared } = request;
  await using scans = scanOpener(files, new Set(spared.pages));
  await writeAccessPdf(target, {
    pages,
    files,
    drawn: spared.files,
    openPixels: scans.openPixels,
    meta,
    maxBytes,
    reached,
  });
}

// Pages come in order, so one open file at a time is enough. What cannot be opened was said when it was read.
function scanOpener(
  files: readonly DeliveredFile[],
  unopened: ReadonlySet<number>,
): AsyncDisposable & { openPixels: OpenPixels } {
  let current: { index: number; scan: OpenScan } | null = null;
  const close = async () => {
    await current?.scan[Symbol.asyncDispose]();
    current = null;
  };
  return {
    async openPixels({ number, source }) {
      if (unopened.has(number)) return null;
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
