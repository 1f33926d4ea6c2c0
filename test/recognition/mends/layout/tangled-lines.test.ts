import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTesseractJs } from '../../../../src/adapters/ocr-engine/tesseract-js/tesseract-js.ts';
import { type Drawing, drawingOf } from '../../../../src/imaging/measure/drawing.ts';
import { around } from '../../../../src/model/boxes.ts';
import type { OcrEngine, RecognizedLine } from '../../../../src/ports/ocr-engine.ts';
import { partTangled } from '../../../../src/recognition/mends/layout/tangled-lines.ts';
import { typedPage } from '../../../support/typed-page.ts';

// A small x of the page below, drawn at 250 dpi.
const letterHeight = 18;
let engine: OcrEngine;
let image: Drawing;
let others: readonly RecognizedLine[];
let body: readonly RecognizedLine[];

beforeAll(async () => {
  engine = await openTesseractJs({ languages: ['spa'] });
  image = drawingOf((await typedPage('memorandum', 5, 250)).image);
  const lines = await engine.recognize(image, { dpi: 250 });
  body = lines.filter(({ words, box }) => words.length > 5 && box.x < 400).slice(-2);
  others = lines.filter((line) => !body.includes(line));
});
afterAll(() => engine.close());

const textOf = ({ words }: RecognizedLine) => words.map(({ text }) => text).join(' ');

/** Two lines as the engine's layout gives them where it takes them for one. */
function tangle(confidence: number): RecognizedLine {
  const words = body.flatMap((line) => line.words).sort((a, b) => a.box.x - b.box.x);
  const box = around(words.map((word) => word.box));
  return { block: 99, box, words: words.map((word) => ({ ...word, confidence })) };
}

it('reads lines that were taken for one row by row, each by itself', async () => {
  const parted = await partTangled([...others, tangle(0.6)], { image, letterHeight }, engine);
  expect(parted.slice(0, -2)).toEqual(others);
  expect(parted.slice(-2).map(textOf).sort()).toEqual(body.map(textOf).sort());
  expect(parted.slice(-2).map(({ block }) => block)).toEqual([100, 101]);
});

it('reads no row twice: neither one of two such lines, nor one that was read well as it was', async () => {
  const [upper, lower] = body as [RecognizedLine, RecognizedLine];
  const high = { ...lower, box: { ...lower.box, y: lower.box.y - 20, height: 3 * letterHeight } };
  for (const given of [
    [...others, tangle(0.6), tangle(0.5)],
    [...others, tangle(0.6), high],
  ]) {
    const parted = await partTangled(given, { image, letterHeight }, engine);
    expect(parted.map(textOf).filter((text) => text === textOf(upper))).toHaveLength(1);
    expect(parted.map(textOf).filter((text) => text === textOf(lower))).toHaveLength(1);
    expect(parted).toHaveLength(others.length + 2);
  }
});

it('leaves a line that says as much as its rows', async () => {
  const given = [...others, tangle(0.96)];
  expect(await partTangled(given, { image, letterHeight }, engine)).toEqual(given);
});

it('asks for nothing where no line is as high as two, or where letters are unknown', async () => {
  const asleep = {
    recognizeLines: () => Promise.reject(new Error('asked')),
  } as unknown as OcrEngine;
  expect(await partTangled(body, { image, letterHeight }, asleep)).toEqual(body);
  const given = [tangle(0.6)];
  expect(await partTangled(given, { image, letterHeight: null }, asleep)).toEqual(given);
});
