import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTesseractJs } from '../../../../src/adapters/ocr-engine/tesseract-js/tesseract-js.ts';
import { around } from '../../../../src/model/boxes.ts';
import type { GrayImage, OcrEngine, RecognizedLine } from '../../../../src/ports/ocr-engine.ts';
import { unreadLines } from '../../../../src/recognition/mends/layout/unread-lines.ts';
import { mended } from '../../../support/reading.ts';
import { typedPage } from '../../../support/typed-page.ts';

// A small x of the page below, drawn at 250 dpi.
const letterHeight = 18;
let engine: OcrEngine;
let image: GrayImage;
let lines: readonly RecognizedLine[];
/** Two lines of the body, one below the other. */
let upper: RecognizedLine;
let lower: RecognizedLine;

beforeAll(async () => {
  engine = await openTesseractJs({ languages: ['spa'] });
  ({ image } = await typedPage('memorandum', 5, 250));
  lines = await engine.recognize(image, { dpi: 250 });
  const body = lines.filter(({ words, box }) => words.length > 5 && box.x < 400);
  [upper, lower] = body.slice(-2) as [RecognizedLine, RecognizedLine];
});
afterAll(() => engine.close());

const textOf = ({ words }: RecognizedLine) => words.map(({ text }) => text).join(' ');
const mend = (given: readonly RecognizedLine[], reader = engine) =>
  mended(unreadLines, given, { image, letterHeight, engine: reader });
const without = (...gone: RecognizedLine[]) => lines.filter((line) => !gone.includes(line));
const lineOf = (words: RecognizedLine['words'], block: number): RecognizedLine => ({
  ...{ block, words },
  box: around(words.map(({ box }) => box)),
});
const texts = (all: readonly RecognizedLine[]) => all.map(textOf).sort();

describe('reads by itself', () => {
  it('a line that the layout passed over', async () => {
    const all = await mend(without(upper));
    expect(texts(all)).toEqual(texts(lines));
    expect(new Set(all.map(({ block }) => block)).size).toBeGreaterThan(
      new Set(without(upper).map(({ block }) => block)).size,
    );
  });

  it('the end of a word within which a line stopped', async () => {
    const last = upper.words.findLast(({ text }) => text.length > 5)!;
    const part = { ...last, text: last.text.slice(0, 2), box: { ...last.box, width: last.box.width / 3 } };
    const words = upper.words.slice(0, upper.words.indexOf(last));
    const all = await mend([...without(upper), lineOf([...words, part], upper.block)]);
    expect(texts(all)).toEqual(texts(lines));
    expect(all.at(-1)).toMatchObject({ block: upper.block });
  });

  it('two lines that were taken for one', async () => {
    const mixed = [...upper.words, ...lower.words].sort((a, b) => a.box.x - b.box.x);
    const box = around([upper.box, lower.box]);
    const tangled = mixed.map((word) => ({
      ...{ text: word.text, confidence: 0.6 },
      box: { ...word.box, y: box.y, height: box.height },
    }));
    const all = await mend([...without(upper, lower), lineOf(tangled, 90)]);
    expect(texts(all)).toEqual(texts(lines));
    expect(new Set(all.slice(-2).map(({ block }) => block)).size).toBe(2);
  });

  it('a line whose first letters were taken for columns', async () => {
    const [first, ...others] = lower.words;
    const { box } = first!;
    const bits = ['.C', '.P'].map((text, i) => {
      const bit = { ...box, x: box.x + (i * box.width) / 2, width: box.width / 2 - 4 };
      return lineOf([{ text, box: bit, confidence: 0.4 }], 90 + i);
    });
    const all = await mend([...without(lower), ...bits, lineOf(others, 99)]);
    expect(texts(all)).toEqual(texts(lines));
  });
});

const reads = (read: readonly RecognizedLine[]) =>
  ({
    recognizeLines: async (images: readonly unknown[]) => images.map(() => read),
  }) as unknown as OcrEngine;

