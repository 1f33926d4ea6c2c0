import { openScan } from '../../src/flow/steps/open.ts';
import { IDENTITY } from '../../src/imaging/draw/geometry.ts';
import type { ReadPage } from '../../src/model/document.ts';
import { writeAccessPdf } from '../../src/pdf/access/access-pdf.ts';
import type { Specimen } from '../specimen.ts';

/** The scans as one PDF without text, their own bytes inside: what OCRmyPDF likes best. */
export async function writeScannedPdf(target: string, specimens: readonly Specimen[]): Promise<void> {
  const pages: ReadPage[] = [];
  for (const [file, { path, type }] of specimens.entries()) {
    await using scan = await openScan(path, type);
    const { width, height, dpi } = await scan.page(0);
    pages.push({
      number: file + 1,
      source: { file, page: 0 },
      ...{ width, height, dpi },
      ...{ rotation: 0, skew: 0, flags: [], upright: { width, height }, toSource: IDENTITY },
      ...{ lines: [], confidence: null, engine: 'none' },
    });
  }
  await writeAccessPdf(target, {
    pages,
    files: specimens,
    async openPixels({ source }) {
      const { path, type } = specimens[source.file]!;
      await using scan = await openScan(path, type);
      return await scan.page(0);
    },
    meta: { title: 'bench', producer: 'foja bench', date: '2000-01-01T00:00:00Z', documentId: 'bench' },
    maxBytes: Number.POSITIVE_INFINITY,
  });
}
