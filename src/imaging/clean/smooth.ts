import sharp from 'sharp';
import type { GrayImage } from '../../ports/ocr-engine.ts';
import { READING_HEIGHT } from '../draw/reading-size.ts';

/** Half the width of a fine stroke. */
const SIGMA = READING_HEIGHT / 15;
/**
 * A factor of gray under which the grain of rough paper goes. Of sigmas of 0.8 to 1.2 pixels at x = 18 and factors of 1 to 1.3 this pair read best:
 * with it 22 pages of old print came from a CER of 3.5 to 2.7 %, four photocopies from 2.0 to 1.5 %.
 */
const LIGHTER = 1.2;

/** Evens out grain, ragged edges and the dots of a copier, at the cost of the finest gaps. */
export async function smooth({ data, width, height }: GrayImage): Promise<GrayImage> {
  const smoother = sharp(data, { raw: { width, height, channels: 1 } })
    .blur(SIGMA)
    .linear(LIGHTER, 0)
    .toColourspace('b-w');
  return { data: await smoother.raw().toBuffer(), width, height };
}
