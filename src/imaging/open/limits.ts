import { InputError } from '../../model/errors.ts';

/** Pixels of the largest page that is decoded: OCRmyPDF's default, an A4 face at 1,600 dpi or an A0 plan at 400. */
export const MAX_PIXELS = 250e6;

/** Says no to pixel bombs and empty images, from the header alone, before anything is decoded. InputError. */
export function checkSize(width: number, height: number, what: string): void {
  if (!(width > 0 && height > 0)) {
    throw new InputError('damaged', `${what} says that it is ${width} × ${height} pixels. Scan it again.`, {
      about: `${what}: ${width} × ${height} px`,
    });
  }
  if (width * height > MAX_PIXELS) {
    const megapixels = Math.round((width * height) / 1e6);
    throw new InputError(
      'too-large',
      `${what} is ${width} × ${height} pixels (${megapixels} megapixels; at most ${MAX_PIXELS / 1e6} are read). Scan it at a lower resolution.`,
      { about: `${what}: ${width} × ${height} px` },
    );
  }
}
