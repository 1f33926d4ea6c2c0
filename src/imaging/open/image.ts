import sharp from 'sharp';
import { InputError } from '../../model/errors.ts';
import { checkSize } from './limits.ts';
import type { OpenImage } from './opened.ts';
import { openTiff } from './tiff.ts';

/**
 * Opens a JPEG, PNG, WebP or TIFF by its header: InputError when that is broken or asks for too many pixels.
 * Pixels are left to whoever uses the source, and so is the discovery that they are cut short.
 */
export async function openImage(path: string, type: string): Promise<OpenImage> {
  if (type === 'image/tiff') return openTiff(path);
  const { width, height, density, orientation, pages, pageHeight } = await readHeader(path, type);
  const dpi = density ?? null;
  const size = { width, height: pageHeight ?? height };
  return {
    pageCount: pages ?? 1,
    async page(index) {
      checkSize(size.width, size.height, path);
      return {
        ...size,
        dpiX: dpi,
        dpiY: dpi,
        orientation: orientation ?? 1,
        pixels: { kind: 'file', path, page: index },
      };
    },
  };
}

async function readHeader(path: string, type: string) {
  try {
    return await sharp(path, { failOn: 'none', limitInputPixels: false }).metadata();
  } catch (cause) {
    const kind = type.replace('image/', '').toUpperCase();
    throw new InputError(
      'damaged',
      `${path} begins like a ${kind} but its header cannot be read (${String(cause)}). Deliver a whole copy or scan it again.`,
      { about: path, cause },
    );
  }
}
