import { type PDFDict, PDFName, type PDFObject, PDFRawStream, type PDFRef } from 'pdf-lib';
import type { Copier } from '../source/copier.ts';
import type { PdfSource } from '../source/source.ts';
import type { Entries, PdfWriter } from '../write/file.ts';
import type { EncodedImage } from './encoded.ts';
import { type JpegImage, readJpeg } from './jpeg.ts';
import type { FaxImage } from './tiff.ts';

/** An image in the file being written. */
export interface ImageObject {
  readonly ref: PDFRef;
  readonly kind: 'tone' | 'bilevel';
  /** What a JPEG was saved with, where that is known: a step of no lower quality saves nothing. */
  readonly quality?: number;
  /** Whether PDF/A-2 allows it with an sRGB output intent. */
  readonly pdfa: boolean;
}

const image = (width: number, height: number, bits: number, ColorSpace: string): Entries => ({
  Type: 'XObject',
  Subtype: 'Image',
  Width: width,
  Height: height,
  BitsPerComponent: bits,
  ColorSpace,
});
const SPACES = { 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' } as const;
const INVERTED_CMYK = [1, 0, 1, 0, 1, 0, 1, 0];

/** A JPEG as it is. */
export async function addJpeg(pdf: PdfWriter, jpeg: JpegImage): Promise<ImageObject> {
  const entries = image(jpeg.width, jpeg.height, 8, SPACES[jpeg.components]);
  const ref = await pdf.addStream(jpeg.bytes, {
    ...entries,
    Filter: 'DCTDecode',
    ...(jpeg.inverted ? { Decode: INVERTED_CMYK } : {}),
    ...(jpeg.plainRgb ? { DecodeParms: { ColorTransform: 0 } } : {}),
  });
  return { ref, kind: 'tone', quality: jpeg.quality, pdfa: jpeg.components !== 4 };
}

/** Fax data as it is. */
export async function addFax(
  pdf: PdfWriter,
  { bytes, width, height, blackIsOne }: FaxImage,
): Promise<ImageObject> {
  const ref = await pdf.addStream(bytes, {
    ...image(width, height, 1, 'DeviceGray'),
    Filter: 'CCITTFaxDecode',
    // TIFF's "black is zero" fax data, decoded, is a negative of what PDF takes for granted.
    DecodeParms: { K: -1, Columns: width, Rows: height, BlackIs1: blackIsOne },
  });
  return { ref, kind: 'bilevel', pdfa: true };
}

/** Pixels that were encoded for access. */
export async function addEncoded(pdf: PdfWriter, encoded: EncodedImage): Promise<ImageObject> {
  const { width, height, kind, gray, bytes } = encoded;
  const entries = image(width, height, kind === 'bilevel' ? 1 : 8, gray ? 'DeviceGray' : 'DeviceRGB');
  const Filter = kind === 'bilevel' ? 'JBIG2Decode' : 'DCTDecode';
  return { ref: await pdf.addStream(bytes, { ...entries, Filter }), kind, pdfa: true };
}

const CARRIED = ['Width', 'Height', 'BitsPerComponent', 'ColorSpace', 'Decode', 'Filter', 'DecodeParms'];
// ISO 19005-2, 6.1.7: LZW is not allowed; JPEG 2000 has rules of its own, which are not checked here.
const PDFA_FILTERS = /^\[?[ ]*(\/(DCT|CCITTFax|JBIG2|Flate|RunLength|ASCII85|ASCIIHex)Decode[ ]*)+\]?$/;
const PDFA_SPACES = /^\/Device(Gray|RGB)$/;

/** An image of a delivered PDF as it is, in its own coding, without whatever else its dictionary says. */
export async function addSourceImage(
  pdf: PdfWriter,
  source: PdfSource,
  copier: Copier,
  stream: PDFRawStream,
): Promise<ImageObject> {
  const filter = source.resolve(stream.dict.get(PDFName.of('Filter')));
  const jpeg = filter === PDFName.of('DCTDecode') ? readJpeg(Buffer.from(stream.contents)) : null;
  const dict = pdf.context.obj({ Type: 'XObject', Subtype: 'Image' }) as PDFDict;
  for (const name of CARRIED) {
    const value: PDFObject | undefined = stream.dict.get(PDFName.of(name));
    if (value) dict.set(PDFName.of(name), copier.translate(value));
  }
  const ref = await pdf.add(PDFRawStream.of(dict, jpeg?.bytes ?? stream.contents));
  await copier.finish();
  const space = source.resolve(stream.dict.get(PDFName.of('ColorSpace')));
  const bits = Number(String(source.resolve(stream.dict.get(PDFName.of('BitsPerComponent')))));
  return {
    ref,
    kind: bits === 1 ? 'bilevel' : 'tone',
    ...(jpeg ? { quality: jpeg.quality } : {}),
    pdfa: PDFA_FILTERS.test(String(filter)) && PDFA_SPACES.test(String(space)),
  };
}
