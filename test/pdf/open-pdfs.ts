// Makes the PDFs that the tests open, with pdf-lib and raw streams: pages as scanners and office programs write them.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import {
  concatTransformationMatrix,
  drawObject,
  PDFDocument,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
} from 'pdf-lib';
import sharp from 'sharp';
import { onTestFinished } from 'vitest';

export type Matrix = readonly [number, number, number, number, number, number];

/** A page image that has no symmetry: dark top left corner, gray bar along the left edge. */
export async function lopsided(width: number, height: number): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height, 255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (x < width / 2 && y < height / 4) pixels[y * width + x] = 0;
      else if (x < width / 8) pixels[y * width + x] = 128;
    }
  }
  return pixels;
}

export const jpegOf = (gray: Buffer, width: number, height: number) =>
  sharp(gray, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .jpeg({ quality: 95 })
    .toBuffer();

/** Adds an image stream just as given; returns its resource name on the page. */
export function addImage(page: PDFPage, dictionary: Record<string, unknown>, bytes: Uint8Array) {
  const { context } = page.doc;
  const stream = context.stream(bytes, { Type: 'XObject', Subtype: 'Image', ...dictionary } as never);
  return page.node.newXObject('Im', context.register(stream));
}

export const flate = (bytes: Uint8Array) => ({ bytes: deflateSync(bytes), Filter: 'FlateDecode' });

/** Paints a resource with its unit square where the matrix says. */
export function paint(page: PDFPage, name: ReturnType<typeof addImage>, matrix: Matrix): void {
  page.pushOperators(
    pushGraphicsState(),
    concatTransformationMatrix(...matrix),
    drawObject(name),
    popGraphicsState(),
  );
}

/** A PDF of one page holding a JPEG and nothing else, as img2pdf writes it. */
export async function jpegPage(
  size: readonly [number, number],
  matrix: Matrix,
  extra: Record<string, unknown> = {},
): Promise<{ pdf: PDFDocument; page: PDFPage; jpeg: Buffer }> {
  const [width, height] = [200, 280];
  const jpeg = await jpegOf(await lopsided(width, height), width, height);
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([...size]);
  const dictionary = {
    Width: width,
    Height: height,
    BitsPerComponent: 8,
    ColorSpace: 'DeviceGray',
    Filter: 'DCTDecode',
  };
  paint(page, addImage(page, { ...dictionary, ...extra }, jpeg), matrix);
  return { pdf, page, jpeg };
}

/** CCITT G4 by hand: every row is 100 white, 50 black and 50 white pixels. */
export function g4Bar(rows: number): Uint8Array {
  // Horizontal mode, white 64 + 36, black 50, then vertical 0 to the end; each further row repeats the one above.
  const bits = `001${'11011'}${'00010101'}${'000001010010'}1${'111'.repeat(rows - 1)}${'000000000001'.repeat(2)}`;
  const padded = bits.padEnd(Math.ceil(bits.length / 8) * 8, '0');
  return Uint8Array.from(padded.match(/.{8}/g)!, (byte) => Number.parseInt(byte, 2));
}

/** Writes the document to a file of its own. */
export async function save(
  pdf: PDFDocument | Uint8Array,
  options: { useObjectStreams?: boolean } = {},
): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'foja-open-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = path.join(folder, 'scan.pdf');
  await writeFile(file, pdf instanceof Uint8Array ? pdf : await pdf.save(options));
  return file;
}
