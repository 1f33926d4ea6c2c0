import sharp, { type Sharp } from 'sharp';
import { InputError } from '../../model/errors.ts';
import type { PixelSource, Pixels } from '../../model/pixels.ts';
import { decode, openPixels } from '../open/decode.ts';

/** Pixels made small for the access copy; still in the frame of the scan as stored. */
export type AccessImage =
  | {
      readonly kind: 'jpeg';
      readonly bytes: Buffer;
      readonly width: number;
      readonly height: number;
      readonly gray: boolean;
    }
  /** One byte a pixel, 1 = black. */
  | { readonly kind: 'bilevel'; readonly dots: Uint8Array; readonly width: number; readonly height: number };

export interface AccessQuality {
  /** JPEG quality, 1…100; black-and-white pages have none, they lose nothing. */
  readonly quality: number;
  /** Size of the sides, of those of the scan. */
  readonly scale: number;
}

// Differences between channels that a gray scan saved as colour shows after JPEG (4:2:0, quality 75 and above): below 16.
const COLOUR_DIFFERENCE = 24;
// A rubric in blue ink is a few thousand pixels of an 8.7-million-pixel page.
const COLOUR_SHARE = 1e-4;
const MIDDLE = 128;

/**
 * Encodes a page for reading on a screen: black and white stays that, gray without colour becomes gray JPEG, the rest
 * colour JPEG. Transparency lies on white; no camera data is carried over. InputError when the pixels cannot be decoded.
 */
export async function encodeForAccess(source: PixelSource, quality: AccessQuality): Promise<AccessImage> {
  const { format, width = 0, height = 0 } = await metadataOf(source);
  // A JPEG is never black and white, so that nothing asks for its pixels one by one: they are encoded as they are decoded.
  if (format === 'jpeg') {
    const gray = isGray(await decode(source, PROBE_PIXELS));
    return encodeTone(openPixels(source), { width, height, gray }, quality);
  }
  const pixels = await decode(source, Number.POSITIVE_INFINITY);
  const { data, channels } = pixels;
  const image = sharp(data, { raw: { width: pixels.width, height: pixels.height, channels } });
  if (isBilevel(pixels)) return bilevelOf(image, pixels, quality.scale);
  return encodeTone(image, { ...pixels, gray: isGray(pixels) }, quality);
}

// Enough to see the ink of a rubric: a letter page at 115 dpi.
const PROBE_PIXELS = 1.2e6;

async function metadataOf(
  source: PixelSource,
): Promise<{ format?: string; width?: number; height?: number }> {
  try {
    return source.kind === 'raw' ? {} : await openPixels(source).metadata();
  } catch (cause) {
    throw new InputError('undecodable', `The pixels of the page cannot be decoded: ${String(cause)}.`, {
      cause,
    });
  }
}

const sized = ({ width, height }: { width: number; height: number }, scale: number) => ({
  width: Math.max(1, Math.round(width * scale)),
  height: Math.max(1, Math.round(height * scale)),
});

async function encodeTone(
  image: Sharp,
  page: { readonly width: number; readonly height: number; readonly gray: boolean },
  { quality, scale }: AccessQuality,
): Promise<AccessImage> {
  const size = sized(page, scale);
  const chain = (scale < 1 ? image.resize({ ...size, fit: 'fill' }) : image).toColourspace(
    page.gray ? 'b-w' : 'srgb',
  );
  try {
    const optimiseCoding = size.width * size.height <= HELD_PIXELS;
    const bytes = await chain.jpeg({ quality, quantisationTable: TABLE, optimiseCoding }).toBuffer();
    return { kind: 'jpeg', bytes, ...size, gray: page.gray };
  } catch (cause) {
    throw new InputError('undecodable', `The pixels of the page cannot be decoded: ${String(cause)}.`, {
      cause,
    });
  }
}

// Tables fitted to the page save a tenth, but libjpeg holds the whole page for them, six bytes a pixel: 200 MB at A4 and 600 dpi.
const HELD_PIXELS = 12e6;

async function bilevelOf(
  image: Sharp,
  { data, channels, ...page }: Pixels,
  scale: number,
): Promise<AccessImage> {
  const size = sized(page, scale);
  const gray = (scale < 1 ? image.resize({ ...size, fit: 'fill' }) : image).toColourspace('b-w');
  const bytes = scale < 1 || channels > 1 ? await gray.raw().toBuffer() : data;
  const dots = new Uint8Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) dots[i] = bytes[i]! < MIDDLE ? 1 : 0;
  return { kind: 'bilevel', dots, ...size };
}

// Of the tables that libjpeg knows, this one (N. Robidoux) comes out a tenth smaller at the same PSNR on scans that were saved tightly.
const TABLE = 3;

function isBilevel({ data, channels }: Pixels): boolean {
  for (let i = 0; i < data.length; i += channels) {
    const value = data[i]!;
    if (value !== 0 && value !== 255) return false;
    if (channels === 3 && (data[i + 1] !== value || data[i + 2] !== value)) return false;
  }
  return true;
}

function isGray({ data, channels }: Pixels): boolean {
  if (channels === 1) return true;
  const most = (data.length / channels) * COLOUR_SHARE;
  let coloured = 0;
  for (let i = 0; i < data.length; i += 3) {
    const [red, green, blue] = [data[i]!, data[i + 1]!, data[i + 2]!];
    if (Math.max(red, green, blue) - Math.min(red, green, blue) < COLOUR_DIFFERENCE) continue;
    coloured++;
    if (coloured > most) return false;
  }
  return true;
}
