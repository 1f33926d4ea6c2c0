import {
  degrees,
  PDFDocument,
  type PDFPage,
  rgb,
  StandardFonts,
  setTextRenderingMode,
  TextRenderingMode,
} from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { openPdf, type PdfPage } from '../../src/pdf/read/open-pdf.ts';
import { addImage, jpegOf, lopsided, paint, save } from './open-pdfs.ts';

const LINES = [
  'Oficio SA/0123/1987',
  'Asunto: se concede licencia de construcción',
  'al señor Peñaloza Ibáñez, en El Sauzal.',
];

async function written(change: (page: PDFPage, pdf: PDFDocument) => Promise<void> | void = () => {}) {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([612, 792]);
  page.setFont(await pdf.embedFont(StandardFonts.Helvetica));
  await change(page, pdf);
  return { pdf, page };
}

function writeLines(page: PDFPage, lines: readonly string[] = LINES): void {
  for (const [i, line] of lines.entries()) page.drawText(line, { x: 72, y: 700 - i * 18, size: 12 });
}

async function firstPage(pdf: PDFDocument): Promise<PdfPage> {
  await using scan = await openPdf(await save(pdf));
  return await scan.page(0);
}

const textOf = (page: PdfPage) => page.text?.map(({ words }) => words.map(({ text }) => text).join(' '));

async function addScan(page: PDFPage, [width, height]: readonly [number, number]) {
  const jpeg = await jpegOf(await lopsided(200, 280), 200, 280);
  const dictionary = {
    Width: 200,
    Height: 280,
    BitsPerComponent: 8,
    ColorSpace: 'DeviceGray',
    Filter: 'DCTDecode',
  };
  paint(page, addImage(page, dictionary, jpeg), [width, 0, 0, height, 306 - width / 2, 0]);
}

/** The share of a box's pixels that are ink. */
function ink(page: PdfPage, box: { x: number; y: number; width: number; height: number }): number {
  const { data, width, channels } = page.pixels as { data: Uint8Array; width: number; channels: number };
  let dark = 0;
  for (let y = box.y; y < box.y + box.height; y++) {
    for (let x = box.x; x < box.x + box.width; x++) if (data[(y * width + x) * channels]! < 128) dark++;
  }
  return dark / (box.width * box.height);
}

describe('text that a page already carries', () => {
  it('is kept where it is what can be seen, in lines, with its boxes on the ink', async () => {
    const { pdf } = await written((page) => writeLines(page));
    const page = await firstPage(pdf);
    expect(textOf(page)).toEqual(LINES);
    expect(page).toMatchObject({
      width: 2550,
      height: 3300,
      dpiX: 300,
      orientation: 1,
      flags: ['text-layer'],
    });
    for (const { words } of page.text!) {
      for (const word of words) {
        expect(ink(page, word.box)).toBeGreaterThan(0.1);
        expect(word).toMatchObject({ confidence: 1, upright: word.box });
      }
    }
    const allInk =
      ink(page, { x: 0, y: 0, width: page.width, height: page.height }) * page.width * page.height;
    const boxed = page
      .text!.flatMap(({ words }) => words)
      .reduce((sum, { box }) => sum + ink(page, box) * box.width * box.height, 0);
    expect(boxed / allInk).toBeGreaterThan(0.97);
  });

  it('stands upright whichever way the page or the text is turned', async () => {
    for (const angle of [0, 90, 180, 270]) {
      const turnedPage = await written((page) => {
        writeLines(page);
        page.setRotation(degrees(angle));
      });
      const turnedText = await written((page) => {
        const [right, down] = { 0: [0, -18], 90: [18, 0], 180: [0, 18], 270: [-18, 0] }[angle]!;
        for (const [i, line] of LINES.entries()) {
          page.drawText(line, { x: 300 + i * right!, y: 400 + i * down!, size: 12, rotate: degrees(angle) });
        }
      });
      for (const { pdf } of [turnedPage, turnedText]) {
        const page = await firstPage(pdf);
        expect(textOf(page)).toEqual(LINES);
        const boxes = page.text!.map(({ box }) => box);
        for (const box of boxes) expect(box.width).toBeGreaterThan(4 * box.height);
        expect(boxes.map(({ y }) => y)).toEqual(boxes.map(({ y }) => y).toSorted((a, b) => a - b));
        for (const { words } of page.text!)
          for (const { box } of words) expect(ink(page, box)).toBeGreaterThan(0.1);
      }
    }
  });

  it('is kept beside a small seal', async () => {
    const { pdf } = await written(async (page) => {
      writeLines(page);
      await addScan(page, [80, 80]);
    });
    expect((await firstPage(pdf)).flags).toEqual(['text-layer']);
  });

  it.each<[string, (page: PDFPage) => Promise<void> | void]>([
    [
      'invisible text over a scan',
      async (page) => {
        await addScan(page, [612, 792]);
        page.pushOperators(setTextRenderingMode(TextRenderingMode.Invisible));
        writeLines(page);
      },
    ],
    [
      'text under a scan',
      async (page) => {
        writeLines(page);
        await addScan(page, [612, 792]);
      },
    ],
    [
      'a stamped line on a scan',
      async (page) => {
        await addScan(page, [612, 792]);
        writeLines(page, LINES.slice(0, 1));
      },
    ],
    [
      'typed text beside a pasted scan',
      async (page) => {
        writeLines(page);
        await addScan(page, [400, 500]);
      },
    ],
    [
      'text whose letters are wrong',
      (page) => writeLines(page, ['R¿FLR 6$ xKmQz', 'DsWqt0 vH cRqfhgh OlfhqfLd', 'gh frqvwuXffLrq vHxRu']),
    ],
    [
      'text with every letter apart',
      (page) => writeLines(page, ['L i c e n c i a d e o b r a', 'p a r a e l s e ñ o r']),
    ],
    [
      'a page of letters turned into curves',
      (page) => {
        writeLines(page, ['Hoja 1']);
        for (let i = 0; i < 60; i++) {
          page.drawSvgPath('M0 0 L4 0 L4 4 L8 4 L8 8 L0 8 Z', {
            x: 60 + (i % 10) * 50,
            y: 700 - Math.floor(i / 10) * 90,
            color: rgb(0, 0, 0),
          });
        }
      },
    ],
  ])('is not trusted: %s', async (_, change) => {
    const { pdf } = await written(change);
    expect(await firstPage(pdf)).toMatchObject({ text: null, flags: ['text-layer-redone'] });
  });

  it('is not trusted to be all where a form field was filled', async () => {
    const { pdf, page } = await written((it) => writeLines(it));
    const field = pdf.getForm().createTextField('nombre');
    field.setText('María Ibáñez');
    field.addToPage(page, { x: 72, y: 500, width: 200, height: 24 });
    expect(await firstPage(pdf)).toMatchObject({ text: null, flags: ['text-layer-redone'] });
  });

  it('keeps columns apart and starts a block after a gap', async () => {
    const { pdf } = await written((page) => {
      writeLines(page, LINES.slice(0, 2));
      page.drawText('Suplicamos atender lo pedido.', { x: 72, y: 560, size: 12 });
      page.drawText('Atentamente', { x: 400, y: 500, size: 12 });
    });
    const { text } = await firstPage(pdf);
    expect(text!.map(({ block }) => block)).toEqual([0, 0, 1, 2]);
  });
});
