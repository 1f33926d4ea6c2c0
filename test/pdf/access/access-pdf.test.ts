import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { compose, IDENTITY, quarterTurn, turn } from '../../../src/imaging/draw/geometry.ts';
import { accessOf, linesOf, readPage, rendered, wordBox, wordsOf } from '../access-reading.ts';
import { jpegOf, lopsided } from '../open-pdfs.ts';

const [width, height] = [800, 1000];
const LINES = [
  [
    ['OFICIO', wordBox(500, 90, 130)],
    ['SA/0123/1987', wordBox(640, 90, 140)],
  ],
  [
    ['Al', wordBox(60, 200, 40)],
    ['señor', wordBox(110, 208, 100, 22)],
    ['Peñúñuri', wordBox(220, 200, 150, 38)],
  ],
] as const;
const WORDS = LINES.flat();
const TEXT = WORDS.map(([text]) => text);

// Grain like paper's, so that a JPEG of it weighs what a scan weighs.
async function scan(format: 'jpeg' | 'png' = 'jpeg', quality = 95): Promise<Buffer> {
  const pixels = await lopsided(width, height);
  for (let i = 0, seed = 7; i < pixels.length; i++) {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff;
    if (pixels[i] === 255) pixels[i] = 215 + ((seed >> 16) % 40);
  }
  const image = sharp(pixels, { raw: { width, height, channels: 1 } }).toColourspace('b-w');
  return format === 'png' ? image.png().toBuffer() : image.jpeg({ quality }).toBuffer();
}

const jpegFile = async () => [{ bytes: await scan(), type: 'image/jpeg' }];

