import sharp from 'sharp';
import type { Box, Rotation } from '../../model/document.ts';
import { InputError } from '../../model/errors.ts';
import type { PixelSource } from '../../model/pixels.ts';
import { openPixels } from '../open/decode.ts';

/** How a scan lies: as a page's record and its opened file tell. */
export interface Lie {
  readonly rotation: Rotation;
  readonly mirrored: boolean;
  readonly stretch: { readonly x: number; readonly y: number };
}

// Wider than any screen shows of a line; beyond it a crop only gets heavier.
const WIDEST = 1600;

/**
 * The part of a scan in `box` (pixels of the scan as stored, cut at its edges) as a PNG with square pixels, turned upright.
 * Only the part is held in memory, where the format allows it. InputError when it cannot be decoded.
 */
export async function cropUpright(source: PixelSource, box: Box, lie: Lie): Promise<Buffer> {
  try {
    const image = openPixels(source);
    const { width: across = 0, height: down = 0 } = source.kind === 'raw' ? source : await image.metadata();
    const left = clamp(Math.floor(box.x), 0, across - 1);
    const top = clamp(Math.floor(box.y), 0, down - 1);
    const width = clamp(Math.ceil(box.x + box.width) - left, 1, across - left);
    const height = clamp(Math.ceil(box.y + box.height) - top, 1, down - top);
    const scale = Math.min(1, WIDEST / (Math.max(width, height) * Math.max(lie.stretch.x, lie.stretch.y)));
    const part = await image
      .extract({ left, top, width, height })
      .resize({
        width: Math.max(1, Math.round(width * lie.stretch.x * scale)),
        height: Math.max(1, Math.round(height * lie.stretch.y * scale)),
        fit: 'fill',
      })
      .flop(lie.mirrored)
      .flatten({ background: '#fff' })
      .png()
      .toBuffer();
    // In a step of its own: sharp turns before it mirrors, an EXIF orientation the other way round.
    return lie.rotation === 0 ? part : await sharp(part).rotate(lie.rotation).png().toBuffer();
  } catch (cause) {
    throw new InputError('undecodable', `The pixels of the page cannot be decoded: ${String(cause)}.`, {
      cause,
    });
  }
}

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value));
