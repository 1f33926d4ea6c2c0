import type { PixelSource } from '../../model/pixels.ts';
import type { PdfiumApi } from './pdfium.ts';

// FPDFBitmap formats: bytes a pixel. Gray; BGR; BGR with an unused byte; BGR with alpha.
const BYTES: Readonly<Record<number, number>> = { 1: 1, 2: 3, 3: 4, 4: 4 };

/** A bitmap's pixels out of PDFium's memory: gray where no pixel has colour, else RGB. Alpha is not kept. */
export function copyPixels(api: PdfiumApi, bitmap: number): PixelSource & { kind: 'raw' } {
  const [width, height] = [api._FPDFBitmap_GetWidth(bitmap), api._FPDFBitmap_GetHeight(bitmap)];
  const stride = api._FPDFBitmap_GetStride(bitmap);
  const bytes = BYTES[api._FPDFBitmap_GetFormat(bitmap)];
  if (!bytes) throw new Error('a bitmap in a format that PDFium does not document');
  const start = api._FPDFBitmap_GetBuffer(bitmap);
  const from = api.HEAPU8.subarray(start, start + stride * height);
  const raw = { kind: 'raw', width, height } as const;
  if (bytes === 1 || isGray(from, width, height, stride, bytes)) {
    const gray = new Uint8Array(width * height);
    for (let y = 0, to = 0; y < height; y++) {
      if (bytes === 1) gray.set(from.subarray(y * stride, y * stride + width), y * width);
      else for (let x = 0, at = y * stride; x < width; x++, at += bytes) gray[to++] = from[at]!;
    }
    return { ...raw, data: gray, channels: 1 };
  }
  const rgb = new Uint8Array(width * height * 3);
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0, at = y * stride; x < width; x++, at += bytes) {
      rgb[to++] = from[at + 2]!;
      rgb[to++] = from[at + 1]!;
      rgb[to++] = from[at]!;
    }
  }
  return { ...raw, data: rgb, channels: 3 };
}

function isGray(from: Uint8Array, width: number, height: number, stride: number, bytes: number): boolean {
  for (let y = 0; y < height; y++) {
    for (let x = 0, at = y * stride; x < width; x++, at += bytes) {
      if (from[at] !== from[at + 1] || from[at] !== from[at + 2]) return false;
    }
  }
  return true;
}
