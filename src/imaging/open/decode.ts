import sharp, { type Sharp } from 'sharp';
import type { Box } from '../../model/document.ts';
import { InputError } from '../../model/errors.ts';
import type { PixelSource, Pixels } from '../../model/pixels.ts';
import { type Sheet, squareSize } from '../draw/frame.ts';

// One page at a time per thread: libvips' own threads and cache would only multiply memory.
sharp.concurrency(1);
sharp.cache(false);

/**
 * Decodes to gray or RGB on white, as stored (EXIF ignored) but with square pixels, reduced to at most `maxPixels`.
 * With a region, in whole pixels as stored, only that is decoded. InputError when the bytes cannot be decoded.
 */
export async function decode(
  source: PixelSource,
  maxPixels: number,
  stretch: Sheet['stretch'] = { x: 1, y: 1 },
  region?: Box,
): Promise<Pixels> {
  try {
    const image = openPixels(source);
    const { channels, space, hasAlpha, ...whole } = await image.metadata();
    const { width, height } = region ?? whole;
    const gray = space === 'b-w' || space === 'grey16' || (channels ?? 3) < 3;
    const square = squareSize({ width, height, stretch });
    const scale = Math.min(1, Math.sqrt(maxPixels / (square.width * square.height)));
    let chain = hasAlpha ? image.flatten({ background: '#fff' }) : image;
    if (region) chain = chain.extract({ left: region.x, top: region.y, width, height });
    const size = { width: Math.round(square.width * scale), height: Math.round(square.height * scale) };
    if (size.width !== width || size.height !== height) {
      chain = chain.resize({ ...size, fit: 'fill', kernel: 'linear' });
    }
    const { data, info } = await chain
      .toColourspace(gray ? 'b-w' : 'srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    return { data, width: info.width, height: info.height, channels: gray ? 1 : 3 };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new InputError('undecodable', `The pixels of the page cannot be decoded: ${why}.`, { cause });
  }
}

/** The pixels as libvips sees them, not decoded yet; EXIF ignored. */
export function openPixels(source: PixelSource): Sharp {
  const options = { limitInputPixels: false, sequentialRead: true, failOn: 'error' } as const;
  if (source.kind === 'file') return sharp(source.path, { ...options, page: source.page });
  if (source.kind === 'encoded') return sharp(source.bytes, options);
  const { data, width, height, channels } = source;
  return sharp(data, { ...options, raw: { width, height, channels } });
}
