import type { GrayImage } from '../../ports/ocr-engine.ts';

/** PGM is a header and the pixels as they are: nothing to compress, nothing to decompress. */
export const pgm = ({ data, width, height }: GrayImage): Buffer =>
  Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), data]);
