import { PDFDocument, rgb, StandardFonts, setTextRenderingMode, TextRenderingMode } from 'pdf-lib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { PixelSource } from '../../src/model/pixels.ts';
import { openPdf, type PdfPage } from '../../src/pdf/read/open-pdf.ts';
import { addImage, flate, g4Bar, jpegOf, jpegPage, lopsided, type Matrix, paint, save } from './open-pdfs.ts';

const A_PAGE = [200, 280] as const;
const FULL: Matrix = [200, 0, 0, 280, 0, 0];

async function firstPage(pdf: PDFDocument, options = {}): Promise<PdfPage> {
  await using scan = await openPdf(await save(pdf, options));
  return await scan.page(0);
}

const decode = (pixels: PixelSource) => {
  if (pixels.kind === 'file') return sharp(pixels.path, { page: pixels.page });
  if (pixels.kind === 'encoded') return sharp(pixels.bytes);
  const { data, width, height, channels } = pixels;
  return sharp(data, { raw: { width, height, channels } });
};

/** Mean gray of a 4 × 4 grid over the page as its orientation says it is shown. */
async function grid(page: PdfPage): Promise<number[]> {
  // sharp turns by EXIF only; a PNG round trip lends the pixels an EXIF of their own.
  const tagged = await decode(page.pixels)
    .withMetadata({ orientation: page.orientation })
    .jpeg({ quality: 95 })
    .toBuffer();
  const raw = await sharp(tagged)
    .autoOrient()
    .toColourspace('b-w')
    .resize(4, 4, { fit: 'fill', kernel: 'linear' })
    .raw()
    .toBuffer();
  return [...raw];
}

const near = (a: readonly number[], b: readonly number[]) =>
  Math.max(...a.map((value, i) => Math.abs(value - b[i]!)));

