import { readJpegFrame } from '../../imaging/open/jpeg.ts';
import { checkSize } from '../../imaging/open/limits.ts';
import type { PixelSource } from '../../model/pixels.ts';
import { copyPixels } from './bitmap.ts';
import type { Drawn } from './content.ts';
import { type ImageDictionary, imageDictionary } from './image-dictionary.ts';
import { concat, displayMatrix } from './matrix.ts';
import type { PageContent } from './page-content.ts';
import { bytesOf, integers, type Pdfium } from './pdfium.ts';
import { type Placement, placementOf } from './placement.ts';
import { imageSize } from './render.ts';

export interface LiftedImage extends Placement {
  readonly width: number;
  readonly height: number;
  readonly pixels: PixelSource;
}

// FPDF_COLORSPACE: gray, RGB, their calibrated kin and ICC-based.
const DIRECT = new Set([1, 2, 4, 5, 7]);
const PER_INCH = 1 / 72;

/**
 * Takes an image off its page as it is stored: a JPEG as its own bytes, anything else as PDFium decodes it. Null
 * where pixels alone would not look as the page does (masks, stencils, inverted or indexed samples, CMYK JPEG,
 * askew, dictionary not found): such a page is rendered. InputError when it is too large to decode.
 */
export function liftImage(
  pdfium: Pdfium,
  page: number,
  content: PageContent,
  image: Drawn,
  what: string,
): LiftedImage | null {
  const { width, height } = imageSize(pdfium, image.object);
  checkSize(width, height, what);
  const shown = concat(image.matrix, displayMatrix(content.box, content.turns, PER_INCH));
  const placement = placementOf(shown, width, height);
  const stored = bytesOf(pdfium, (p, n) => pdfium.api._FPDFImageObj_GetImageDataRaw(image.object, p, n));
  const dictionary = stored && imageDictionary(pdfium, stored);
  if (!placement || !dictionary || dictionary.masked || dictionary.stencil) return null;
  const filter = filtersOf(pdfium, image.object).at(-1);
  // JPEG 2000 carries its colour space itself, and PDFium decodes it to RGB.
  if (filter !== 'JPXDecode' && !isDirect(pdfium, page, image.object)) return null;
  const pixels =
    filter === 'DCTDecode'
      ? storedJpeg(pdfium, image.object, dictionary, width, height)
      : decoded(pdfium, image.object);
  if (pixels?.kind === 'raw' && (pixels.width !== width || pixels.height !== height)) return null;
  return pixels && { ...placement, width, height, pixels };
}

function isDirect(pdfium: Pdfium, page: number, object: number): boolean {
  // FPDF_IMAGEOBJ_METADATA: width, height, two resolutions, bits a pixel, colour space, marked content.
  const metadata = integers(pdfium, 7, (p) => pdfium.api._FPDFImageObj_GetImageMetadata(object, page, p));
  return metadata !== null && DIRECT.has(metadata[5] ?? 0);
}

function filtersOf(pdfium: Pdfium, object: number): string[] {
  const { api } = pdfium;
  return Array.from({ length: api._FPDFImageObj_GetImageFilterCount(object) }, (_, i) => {
    const name = bytesOf(pdfium, (p, n) => api._FPDFImageObj_GetImageFilter(object, i, p, n));
    return name?.toString('latin1').replace(/\0$/, '') ?? '';
  });
}

function storedJpeg(
  pdfium: Pdfium,
  object: number,
  dictionary: ImageDictionary,
  width: number,
  height: number,
): PixelSource | null {
  if (dictionary.recoded) return null;
  // Undoes what lies around the JPEG (Flate, ASCII85), not the JPEG.
  const bytes = bytesOf(pdfium, (p, n) => pdfium.api._FPDFImageObj_GetImageDataDecoded(object, p, n));
  const frame = bytes && readJpegFrame(bytes);
  const plain = frame && frame.bits === 8 && (frame.components === 1 || frame.components === 3);
  if (!plain || frame.width !== width || frame.height !== height) return null;
  return { kind: 'encoded', bytes };
}

function decoded({ api }: Pdfium, object: number): PixelSource | null {
  const bitmap = api._FPDFImageObj_GetBitmap(object);
  if (!bitmap) return null;
  try {
    return copyPixels(api, bitmap);
  } finally {
    api._FPDFBitmap_Destroy(bitmap);
  }
}
