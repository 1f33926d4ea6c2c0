import { writeFile } from 'node:fs/promises';
import { PDFDocument } from 'pdf-lib';
import { encode, makeDocument, renderPage } from '../../fixtures/generator/index.ts';

// An index card: quick to read, so that what is measured is the number of pages.
const DPI = 150;

/** A scanned PDF of many pages, all showing one small picture that is stored once. */
export async function writeLongPdf(target: string, pages: number): Promise<void> {
  const card = await renderPage(makeDocument('ficha', 1).pages[0]!, { dpi: DPI });
  const pdf = await PDFDocument.create();
  const image = await pdf.embedJpg(await encode(card, 'jpeg', { gray: true }));
  const [width, height] = [(card.width * 72) / DPI, (card.height * 72) / DPI];
  for (let i = 0; i < pages; i++)
    pdf.addPage([width, height]).drawImage(image, { x: 0, y: 0, width, height });
  await writeFile(target, await pdf.save());
}