describe('a page that is one image', () => {
  it('is the JPEG itself, byte for byte', async () => {
    for (const useObjectStreams of [false, true]) {
      const { pdf, jpeg } = await jpegPage(A_PAGE, FULL);
      const page = await firstPage(pdf, { useObjectStreams });
      expect(page.pixels.kind).toBe('encoded');
      expect(Buffer.from((page.pixels as { bytes: Uint8Array }).bytes).equals(jpeg)).toBe(true);
      expect(page).toMatchObject({ width: 200, height: 280, orientation: 1, text: null, flags: [] });
    }
  });

  it('has the resolution of the image, not of the page', async () => {
    const { pdf } = await jpegPage([48, 134.4], [48, 0, 0, 134.4, 0, 0]);
    const page = await firstPage(pdf);
    expect([Math.round(page.dpiX), Math.round(page.dpiY)]).toEqual([300, 150]);
  });

  it('has the orientation that its matrix and /Rotate amount to', async () => {
    const turned: Record<string, Matrix> = {
      upright: [1, 0, 0, 1, 0, 0],
      mirrored: [-1, 0, 0, 1, 1, 0],
      down: [-1, 0, 0, -1, 1, 1],
      flipped: [1, 0, 0, -1, 0, 1],
      left: [0, 1, -1, 0, 1, 0],
      right: [0, -1, 1, 0, 0, 1],
      transposed: [0, -1, -1, 0, 1, 1],
      transverse: [0, 1, 1, 0, 0, 0],
    };
    const orientations = new Set<number>();
    for (const [a, b, c, d, e, f] of Object.values(turned)) {
      for (const angle of [0, 90, 180, 270]) {
        const [w, h] = a === 0 ? [280, 200] : [200, 280];
        const matrix: Matrix = [a * w, b * h, c * w, d * h, e * w, f * h];
        const [plain, marked] = [await jpegPage([w, h], matrix), await jpegPage([w, h], matrix)];
        for (const { page } of [plain, marked]) page.setRotation({ type: 'degrees' as never, angle });
        // A mark too small to be seen makes it a page to be rendered: the two must look alike.
        marked.page.drawRectangle({ x: 1, y: 1, width: 0.01, height: 0.01, color: rgb(0, 0, 0) });
        const [lifted, rendered] = [await firstPage(plain.pdf), await firstPage(marked.pdf)];
        expect([lifted.pixels.kind, rendered.pixels.kind]).toEqual(['encoded', 'raw']);
        expect(near(await grid(lifted), await grid(rendered))).toBeLessThan(12);
        orientations.add(lifted.orientation);
      }
    }
    expect([...orientations].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('is decoded at its own size where it is no JPEG', async () => {
    const gray = await lopsided(200, 280);
    const { bytes, Filter } = flate(gray);
    const pdf = await PDFDocument.create();
    const page = pdf.addPage([100, 140]);
    paint(
      page,
      addImage(
        page,
        { Width: 200, Height: 280, BitsPerComponent: 8, ColorSpace: 'DeviceGray', Filter },
        bytes,
      ),
      [100, 0, 0, 140, 0, 0],
    );
    const { pixels } = await firstPage(pdf);
    expect(pixels).toMatchObject({ kind: 'raw', width: 200, height: 280, channels: 1 });
    expect(Buffer.from((pixels as { data: Uint8Array }).data).equals(gray)).toBe(true);
  });

  it('keeps black ink black in fax images, stencils and inverted ones alike', async () => {
    const fax = (extra: object) => ({
      Width: 200,
      Height: 280,
      BitsPerComponent: 1,
      Filter: 'CCITTFaxDecode',
      DecodeParms: { K: -1, Columns: 200, Rows: 280 },
      ...extra,
    });
    const kinds = [
      { ColorSpace: 'DeviceGray' },
      { ImageMask: true },
      { ColorSpace: 'DeviceGray', Decode: [1, 0] },
      { ImageMask: true, Decode: [1, 0] },
    ];
    const inks: number[] = [];
    for (const kind of kinds) {
      const pdf = await PDFDocument.create();
      const page = pdf.addPage([200, 280]);
      paint(page, addImage(page, fax(kind), g4Bar(280)), FULL);
      const read = await firstPage(pdf);
      expect(read).toMatchObject({ width: 200, height: 280, pixels: { kind: 'raw', channels: 1 } });
      const { data } = read.pixels as { data: Uint8Array };
      inks.push(data[140 * 200 + 125]!);
      expect(data[140 * 200 + 50]).toBe(255 - data[140 * 200 + 125]!);
    }
    expect(inks).toEqual([0, 0, 255, 255]);
  });

  it('is rendered where its bytes alone would look otherwise than the page', async () => {
    const white = flate(Buffer.alloc(200 * 280, 255));
    const mask = {
      Type: 'XObject',
      Subtype: 'Image',
      Width: 200,
      Height: 280,
      BitsPerComponent: 8,
      ColorSpace: 'DeviceGray',
      Filter: white.Filter,
    };
    const { pdf: inverted } = await jpegPage(A_PAGE, FULL, { Decode: [1, 0] });
    const masked = await jpegPage(A_PAGE, FULL);
    const dictionary = {
      Width: 200,
      Height: 280,
      BitsPerComponent: 8,
      ColorSpace: 'DeviceGray',
      Filter: 'DCTDecode',
    };
    const soft = masked.pdf.context.register(masked.pdf.context.stream(white.bytes, mask as never));
    const page = masked.pdf.addPage([200, 280]);
    paint(page, addImage(page, { ...dictionary, SMask: soft }, masked.jpeg), FULL);
    masked.pdf.removePage(0);
    for (const [pdf, ink] of [
      [inverted, 255],
      [masked.pdf, 0],
    ] as const) {
      const { pixels } = await firstPage(pdf);
      expect(pixels).toMatchObject({ kind: 'raw', width: 200, height: 280, channels: 1 });
      expect(Math.abs((pixels as { data: Uint8Array }).data[20 * 200 + 20]! - ink)).toBeLessThan(4);
    }
  });

  it('is rendered where it is a CMYK JPEG, which Adobe inverts', async () => {
    const { pdf } = await jpegPage([10, 10], [10, 0, 0, 10, 0, 0]);
    const jpeg = await sharp({ create: { width: 200, height: 280, channels: 3, background: '#c02020' } })
      .toColourspace('cmyk')
      .jpeg()
      .toBuffer();
    const page = pdf.addPage([200, 280]);
    const image = await pdf.embedJpg(jpeg);
    page.drawImage(image, { x: 0, y: 0, width: 200, height: 280 });
    pdf.removePage(0);
    const { pixels } = await firstPage(pdf);
    expect(pixels).toMatchObject({ kind: 'raw', channels: 3 });
    const [red = 0, green = 0] = (pixels as { data: Uint8Array }).data;
    expect(red).toBeGreaterThan(150);
    expect(green).toBeLessThan(90);
  });

  it('is found inside a form, and under invisible text', async () => {
    const { pdf: inner } = await jpegPage(A_PAGE, FULL);
    const pdf = await PDFDocument.create();
    const [form] = await pdf.embedPdf(inner);
    const page = pdf.addPage([200, 280]);
    page.drawPage(form!, { x: 0, y: 0, width: 200, height: 280 });
    page.pushOperators(setTextRenderingMode(TextRenderingMode.Invisible));
    page.setFont(await pdf.embedFont(StandardFonts.Helvetica));
    page.drawText('lectura anterior', { x: 20, y: 20, size: 10 });
    expect(await firstPage(pdf)).toMatchObject({
      pixels: { kind: 'encoded' },
      text: null,
      flags: ['text-layer-redone'],
    });
  });
});

describe('a page that is more than one image', () => {
  it('is rendered whole when an image is cropped by its page', async () => {
    const { pdf } = await jpegPage([100, 280], FULL);
    expect(await firstPage(pdf)).toMatchObject({ pixels: { kind: 'raw' }, width: 208, height: 583 });
  });

  it('is rendered at the resolution of its finest strip', async () => {
    const pdf = await PDFDocument.create();
    const page = pdf.addPage([200, 280]);
    const jpeg = await jpegOf(await lopsided(500, 350), 500, 350);
    const strip = addImage(
      page,
      { Width: 500, Height: 350, BitsPerComponent: 8, ColorSpace: 'DeviceGray', Filter: 'DCTDecode' },
      jpeg,
    );
    paint(page, strip, [200, 0, 0, 140, 0, 140]);
    paint(page, strip, [200, 0, 0, 140, 0, 0]);
    const read = await firstPage(pdf);
    expect(read).toMatchObject({ pixels: { kind: 'raw', channels: 1 }, width: 500, height: 700, dpiX: 180 });
  });

  it('shows a stamp that was put over the scan, in colour', async () => {
    const { pdf, page } = await jpegPage(A_PAGE, FULL);
    page.drawRectangle({ x: 150, y: 20, width: 30, height: 30, color: rgb(0.8, 0, 0) });
    expect(await firstPage(pdf)).toMatchObject({ pixels: { kind: 'raw', channels: 3 } });
  });

  it('is white and small when there is nothing on it', async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage([612, 792]);
    expect(await firstPage(pdf)).toMatchObject({ width: 1275, height: 1650, text: null, flags: [] });
  });
});
