import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readJpeg } from '../../src/pdf/access/jpeg.ts';
import { accessOf, readPage, rendered } from './access-reading.ts';
import { g4Bar, jpegOf, lopsided } from './open-pdfs.ts';

const [width, height] = [400, 560];
const picture = async () => sharp(await lopsided(width, height), { raw: { width, height, channels: 1 } });
const page = readPage({ width, height });

/** A TIFF of one strip, as scanners write Group 4. */
function faxTiff(rows: number, photometric: 0 | 1, fillOrder: 1 | 2): { tiff: Buffer; strip: Buffer } {
  const coded = Buffer.from(g4Bar(rows));
  const strip = fillOrder === 1 ? coded : Buffer.from(coded.map((byte) => reversed(byte)));
  const tags = [
    [256, 200],
    [257, rows],
    [258, 1],
    [259, 4],
    [262, photometric],
    [266, fillOrder],
    [273, 8],
    [277, 1],
    [278, rows],
    [279, strip.length],
  ] as const;
  const at = 8 + strip.length + (strip.length & 1);
  const tiff = Buffer.alloc(at + 2 + tags.length * 12 + 4);
  tiff.write('II*\0', 'latin1');
  tiff.writeUInt32LE(at, 4);
  strip.copy(tiff, 8);
  tiff.writeUInt16LE(tags.length, at);
  for (const [i, [tag, value]] of tags.entries()) {
    const entry = at + 2 + i * 12;
    tiff.writeUInt16LE(tag, entry);
    tiff.writeUInt16LE(4, entry + 2);
    tiff.writeUInt32LE(1, entry + 4);
    tiff.writeUInt32LE(value, entry + 8);
  }
  return { tiff, strip: coded };
}

const reversed = (byte: number) =>
  Number.parseInt(byte.toString(2).padStart(8, '0').split('').reverse().join(''), 2);

