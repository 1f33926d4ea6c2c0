import { open, readFile } from 'node:fs/promises';
import type { ReadPage } from '../../model/document.ts';
import { InputError } from '../../model/errors.ts';
import type { PixelSource } from '../../model/pixels.ts';
import type { PdfWriter } from '../write/file.ts';
import { type EncodedImages, encodeImage } from './encoded.ts';
import { addEncoded, addFax, addJpeg, type ImageObject } from './image-object.ts';
import { readJpeg } from './jpeg.ts';
import { qualityOf } from './squeeze.ts';
import type { FaxReader } from './tiff.ts';

/** A page's pixels, not decoded, and how they lie; what `flow/steps/open.ts` gives. */
export interface ScanPixels {
  readonly width: number;
  readonly height: number;
  readonly dpi: number | null;
  readonly orientation: number;
  readonly pixels: PixelSource;
}

/** Opens a page's pixels; null when they cannot be had, which is known from its record already. */
export type OpenPixels = (page: ReadPage) => Promise<ScanPixels | null>;

type Added = ImageObject & { readonly step: number };

/**
 * Writes a page's pixels as an image: as they are stored on step 0 where a PDF may carry that, else encoded, and kept for
 * the next try. Null when they can neither be decoded nor carried.
 */
export async function addPixels(
  pdf: PdfWriter,
  page: number,
  scan: ScanPixels,
  {
    kept,
    fax,
    step,
    own: quality,
  }: { readonly kept: EncodedImages; readonly fax: FaxReader; readonly step: number; readonly own: number },
): Promise<Added | null> {
  const own = step === 0 ? await addStored(pdf, scan, fax) : null;
  if (own) return { ...own, step: 0 };
  try {
    const encoded = await encodeImage(scan.pixels, qualityOf(step, quality));
    await kept.put(page, step, encoded);
    return { ...(await addEncoded(pdf, encoded)), step: Math.max(1, step) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    // Cut short, say: readers show what there is of it.
    const stored = step === 0 ? null : await addStored(pdf, scan, fax);
    return stored && { ...stored, step: 0 };
  }
}

async function addStored(
  pdf: PdfWriter,
  { pixels, width, height }: ScanPixels,
  fax: FaxReader,
): Promise<ImageObject | null> {
  if (pixels.kind === 'raw') return null;
  const sameSize = (image: { width: number; height: number }) =>
    image.width === width && image.height === height;
  if (pixels.kind === 'file') {
    const kind = await magicOf(pixels.path);
    if (kind === 'tiff') {
      const image = await fax(pixels.path, pixels.page);
      return image && sameSize(image) ? addFax(pdf, image) : null;
    }
    if (kind !== 'jpeg') return null;
  }
  const jpeg = readJpeg(pixels.kind === 'file' ? await readFile(pixels.path) : Buffer.from(pixels.bytes));
  return jpeg && sameSize(jpeg) ? addJpeg(pdf, jpeg) : null;
}

async function magicOf(path: string): Promise<'jpeg' | 'tiff' | null> {
  await using file = await open(path);
  const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
  if (buffer[0] === 0xff && buffer[1] === 0xd8) return 'jpeg';
  return /^(II[*+]\0|MM\0[*+])$/.test(buffer.toString('latin1')) ? 'tiff' : null;
}
