import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { openImage } from '../../../src/imaging/open/image.ts';
import type { ImagePage } from '../../../src/imaging/open/opened.ts';
import { InputError } from '../../../src/model/errors.ts';
import { grayPage, saveImage, tiffOf } from './tiffs.ts';

const paper = (width = 120, height = 160) =>
  sharp({ create: { width, height, channels: 3, background: '#f8e8c8' } });
const gray = () => paper().toColourspace('b-w');

/** A PNG that promises a size and holds next to nothing. */
function pngOf(width: number, height: number): Buffer {
  const chunk = (type: string, body: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), body]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(body.length, 0);
    frame.writeUInt32BE(crc32(named), 4);
    return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
  };
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  const header = chunk('IHDR', Buffer.concat([size, Buffer.from([1, 0, 0, 0, 0])]));
  const mark = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    mark,
    header,
    chunk('IDAT', deflateSync(Buffer.alloc(64))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

async function openBytes(bytes: Uint8Array, type: string) {
  return openImage(await saveImage(bytes), type);
}

const firstPage = async (image: Sharp, type = 'image/tiff') =>
  (await openBytes(await image.toBuffer(), type)).page(0);

async function decode({ pixels }: ImagePage) {
  const source =
    pixels.kind === 'file'
      ? sharp(pixels.path, { page: pixels.page })
      : sharp((pixels as { bytes: Uint8Array }).bytes);
  return source.raw().toBuffer({ resolveWithObject: true });
}

describe('an image', () => {
  it.each<[string, Sharp]>([
    ['image/jpeg', paper().jpeg()],
    ['image/jpeg', paper().toColourspace('cmyk').jpeg()],
    ['image/png', paper().png()],
    ['image/png', paper().ensureAlpha(0.5).png()],
    ['image/webp', paper().webp()],
    ['image/tiff', gray().tiff({ compression: 'ccittfax4', bitdepth: 1 })],
    ['image/tiff', gray().tiff({ compression: 'none', bitdepth: 1, miniswhite: true })],
    ['image/tiff', paper().tiff({ compression: 'lzw' })],
    ['image/tiff', paper().tiff({ compression: 'deflate' })],
    ['image/tiff', paper().tiff({ compression: 'jpeg' })],
    ['image/tiff', paper().tiff({ compression: 'packbits', bigtiff: true })],
    ['image/tiff', paper().tiff({ tile: true, tileWidth: 64, tileHeight: 64 })],
    ['image/tiff', paper().toColourspace('rgb16').tiff()],
    ['image/tiff', paper().toColourspace('cmyk').tiff()],
    ['image/tiff', paper().ensureAlpha().tiff()],
  ])('is known by its header and left to be decoded: %s %#', async (type, image) => {
    const page = await firstPage(image, type);
    expect(page).toMatchObject({
      width: 120,
      height: 160,
      orientation: 1,
      pixels: { kind: 'file', page: 0 },
    });
    expect((await decode(page)).info).toMatchObject({ width: 120, height: 160 });
  });

  it('passes its orientation on and does not apply it', async () => {
    for (const orientation of [1, 3, 6, 8]) {
      const jpeg = await firstPage(paper().withMetadata({ orientation }).jpeg(), 'image/jpeg');
      expect(jpeg).toMatchObject({ width: 120, height: 160, orientation });
    }
    const tiff = await openBytes(
      tiffOf([grayPage(30, 20, { 274: 6 }), grayPage(30, 20, { 274: 77 })]),
      'image/tiff',
    );
    expect(await tiff.page(0)).toMatchObject({ width: 30, height: 20, orientation: 6 });
    expect(await tiff.page(1)).toMatchObject({ orientation: 1 });
  });

  it('says the resolution that its file claims', async () => {
    expect(await firstPage(paper().withMetadata({ density: 300 }).jpeg(), 'image/jpeg')).toMatchObject({
      dpiX: 300,
      dpiY: 300,
    });
    expect(await firstPage(paper().png(), 'image/png')).toMatchObject({ dpiX: null });
    const tags = [
      { 282: [204, 1], 283: [98, 1], 296: 2 },
      { 282: [11811, 100], 283: [11811, 100], 296: 3 },
      { 282: [300, 1], 283: [300, 1], 296: 1 },
      { 282: [0, 0], 283: [300, 0] },
    ] as const;
    const tiff = await openBytes(tiffOf(tags.map((it) => grayPage(20, 20, it))), 'image/tiff');
    const pages = await Promise.all(tags.map((_, i) => tiff.page(i)));
    expect(pages.map(({ dpiX }) => Math.round(dpiX ?? 0))).toEqual([204, 300, 0, 0]);
    expect(pages[0]!.dpiY).toBe(98);
  });

  it.each([
    ['image/jpeg', 'ffd8ffe000104a46494600'],
    ['image/png', '89504e470d0a1a0a0000000d49484452'],
    ['image/webp', '524946462400000057454250'],
    ['image/tiff', '49492a0008000000'],
    ['image/tiff', '4d4d002a00ffffff0000000000000000'],
  ])('is refused with a broken header: %s', async (type, hex) => {
    await expect(openBytes(Buffer.from(hex, 'hex'), type)).rejects.toThrow(InputError);
  });

  it('is refused before it is decoded when it is a pixel bomb or has no size', async () => {
    const bomb = await openBytes(
      tiffOf([grayPage(10, 10, { 256: 35_000, 257: 35_000 }), grayPage(10, 10, { 257: 0 }), grayPage(4, 4)]),
      'image/tiff',
    );
    await expect(bomb.page(0)).rejects.toMatchObject({ code: 'too-large' });
    await expect(bomb.page(1)).rejects.toMatchObject({ code: 'damaged' });
    expect(await bomb.page(2)).toMatchObject({ width: 4 });
    await expect((await openBytes(pngOf(35_000, 35_000), 'image/png')).page(0)).rejects.toMatchObject({
      code: 'too-large',
    });
  });
});

describe('a TIFF', () => {
  it('has a page for each face: thumbnails and masks are none', async () => {
    const bytes = tiffOf([
      grayPage(40, 50),
      grayPage(4, 5, { 254: 1 }),
      grayPage(60, 70, { 254: 2 }),
      grayPage(40, 50, { 254: 4 }),
    ]);
    const tiff = await openBytes(bytes, 'image/tiff');
    expect(tiff.pageCount).toBe(2);
    const page = await tiff.page(1);
    expect(page).toMatchObject({ width: 60, height: 70, pixels: { kind: 'file', page: 2 } });
    expect((await decode(page)).info).toMatchObject({ width: 60, height: 70 });
  });

  it('whose chain breaks off keeps its pages and says so at the end', async () => {
    const tiff = await openBytes(tiffOf([grayPage(8, 8), grayPage(8, 8)], 0x00ffffff), 'image/tiff');
    expect(tiff.pageCount).toBe(3);
    expect(await tiff.page(1)).toMatchObject({ width: 8 });
    await expect(tiff.page(2)).rejects.toMatchObject({
      code: 'damaged',
      message: expect.stringContaining('page 3'),
    });
  });

  it('whose chain goes round ends where it began', async () => {
    const bytes = tiffOf([grayPage(8, 8), grayPage(8, 8)]);
    const first = bytes.readUInt32LE(4);
    const tiff = await openBytes(tiffOf([grayPage(8, 8), grayPage(8, 8)], first), 'image/tiff');
    expect(tiff.pageCount).toBe(2);
  });

  it.each([
    ['Zstandard', { 259: 50000 }],
    ['JBIG', { 259: 34661 }],
    ['32 bits', { 258: 32 }],
    ['12 bits', { 258: 12 }],
    ['floating-point', { 339: 3 }],
    ['YCbCr', { 262: 6, 277: 3 }],
    ['colour space', { 262: 8, 277: 3 }],
    ['old-style JPEG', { 259: 6, 513: 0, 514: 99 }],
  ])('that would not be decoded right is refused with a way out: %s', async (reason, tags) => {
    const tiff = await openBytes(tiffOf([grayPage(16, 16, tags)]), 'image/tiff');
    await expect(tiff.page(0)).rejects.toMatchObject({
      code: 'unsupported',
      message: expect.stringMatching(new RegExp(`${reason}.*Save it again`)),
    });
  });

  it('of the 1990s, one old-style JPEG stream a page, is read as that JPEG', async () => {
    const jpeg = await paper(64, 48).jpeg({ chromaSubsampling: '4:4:4' }).toBuffer();
    const tags = { 256: 64, 257: 48, 258: 8, 259: 6, 262: 6, 277: 3, 278: 48, 513: 0, 514: jpeg.length };
    const page = await (await openBytes(tiffOf([{ tags, data: jpeg }]), 'image/tiff')).page(0);
    expect(page.pixels).toMatchObject({ kind: 'encoded' });
    const { data } = await decode(page);
    expect(Math.abs(data[0]! - 0xf8)).toBeLessThan(6);
  });

  it('has a thousand pages for what a thousand headers cost', async () => {
    const tiff = await openBytes(
      tiffOf(Array.from({ length: 1000 }, (_, i) => grayPage(8 + (i % 5), 8))),
      'image/tiff',
    );
    expect(tiff.pageCount).toBe(1000);
    const page = await tiff.page(998);
    expect(page).toMatchObject({ width: 8 + (998 % 5), pixels: { page: 998 } });
    expect((await decode(page)).info.width).toBe(page.width);
  });
});