describe('the scan in the access copy', () => {
  it('is the delivered JPEG bit by bit, without where and when and with what it was taken', async () => {
    const jpeg = await (await picture())
      .withExif({ IFD0: { Make: 'Telefono' }, IFD3: { GPSLatitude: '20/1 5/1 0/1' } })
      .jpeg({ quality: 90 })
      .toBuffer();
    expect(jpeg.includes('Telefono')).toBe(true);
    const { file } = await accessOf([{ bytes: jpeg, type: 'image/jpeg' }], [page]);
    const stripped = readJpeg(jpeg)!.bytes;
    expect(file.includes(stripped)).toBe(true);
    expect(file.includes('Telefono')).toBe(false);
    expect(file.includes('Exif')).toBe(false);
    expect(await sharp(stripped).raw().toBuffer()).toEqual(await sharp(jpeg).raw().toBuffer());
  });

  it.each([
    [0, 1],
    [1, 1],
    [0, 2],
  ] as const)(
    'is the delivered Group 4 strip (photometric %i, bit order %i), in the right polarity',
    async (photometric, order) => {
      const { tiff, strip } = faxTiff(120, photometric, order);
      const fax = readPage({ width: 200, height: 120 });
      const { file, pdfa } = await accessOf([{ bytes: tiff, type: 'image/tiff' }], [fax]);
      expect(file.includes(strip)).toBe(true);
      expect(pdfa).toBe(true);
      const shown = await rendered(file, 0, 100 / 72);
      const [bar, paper] = photometric === 0 ? [0, 255] : [255, 0];
      expect([shown.at(125, 60), shown.at(20, 60), shown.at(180, 60)]).toEqual([bar, paper, paper]);
    },
  );

  it('is the right colours of a CMYK JPEG as Photoshop stores it', async () => {
    const red = await sharp({ create: { width, height, channels: 3, background: '#c02020' } })
      .toColourspace('cmyk')
      .jpeg()
      .toBuffer();
    const { file } = await accessOf([{ bytes: red, type: 'image/jpeg' }], [page]);
    // The red channel: low where the inversion was missed.
    expect((await rendered(file)).at(100, 100)).toBeGreaterThan(150);
  });

  it.each([
    ['black and white PNG', 'JBIG2Decode'],
    ['gray 16-bit TIFF', 'DeviceGray'],
    ['colour WebP', 'DeviceRGB'],
    ['PNG with transparency', 'DeviceGray'],
  ])('is encoded where a PDF cannot carry it: %s', async (kind, expected) => {
    const image = await picture();
    const bytes = {
      'black and white PNG': () => image.threshold(100).toColourspace('b-w').png().toBuffer(),
      'gray 16-bit TIFF': () => image.toColourspace('grey16').tiff({ compression: 'deflate' }).toBuffer(),
      'colour WebP': () =>
        sharp({ create: { width, height, channels: 3, background: '#40a0e0' } })
          .webp()
          .toBuffer(),
      'PNG with transparency': () => image.toColourspace('srgb').ensureAlpha(1).png().toBuffer(),
    }[kind]!;
    const type = kind.includes('PNG') ? 'image/png' : kind.includes('TIFF') ? 'image/tiff' : 'image/webp';
    const { file } = await accessOf([{ bytes: await bytes(), type }], [page]);
    expect(file.includes(expected)).toBe(true);
    const shown = await rendered(file);
    if (expected !== 'DeviceRGB') {
      expect(shown.at(shown.width * 0.2, shown.height * 0.1)).toBeLessThan(20);
      expect(shown.at(shown.width * 0.8, shown.height * 0.8)).toBeGreaterThan(235);
    }
  });

  it('keeps every pixel of a black and white scan even where it must weigh less', async () => {
    const gray = Buffer.alloc(width * height, 255);
    for (let i = 0, seed = 3; i < 900; i++) {
      seed = (seed * 1103515245 + 12345) & 0x7fffffff;
      const at = seed % (width * (height - 12));
      for (let y = 0; y < 10; y++) gray.fill(0, at + y * width, at + y * width + 9);
    }
    const tiff = await sharp(gray, { raw: { width, height, channels: 1 } })
      .toColourspace('b-w')
      .tiff({ compression: 'ccittfax4', bitdepth: 1 })
      .toBuffer();
    const { file } = await accessOf([{ bytes: tiff, type: 'image/tiff' }], [page], { maxBytes: 1 });
    const full = readPage({ width, height, dpi: 72 });
    const { file: exact } = await accessOf([{ bytes: tiff, type: 'image/tiff' }], [full], { maxBytes: 1 });
    expect(file.includes('JBIG2Decode')).toBe(true);
    const shown = await rendered(exact);
    for (let y = 0; y < height; y += 3) {
      for (let x = 0; x < width; x += 3) expect(shown.at(x, y)).toBe(gray[y * width + x]);
    }
  });
});

describe('readJpeg', () => {
  it('leaves behind a second picture after the end', async () => {
    const jpeg = await jpegOf(await lopsided(80, 80), 80, 80);
    const twice = Buffer.concat([jpeg, Buffer.from('MPO'), jpeg]);
    expect(readJpeg(twice)!.bytes.equals(readJpeg(jpeg)!.bytes)).toBe(true);
  });

  it.each([30, 50, 75, 92])('tells about what quality it was saved with: %i', async (quality) => {
    const image = sharp(await lopsided(80, 80), { raw: { width: 80, height: 80, channels: 1 } });
    const told = readJpeg(await image.jpeg({ quality, mozjpeg: true }).toBuffer())!.quality;
    expect(Math.abs(told - quality)).toBeLessThan(5);
  });

  it('supplies the end of one that was cut short, and refuses what is no JPEG or not for PDF', async () => {
    const jpeg = await jpegOf(await lopsided(80, 80), 80, 80);
    expect(readJpeg(jpeg.subarray(0, -40))!.bytes.subarray(-2).toString('hex')).toBe('ffd9');
    const arithmetic = Buffer.from(jpeg);
    arithmetic[arithmetic.indexOf(Buffer.from([0xff, 0xc0])) + 1] = 0xc9;
    for (const bytes of [Buffer.from('GIF89a'), jpeg.subarray(0, 30), arithmetic]) {
      expect(readJpeg(bytes)).toBeNull();
    }
  });
});