describe('the access copy', () => {
  it.each([
    [0, 0],
    [90, 0],
    [180, -2],
    [270, 3],
  ] as const)(
    'turns a page upright that lay %i° and leaned %f°, by matrix, with every word on its pixels',
    async (rotation, skew) => {
      const lying = rotation % 180 === 90;
      const upright = lying ? { width: height, height: width } : { width, height };
      const leaning = skew === 0 ? IDENTITY : turn(skew, upright, upright);
      const back = quarterTurn(((360 - rotation) % 360) as 0, upright.width, upright.height);
      const toSource = compose(leaning, back);
      const page = readPage({
        width,
        height,
        rotation,
        skew,
        upright,
        toSource,
        lines: linesOf(LINES, toSource),
      });
      const { path, file } = await accessOf(await jpegFile(), [page]);

      const found = await wordsOf(path);
      const points = 72 / page.dpi!;
      expect(found.words.map(({ text }) => text)).toEqual(TEXT);
      expect(found.width).toBeCloseTo(upright.width * points, 1);
      for (const [i, { box }] of found.words.entries()) {
        const expected = WORDS[i]![1];
        expect(Math.abs(box.x - expected.x * points)).toBeLessThan(1);
        expect(Math.abs(box.x + box.width - (expected.x + expected.width) * points)).toBeLessThan(1);
        const middle = (expected.y + expected.height / 2) * points;
        expect(box.y).toBeLessThan(middle);
        expect(box.y + box.height).toBeGreaterThan(middle);
      }
      // The scan's dark corner is where the turn brings it.
      const picture = await rendered(file, 0, 1);
      const corner = { 0: [0.2, 0.1], 90: [0.9, 0.2], 180: [0.8, 0.9], 270: [0.1, 0.8] }[rotation];
      expect(picture.at(corner[0]! * picture.width, corner[1]! * picture.height)).toBeLessThan(40);
      expect(picture.at((1 - corner[0]!) * picture.width, (1 - corner[1]!) * picture.height)).toBeGreaterThan(
        200,
      );
    },
  );

  it('leaves the corners white that straightening uncovers', async () => {
    const dark = await sharp({ create: { width, height, channels: 3, background: '#222' } })
      .jpeg()
      .toBuffer();
    const toSource = turn(5, { width, height }, { width, height });
    const page = readPage({ width, height, skew: 5, toSource });
    const { file } = await accessOf([{ bytes: dark, type: 'image/jpeg' }], [page]);
    const picture = await rendered(file);
    const corners = [picture.at(2, picture.height - 3), picture.at(picture.width - 3, 2), picture.at(2, 2)];
    expect(Math.max(...corners)).toBeGreaterThan(250);
    expect(picture.at(picture.width / 2, picture.height / 2)).toBeLessThan(50);
  });

  it('is never larger than the scans, however many words it carries', async () => {
    const bytes = await scan('jpeg', 60);
    const rows = Array.from({ length: 30 }, (_, line) =>
      Array.from(
        { length: 8 },
        (_, i) => [`palabra${line}-${i}`, wordBox(20 + i * 90, 30 + line * 32, 80)] as const,
      ),
    );
    const page = readPage({ width, height, lines: linesOf(rows) });
    const { bytes: size } = await accessOf([{ bytes, type: 'image/jpeg' }], [page], {
      maxBytes: bytes.length,
    });
    expect(size).toBeLessThanOrEqual(bytes.length);
  });

  it('touches as few pages as it must to stay within the bytes of the scans', async () => {
    const [own, small] = [await scan('jpeg', 95), await scan('jpeg', 70)];
    const files = [own, small, small].map((bytes) => ({ bytes, type: 'image/jpeg' }));
    const pages = files.map((_, index) =>
      readPage({ number: index + 1, source: { file: index, page: 0 }, width, height, lines: linesOf(LINES) }),
    );
    const maxBytes = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
    const { file, bytes } = await accessOf(files, pages, { maxBytes });
    expect(bytes).toBeLessThanOrEqual(maxBytes);
    expect(file.includes(own.subarray(-5000))).toBe(false);
    expect(file.indexOf(small.subarray(-5000), file.indexOf(small.subarray(-5000)) + 1)).toBeGreaterThan(0);
  });

  it('has a page for every face, with a notice where nothing can be shown', async () => {
    const error = { code: 'damaged', message: 'the file breaks off (at byte 12)' };
    const broken = readPage({
      number: 2,
      source: { file: 1, page: 0 },
      width: 0,
      height: 0,
      flags: ['failed'],
      error,
    });
    const files = [...(await jpegFile()), { bytes: Buffer.from('no scan'), type: 'image/jpeg' }];
    const page = readPage({ width, height });
    const openable = { openPixels: async () => null };
    const { path, pdfa, file } = await accessOf(files, [page, broken]).catch(() =>
      accessOf(files, [page, broken], openable),
    );
    const { words } = await wordsOf(path, 1);
    const shown = words.map(({ text }) => text).join(' ');
    expect(shown).toContain('Página 2 Esta cara no se pudo abrir');
    expect(shown).toContain('damaged: the file breaks off (at byte 12)');
    expect((await rendered(file)).pages).toBe(2);
    expect(pdfa).toBe(false);
  });

  it('shows a face that could be opened though it was not read', async () => {
    const lying = await sharp(await scan())
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const failed = readPage({ width: 0, height: 0, flags: ['failed'] });
    const { file } = await accessOf([{ bytes: lying, type: 'image/jpeg' }], [failed]);
    const picture = await rendered(file);
    expect(picture.width).toBeGreaterThan(picture.height);
    expect(picture.at(picture.width * 0.9, picture.height * 0.2)).toBeLessThan(40);
    expect(picture.at(picture.width * 0.1, picture.height * 0.8)).toBeGreaterThan(200);
  });

  it('is the same bytes every time', async () => {
    const page = readPage({ width, height, lines: linesOf(LINES) });
    const [first, second] = [
      await accessOf(await jpegFile(), [page]),
      await accessOf(await jpegFile(), [page]),
    ];
    expect(first.file.equals(second.file)).toBe(true);
  });

  it('claims PDF/A only where everything in it conforms', async () => {
    const page = readPage({ width, height });
    const gray = await accessOf(await jpegFile(), [page]);
    const cmyk = await sharp(await scan())
      .toColourspace('cmyk')
      .jpeg()
      .toBuffer();
    const print = await accessOf([{ bytes: cmyk, type: 'image/jpeg' }], [page]);
    expect([gray.pdfa, print.pdfa]).toEqual([true, false]);
    expect(gray.file.includes('<pdfaid:conformance>U<')).toBe(true);
    expect(print.file.includes('pdfaid:part')).toBe(false);
  });

  it('gives every text back: any letters, signs and scripts', async () => {
    const bytes = await jpegOf(await lopsided(80, 100), 80, 100);
    const unit = fc.oneof(
      fc.constantFrom(...'áéíóúñÑü¿¡()\\"<>&…€', 'Ж', '中', '𝄞', '\r', '\n', '\0'),
      fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
    );
    const word = fc.array(unit, { minLength: 1, maxLength: 12 }).map((characters) => characters.join(''));
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 12 }), async (texts) => {
        const row = texts.map((text, i) => [text, wordBox(2 + 6 * i, 30, 5, 9)] as const);
        const page = readPage({ width: 80, height: 100, dpi: 10, lines: linesOf([row]) });
        const { path } = await accessOf([{ bytes, type: 'image/jpeg' }], [page]);
        const { words } = await wordsOf(path);
        const expected = texts.map((text) => text.replace(/\p{Cc}/gu, '')).filter((text) => text !== '');
        expect(words.map(({ text }) => text).join(' ')).toBe(expected.join(' '));
      }),
      { numRuns: 12 },
    );
  });
});