it('reads the numbers of a list with their clauses, and no letter that hangs there by itself', async () => {
  const list = await typedPage('licencia', 4, 250);
  const read = await engine.recognize(list.image, { dpi: 250 });
  const isNumber = (text = '') => /^\d\.-?$/.test(text);
  const numbered = read.filter(({ words }) => isNumber(words[0]?.text));
  expect(numbered.length).toBeGreaterThan(2);
  const bare = (line: RecognizedLine) => lineOf(line.words.slice(1), line.block);
  const page = { image: list.image, letterHeight, engine };
  const all = await mended(
    unreadLines,
    read.map((line) => (numbered.includes(line) ? bare(line) : line)),
    page,
  );
  expect(all.filter(({ words }) => isNumber(words[0]?.text))).toHaveLength(numbered.length);
  const one = numbered[0]!;
  const others = await mended(
    unreadLines,
    read.map((line) => (line === one ? bare(line) : line)),
    page,
  );
  expect(others.filter(({ words }) => isNumber(words[0]?.text))).toHaveLength(numbered.length - 1);
});

it('puts the mark of a copy before a line that was read well without it', async () => {
  const long = lines.find(({ words }) => words.length > 9 && words[0]!.text.length > 3)!;
  const [first, ...others] = long.words;
  const rest = lineOf(others, long.block);
  const given = [...without(long), rest];
  const alone = (text: string) => {
    const words = others.map((word) => ({ ...word, text: 'Cc.', confidence: 0.6 }));
    // On the picture of the line, which begins with some paper.
    const box = { ...first!.box, x: 1.2 * letterHeight, y: letterHeight / 2 };
    return reads([lineOf([{ text, box, confidence: 0.2 }, ...words], 0)]);
  };
  const all = await mend(given, alone('C.C.p.'));
  expect(all.at(-1)).toMatchObject({ block: long.block, words: [{ text: 'C.C.p.' }, ...others] });
  expect(Math.abs(all.at(-1)!.box.x - long.box.x)).toBeLessThan(3);
  expect(await mend(given, alone('Copia'))).toEqual(given);
});

describe('leaves', () => {
  const asleep = { recognizeLines: () => Promise.reject(new Error('asked')) } as unknown as OcrEngine;

  it('a line that says more than the same read by itself', async () => {
    const short = lineOf(lower.words.slice(0, -2), lower.block);
    const given = [...without(lower), short];
    expect(await mend(given, reads([lineOf(lower.words.slice(0, 2), 0)]))).toEqual(given);
    expect(await mend(given, reads([]))).toEqual(given);
  });

  it('out what is no type where nothing was read: it may be a stain', async () => {
    const guess = { ...upper, words: upper.words.map((word) => ({ ...word, confidence: 0.5 })) };
    expect(await mend(without(upper), reads([guess]))).toEqual(without(upper));
    expect(await mend(without(upper), reads([upper]))).toHaveLength(lines.length);
  });

  it('alone what was read, pages on which nothing was, and those whose letters are too few to measure', async () => {
    const quiet = {
      ...engine,
      recognizeLines: async (images: readonly unknown[]) => {
        if (images.length > 0) throw new Error('asked');
        return [];
      },
    } as unknown as OcrEngine;
    expect(await mend(lines, quiet)).toEqual(lines);
    const unmeasured = { image, letterHeight: null, engine: asleep };
    expect(await mended(unreadLines, without(upper), unmeasured)).toEqual(without(upper));
    // A page of handwriting: many rows that are no type.
    const dots = pageOfDots(60);
    expect(await mended(unreadLines, [], { image: dots, letterHeight, engine: asleep })).toEqual([]);
  });
});

/** Rows of strokes as large as letters. */
function pageOfDots(rows: number): GrayImage {
  const [width, height] = [600, 50 * rows];
  const data = new Uint8Array(width * height).fill(255);
  for (let row = 0; row < rows; row++)
    for (let i = 0; i < 10; i++)
      for (let y = 0; y < 18; y++)
        data.fill(0, (50 * row + y) * width + 30 * i, (50 * row + y) * width + 30 * i + 14);
  return { data, width, height };
}
