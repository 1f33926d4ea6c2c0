import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { damage, makeDocument, type Raster, renderPage } from '../../fixtures/generator/index.ts';
import { openTesseractJs } from '../../src/adapters/ocr-engine/tesseract-js/tesseract-js.ts';
import type { OpenScan } from '../../src/flow/steps/open.ts';
import type { ReadPage } from '../../src/model/document.ts';
import { read } from '../../src/pipeline.ts';
import type { OcrEngine } from '../../src/ports/ocr-engine.ts';
import { recall } from '../support/typed-page.ts';

let engine: OcrEngine;
beforeAll(async () => {
  engine = await openTesseractJs({ languages: ['spa'] });
});
afterAll(() => engine.close());

const DPI = 150;
const [first, second] = [3, 4].map((seed) => makeDocument('constancia', seed).pages[0]!) as [Page, Page];
type Page = ReturnType<typeof makeDocument>['pages'][number];

/** An open book on the glass, each page leaning its own way. */
async function openBook(rotation: number): Promise<Raster> {
  const pages = [];
  for (const [page, skew] of [
    [first, 1.5],
    [second, -1],
  ] as const)
    pages.push((await damage('skewed', await renderPage(page, { dpi: DPI }), 1, { skew })).raster);
  const [left, right] = pages as [Raster, Raster];
  const width = left.width + right.width;
  const height = Math.max(left.height, right.height);
  const inputs = await Promise.all(
    pages.map(async (page, i) => ({
      input: await sharp(page.data, { raw: page }).png().toBuffer(),
      ...{ left: i * left.width, top: 0 },
    })),
  );
  const whole = sharp({ create: { width, height, channels: 3, background: '#e8e4da' } }).composite(inputs);
  const { data, info } = await sharp(await whole.png().toBuffer())
    .rotate(rotation)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { ...left, data, width: info.width, height: info.height, channels: info.channels as 1 | 3 };
}

async function readBook({ data, width, height, channels }: Raster): Promise<ReadPage> {
  const pixels = { kind: 'raw', data, width, height, channels } as const;
  const opened = { ...{ width, height, dpi: DPI, orientation: 1, text: null, flags: [], pixels } };
  const scan = { page: async () => ({ ...opened, stretch: { x: 1, y: 1 } }) } as unknown as OpenScan;
  const file = { path: '', name: 'libro', type: null };
  return read(scan, { file, number: 1, source: { file: 0, page: 0 } }, engine);
}

const textOf = (page: ReadPage) =>
  page.lines.map((line) => line.words.map((word) => word.text).join(' ')).join('\n');

it('reads the pages of an open book one after the other, lying on its side', async () => {
  const turn = 90;
  const book = await openBook(turn);
  const page = await readBook(book);
  expect(page.flags).toContain('spread');
  expect((page.rotation + turn) % 360).toBe(0);
  expect(recall(`${first.text}\n${second.text}`, textOf(page))).toBeGreaterThan(0.95);

  // Not a line of the right page before one of the left, on the scan and in the upright frame alike.
  const fold = page.upright.width / 2;
  const sides = page.lines.map(({ upright }) => upright.x + upright.width / 2 > fold);
  expect(sides.indexOf(true)).toBeGreaterThan(10);
  expect(sides.lastIndexOf(false)).toBeLessThan(sides.indexOf(true));
  const onScan = page.lines.map(({ box }) => box.y + box.height / 2 > book.height / 2);
  expect(onScan).toEqual(sides);
  for (const { box } of page.lines) {
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(book.width + 0.5);
  }
});
