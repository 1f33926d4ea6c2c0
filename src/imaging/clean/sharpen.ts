import sharp from 'sharp';
import type { GrayImage } from '../../ports/ocr-engine.ts';

/** Blur that is taken away, in heights of a small x: the width of a typed stroke. */
const SIGMA = 1 / 9;
/**
 * How much of it. Of sigma 1.5, 2 and 3 pixels at x = 18 and amounts of 1 and 2, this pair read eight pages of faded ribbon best: CER 3.4 %, against
 * 14.9 % as drawn.
 */
const AMOUNT = 2;

/** Draws worn strokes out of the paper: what is darker than its surroundings becomes darker, and what shines through stays as pale. */
export async function sharpen({ data, width, height }: GrayImage, letterHeight: number): Promise<GrayImage> {
  const sharper = sharp(data, { raw: { width, height, channels: 1 } })
    .sharpen({ sigma: SIGMA * letterHeight, m1: AMOUNT, m2: AMOUNT, x1: 0, y2: 255, y3: 255 })
    .toColourspace('b-w');
  return { data: await sharper.raw().toBuffer(), width, height };
}
