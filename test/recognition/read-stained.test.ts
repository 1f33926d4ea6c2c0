// Pages on which there is more dirt than ink.
import { distance } from 'fastest-levenshtein';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTesseractJs } from '../../src/adapters/ocr-engine/tesseract-js/tesseract-js.ts';
import type { OpenScan } from '../../src/flow/steps/open.ts';
import { read } from '../../src/pipeline.ts';
import type { OcrEngine } from '../../src/ports/ocr-engine.ts';
import { typedPage } from '../support/typed-page.ts';

let engine: OcrEngine;
beforeAll(async () => {
  engine = await openTesseractJs({ languages: ['spa'] });
});
afterAll(() => engine.close());

const PAPER = 225;
const FOXING = 180;

/** An empty sheet of 1275 × 1650 pixels full of spots as large as letters, on which `type` stands where its own page has it. */
function foxed(type: (x: number, y: number) => number): OpenScan {
  const [width, height] = [1275, 1650];
  const data = new Uint8Array(width * height).fill(PAPER);
  let state = 7;
  const random = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
  for (let spot = 0; spot < 1500; spot++) {
    const [left, top, w, h] = [random(width - 30), random(height - 30), 6 + random(14), 6 + random(14)];
    for (let y = top; y < top + h; y++) data.fill(FOXING, y * width + left, y * width + left + w);
  }
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) data[y * width + x] = Math.min(data[y * width + x]!, type(x, y));
  const page = {
    ...{ width, height, dpi: 150, stretch: { x: 1, y: 1 }, orientation: 1, text: null, flags: [] },
    pixels: { kind: 'raw', data, width, height, channels: 1 },
  } as const;
  return { pageCount: 1, page: async () => page, async [Symbol.asyncDispose]() {} };
}

const request = {
  file: { path: 'x', name: 'x', type: 'image/tiff' },
  number: 1,
  source: { file: 0, page: 0 },
} as const;

it('the few words of a foxed sheet are read, though its spots are more than its ink', async () => {
  const { truth, image } = await typedPage('memorandum', 5, 150);
  const scale = image.width / truth.width;
  const word = truth.words.find(({ text }) => /^\p{L}{8,}$/u.test(text))!;
  const { x: left, y: top, width, height } = word.box;
  const inside = (x: number, y: number) =>
    x / scale >= left - 1 &&
    x / scale <= left + width + 1 &&
    y / scale >= top - 1 &&
    y / scale <= top + height + 1;
  const page = await read(
    foxed((x, y) => (x < image.width && inside(x, y) ? image.data[y * image.width + x]! : 255)),
    request,
    engine,
  );
  const text = page.lines.flatMap(({ words }) => words.map((it) => it.text)).join(' ');
  // A spot may lie across one of its letters.
  expect(distance(text, word.text)).toBeLessThanOrEqual(1);
  expect(page.rotation).toBe(0);
});

it('a foxed sheet without a word is blank', async () => {
  const page = await read(
    foxed(() => 255),
    request,
    engine,
  );
  expect(page.lines).toEqual([]);
});
