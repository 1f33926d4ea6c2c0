import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTesseractJs } from '../../../../src/adapters/ocr-engine/tesseract-js/tesseract-js.ts';
import { type Drawing, drawingOf } from '../../../../src/imaging/measure/drawing.ts';
import type {
  GrayImage,
  OcrEngine,
  RecognizedLine,
  RecognizedWord,
} from '../../../../src/ports/ocr-engine.ts';
import { withMissed } from '../../../../src/recognition/mends/layout/missed-lines.ts';
import { typedPage } from '../../../support/typed-page.ts';

// A small x of the page below, drawn at 250 dpi.
const letterHeight = 18;
let engine: OcrEngine;
let image: Drawing;
let lines: readonly RecognizedLine[];

beforeAll(async () => {
  engine = await openTesseractJs({ languages: ['spa'] });
  image = drawingOf((await typedPage('memorandum', 5, 250)).image);
  lines = await engine.recognize(image, { dpi: 250 });
});
afterAll(() => engine.close());

/** What `withMissed` adds to the lines given. */
async function readMissed(
  given: readonly RecognizedLine[],
  page: { image: Drawing; letterHeight: number | null },
  reader: OcrEngine,
) {
  const all = await withMissed(given, page, reader);
  return all.filter((line) => !given.includes(line));
}

const textOf = (all: readonly RecognizedLine[]) => all.flatMap(({ words }) => words.map(({ text }) => text));

it('reads a line that the layout passed over, and puts its words where they stand', async () => {
  const long = lines.filter(({ words }) => words.length > 5);
  const missing = long[1]!;
  const found = await readMissed(
    lines.filter((line) => line !== missing),
    { image, letterHeight },
    engine,
  );
  const read = found.flatMap(({ words }) => words);
  const same = missing.words.filter(({ text, box }) =>
    read.some(
      (word) => word.text === text && Math.abs(word.box.x - box.x) < 6 && Math.abs(word.box.y - box.y) < 12,
    ),
  );
  expect(same.length / missing.words.length).toBeGreaterThan(0.7);
  expect(found.every(({ block }) => lines.every((line) => line.block !== block))).toBe(true);
});

it('reads a line of which one letter was read, whole, and once', async () => {
  const missing = lines.filter(({ words }) => words.length > 5)[1]!;
  const { box, text: within } = missing.words.findLast(({ text }) => text.length > 4) as RecognizedWord;
  const letter = { ...box, x: box.x + box.width / 2, width: letterHeight };
  const stray = { block: 99, box: letter, words: [{ text: 's', box: letter, confidence: 0.9 }] };
  const given = [...lines.filter((line) => line !== missing), stray];
  const all = await withMissed(given, { image, letterHeight }, engine);
  expect(all).not.toContain(stray);
  expect(textOf(all)).toContain(within);
});

it('finds nothing where everything was read, and asks for nothing on a page full of other ink', async () => {
  expect(textOf(await readMissed(lines, { image, letterHeight }, engine))).toEqual([]);
  const asked: unknown[] = [];
  const counting = {
    ...engine,
    recognizeLines: async (images: readonly GrayImage[]) => {
      asked.push(...images);
      return images.map(() => []);
    },
  } as unknown as OcrEngine;
  expect(await readMissed([], { image, letterHeight: null }, counting)).toEqual([]);
  expect(await readMissed([], { image, letterHeight }, counting)).toEqual([]);
  expect(asked).toEqual([]);
});

it.each([
  ['a long word of it is sure', [0.3, 0.5, 0.86], 1],
  ['no long word of it is sure', [0.3, 0.5, 0.7], 0],
])('of a line that a pen crosses, keeps it where %s', async (_, confidences, kept) => {
  const missing = lines.find(({ words }) => words.length > 5)!;
  const words = ['RICARDO', 'MUÑIZ', 'PUENTE'].map((text, i) => ({
    text,
    box: { x: 20 + i * 100, y: 10, width: 90, height: 20 },
    confidence: confidences[i]!,
  }));
  const line = { block: 0, box: { x: 20, y: 10, width: 290, height: 20 }, words };
  const reader = {
    ...engine,
    recognizeLines: async (images: readonly GrayImage[]) => images.map(() => [line]),
  } as unknown as OcrEngine;
  const others = lines.filter((it) => it !== missing);
  expect(await readMissed(others, { image, letterHeight }, reader)).toHaveLength(kept);
});
