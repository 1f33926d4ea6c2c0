import sharp from 'sharp';
import { expect, it } from 'vitest';
import { tiff } from '../../../src/adapters/ocr-engine/tiff.ts';

const image = (width: number, height: number, seed: number) => ({
  width,
  height,
  data: Uint8Array.from({ length: width * height }, (_, i) => (i * 37 + seed) % 256),
});

it('is read by others as the same pictures, also of an odd number of pixels', async () => {
  const images = [image(3, 5, 1), image(40, 7, 2), image(1, 1, 3), image(8, 8, 4)];
  const file = tiff(images);
  expect((await sharp(file).metadata()).pages).toBe(images.length);
  for (const [page, { data, width, height }] of images.entries()) {
    const read = await sharp(file, { page }).extractChannel(0).raw().toBuffer({ resolveWithObject: true });
    expect(read.info).toMatchObject({ width, height, channels: 1 });
    expect(new Uint8Array(read.data)).toEqual(data);
  }
});
