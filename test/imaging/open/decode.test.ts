import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { decode } from '../../../src/imaging/open/decode.ts';
import { InputError } from '../../../src/model/errors.ts';

const gray = sharp({ create: { width: 60, height: 40, channels: 3, background: '#808080' } });
const red = sharp({ create: { width: 60, height: 40, channels: 3, background: '#c02020' } });

const decoded = async (image: Sharp, maxPixels = 1e6) =>
  decode({ kind: 'encoded', bytes: await image.toBuffer() }, maxPixels);

describe('decoding', () => {
  it.each([
    ['gray JPEG', () => gray.clone().toColourspace('b-w').jpeg(), 1, 128],
    ['16-bit gray PNG', () => gray.clone().toColourspace('grey16').png(), 1, 128],
    ['RGB PNG', () => red.clone().png(), 3, 192],
    ['RGB TIFF, LZW', () => red.clone().tiff({ compression: 'lzw' }), 3, 192],
    ['WebP', () => red.clone().webp({ lossless: true }), 3, 192],
    [
      '1-bit TIFF, CCITT',
      () => gray.clone().threshold(200).toColourspace('b-w').tiff({ compression: 'ccittfax4', bitdepth: 1 }),
      1,
      0,
    ],
  ] as const)('reads %s', async (_name, image, channels, first) => {
    const pixels = await decoded(image());
    expect(pixels).toMatchObject({ width: 60, height: 40, channels });
    expect(pixels.data.length).toBe(60 * 40 * channels);
    expect(Math.abs(pixels.data[0]! - first)).toBeLessThan(4);
  });

  it('reads CMYK as colour', async () => {
    const pixels = await decoded(red.clone().toColourspace('cmyk').jpeg({ quality: 95 }));
    expect(pixels.channels).toBe(3);
    expect(pixels.data[0]! - pixels.data[1]!).toBeGreaterThan(60);
  });

  it('lays transparent pixels on white', async () => {
    const clear = sharp({
      create: { width: 9, height: 9, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    });
    expect((await decoded(clear.png())).data.every((value) => value === 255)).toBe(true);
  });

  it('reduces what is larger than asked, and keeps the shape', async () => {
    const big = sharp({ create: { width: 1200, height: 800, channels: 3, background: '#fff' } }).jpeg();
    const { width, height } = await decoded(big, 60_000);
    expect([width, height]).toEqual([300, 200]);
  });

  it('ignores EXIF: the turn is decided later', async () => {
    const turned = gray.clone().withMetadata({ orientation: 6 }).jpeg();
    expect(await decoded(turned)).toMatchObject({ width: 60, height: 40 });
  });

  it('says what is wrong with broken bytes', async () => {
    const bytes = Buffer.from('no picture at all');
    await expect(decode({ kind: 'encoded', bytes }, 1e6)).rejects.toThrow(InputError);
  });
});
