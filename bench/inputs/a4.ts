import sharp from 'sharp';
import { encode, makeDocument, type Raster, renderPage } from '../../fixtures/generator/index.ts';

// ISO 216: 210 × 297 mm.
const A4_INCHES = [210 / 25.4, 297 / 25.4] as const;

/** A typed A4 page in colour. */
export async function a4Page(dpi: number): Promise<Raster> {
  const drawn = await renderPage(makeDocument('oficio', 1).pages[0]!, { dpi });
  const [width, height] = A4_INCHES.map((inches) => Math.round(inches * dpi)) as [number, number];
  const { data, width: w, height: h, channels } = drawn;
  const raw = { width: w, height: h, channels };
  const fitted = sharp(data, { raw, limitInputPixels: false }).resize(width, height, { fit: 'fill' }).raw();
  return { ...drawn, data: await fitted.toBuffer(), width, height };
}

/** The same as a JPEG of good quality: 600 dpi are scanned to be kept. */
export const a4Jpeg = async (dpi: number): Promise<Uint8Array> =>
  encode(await a4Page(dpi), 'jpeg', { quality: 90 });
