import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DamageName, damage } from '../../fixtures/generator/index.ts';
import { openTesseractJs } from '../../src/adapters/ocr-engine/tesseract-js/tesseract-js.ts';
import type { ReadPage } from '../../src/model/document.ts';
import type { GrayImage, OcrEngine } from '../../src/ports/ocr-engine.ts';
import { clean } from '../../src/recognition/clean.ts';
import { recognize } from '../../src/recognition/recognize.ts';
import { recall, type TypedPage, typedPage } from '../support/typed-page.ts';

let engine: OcrEngine;
let typed: TypedPage;
beforeAll(async () => {
  engine = await openTesseractJs({ languages: ['spa'] });
  typed = await typedPage('memorandum', 5, 150);
});
afterAll(() => engine.close());

async function read(name: DamageName, reader = engine) {
  const spoilt = await damage(name, { ...typed.image, channels: 1, dpi: 150 }, 7, {});
  const { data, width, height, channels } = spoilt.raster;
  const pixels = { kind: 'raw', data, width, height, channels } as const;
  const scan = { number: 1, source: { file: 0, page: 0 }, width, height, dpi: 150 };
  const page = await recognize(
    await clean(scan, { pixels, orientation: 1, stretch: { x: 1, y: 1 } }, reader),
    reader,
  );
  return { spoilt, page };
}

/** The engine, of which a test changes a part. */
const readerOf = (it: OcrEngine): OcrEngine => ({
  name: it.name,
  languages: it.languages,
  recognize: (image, options) => it.recognize(image, options),
  recognizeLines: (images, options) => it.recognizeLines(images, options),
  close: async () => {},
});

const textOf = (page: ReadPage) =>
  page.lines.map((line) => line.words.map((word) => word.text).join(' ')).join('\n');

describe('recognize', () => {
  it.each(['clean', 'turned', 'skewed', 'worn', 'curved'] as const)(
    'reads a page that is %s, words where they stand',
    async (name) => {
      const { spoilt, page } = await read(name);
      expect(recall(typed.truth.text, textOf(page))).toBeGreaterThan(0.95);
      expect(page.confidence).toBeGreaterThan(0.8);
      expect(page.engine).toBe(engine.name);
      const words = page.lines.flatMap((line) => line.words);
      const scale = typed.image.width / typed.truth.width;
      const placed = typed.truth.words.filter(({ text, box }) => {
        const [x, y] = spoilt.map((box.x + box.width / 2) * scale, (box.y + box.height / 2) * scale);
        return words.some(
          (word) =>
            word.text === text &&
            Math.abs(word.box.x + word.box.width / 2 - x) < 12 &&
            Math.abs(word.box.y + word.box.height / 2 - y) < 12,
        );
      });
      expect(placed.length / typed.truth.words.length).toBeGreaterThan(0.85);
    },
  );

  it('keeps headings set wide as Mexican typists set them, in other languages as words', async () => {
    const wide = /^(?:\p{Lu} ){3,}\p{Lu}/mu;
    expect(typed.truth.text).toMatch(wide);
    expect(textOf((await read('clean')).page)).toMatch(wide);
    const french = { ...readerOf(engine), languages: ['fra'] };
    expect(textOf((await read('clean', french)).page)).not.toMatch(wide);
  });

  it.each([
    ['stained', 0.95, 1],
    ['stained', 0.85, 2],
    ['carbon', 0.85, 1],
    ['faded', 0.92, 1],
    ['faded', 0.89, 2],
  ] as const)('reads a page that is %s with confidence %d %d times', async (name, confidence, times) => {
    const pages: GrayImage[] = [];
    const unsure: OcrEngine = {
      ...readerOf(engine),
      async recognize(image, options) {
        const lines = await engine.recognize(image, options);
        pages.push(image);
        return lines.map((line) => ({
          ...line,
          words: line.words.map((word) => ({ ...word, confidence })),
        }));
      },
    };
    const { page } = await read(name, unsure);
    expect(pages).toHaveLength(times);
    expect(new Set(pages.map(({ data }) => Buffer.from(data).toString('base64'))).size).toBe(times);
    expect(recall(typed.truth.text, textOf(page))).toBeGreaterThan(0.8);
  });

  it('flags a back with nothing but what shines through', async () => {
    const { page } = await read('blank');
    expect(page.lines).toEqual([]);
    expect(page.confidence).toBeNull();
    expect(page.flags).toContain('blank');
  });
});
