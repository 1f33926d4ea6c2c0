import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTesseractJs } from '../../../../src/adapters/ocr-engine/tesseract-js/tesseract-js.ts';
import { type Drawing, drawingOf } from '../../../../src/imaging/measure/drawing.ts';
import { around, rightOf } from '../../../../src/model/boxes.ts';
import type { OcrEngine, RecognizedLine } from '../../../../src/ports/ocr-engine.ts';
import { joinCutRows } from '../../../../src/recognition/mends/layout/cut-rows.ts';
import { typedPage } from '../../../support/typed-page.ts';

// A small x of the page below, drawn at 250 dpi.
const letterHeight = 18;
let engine: OcrEngine;
let image: Drawing;
let lines: readonly RecognizedLine[];
/** A line whose first word is long enough to be cut in two. */
let line: RecognizedLine;

beforeAll(async () => {
  engine = await openTesseractJs({ languages: ['spa'] });
  image = drawingOf((await typedPage('memorandum', 5, 250)).image);
  lines = await engine.recognize(image, { dpi: 250 });
  line = lines.find(({ words }) => words.length > 9 && words[0]!.text.length > 3)!;
});
afterAll(() => engine.close());

const textOf = ({ words }: RecognizedLine) => words.map(({ text }) => text).join(' ');

/** The line as a layout in columns gives it: two letters of its first word, each by itself, and the other words. */
function cut(confidence: number, letters = ['.C', '.P']): RecognizedLine[] {
  const [first, ...others] = line.words;
  const { box } = first!;
  const width = box.width / letters.length - 4;
  const pieces = letters.map((text, i) => {
    const piece = { ...box, x: box.x + (i * box.width) / letters.length, width };
    return { block: 90 + i, box: piece, words: [{ text, box: piece, confidence }] };
  });
  return [...pieces, { block: 99, box: around(others.map((word) => word.box)), words: others }];
}

it('reads a row whose first word was cut as one line', async () => {
  const others = lines.filter((it) => it !== line);
  const joined = await joinCutRows([...others, ...cut(0.4)], { image, letterHeight }, engine);
  expect(joined.slice(0, -1)).toEqual(others);
  expect(textOf(joined.at(-1)!)).toBe(textOf(line));
  expect(joined.at(-1)).toMatchObject({ block: 99 });
  expect(Math.abs(joined.at(-1)!.box.x - line.box.x)).toBeLessThan(letterHeight);
  expect(Math.abs(rightOf(joined.at(-1)!.box) - rightOf(line.box))).toBeLessThan(letterHeight);
});

it('leaves the pieces where the line says no more', async () => {
  const words = line.words.map((word) => ({ ...word, confidence: 1 }));
  const sure = [...cut(1).slice(0, 2), { block: 99, box: line.box, words }];
  const given = sure.map((it, i) => (i < 2 ? { ...it, box: { ...it.box, x: it.box.x - 90 } } : it));
  expect(await joinCutRows(given, { image, letterHeight }, engine)).toEqual(given);
});

it('loses no letter where the line reads as less', async () => {
  const given = cut(0.2).map((it) => ({
    ...it,
    words: it.words.map((word) => ({ ...word, confidence: 0.2 })),
  }));
  for (const read of [[], [{ ...line, words: line.words.slice(0, 2) }]]) {
    const reader = { recognizeLines: async () => [read] } as unknown as OcrEngine;
    expect(await joinCutRows(given, { image, letterHeight }, reader)).toEqual(given);
  }
});

it('asks for nothing where rows begin with one mark, with words, with pieces far away, or where letters are unknown', async () => {
  const asleep = {
    recognizeLines: () => Promise.reject(new Error('not to be asked')),
  } as unknown as OcrEngine;
  const look = (given: readonly RecognizedLine[], height: number | null = letterHeight) =>
    joinCutRows(given, { image, letterHeight: height }, asleep);
  expect(await look(lines)).toEqual(lines);
  for (const letters of [['1.-'], ['Que', 'da']])
    expect(await look(cut(0.4, letters))).toHaveLength(letters.length + 1);
  const far = cut(0.4).map((it, i) => (i < 2 ? { ...it, box: { ...it.box, x: it.box.x - 400 } } : it));
  expect(await look(far)).toEqual(far);
  expect(await look(cut(0.4), null)).toHaveLength(3);
  // Dirt in the margin of every line.
  const dirty = Array.from({ length: 30 }, (_, i) =>
    cut(0.4).map((it) => ({
      ...it,
      box: { ...it.box, y: 60 * i },
      words: it.words.map((word) => ({ ...word, box: { ...word.box, y: 60 * i } })),
    })),
  ).flat();
  expect(await look(dirty)).toEqual(dirty);
});
