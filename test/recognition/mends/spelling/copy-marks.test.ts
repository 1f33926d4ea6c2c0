import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDocument, renderPage } from '../../../../fixtures/generator/index.ts';
import { openTesseractJs } from '../../../../src/adapters/ocr-engine/tesseract-js/tesseract-js.ts';
import { partOf } from '../../../../src/imaging/draw/part-of.ts';
import type { GrayImage, OcrEngine, RecognizedLine } from '../../../../src/ports/ocr-engine.ts';
import { copyMarks } from '../../../../src/recognition/mends/spelling/copy-marks.ts';
import { mended } from '../../../support/reading.ts';

const DPI = 250;
/** A small x of such pages. */
const letterHeight = 18;
const MARK = /^c\.?c\.?p/i;

let engine: OcrEngine;
beforeAll(async () => {
  engine = await openTesseractJs({ languages: ['spa'] });
});
afterAll(() => engine.close());

/** The beginning of a line of copies on a generated page, and what the engine reads there. */
async function copyLine(kind: 'oficio' | 'circular', seed: number, which: number) {
  const page = makeDocument(kind, seed).pages.find(({ words }) => words.some(({ text }) => MARK.test(text)))!;
  const mark = page.words.filter(({ text }) => MARK.test(text))[which]!;
  const { data, width, height, channels } = await renderPage(page, { dpi: DPI });
  const gray = sharp(data, { raw: { width, height, channels } }).toColourspace('b-w').raw();
  const scale = width / page.width;
  const [x, y] = [mark.box.x * scale - 20, mark.box.y * scale - 14];
  const image = partOf(
    { data: await gray.toBuffer(), width, height },
    { x, y, width: 900, height: mark.box.height * scale + 28 },
  );
  const [[line]] = (await engine.recognizeLines([image], { dpi: DPI })) as [[RecognizedLine]];
  return { image, line, typed: mark.text };
}

const textsOf = async (line: RecognizedLine, image: GrayImage, height: number | null = letterHeight) =>
  (await mended(copyMarks, [line], { image, letterHeight: height, engine }))[0]!.words.map(
    ({ text }) => text,
  );

describe('the mark of a copy', () => {
  it.each([
    ['oficio', 1, 0, 'C.C.p.', 'C.c.p.'],
    ['oficio', 2, 0, 'e.C.p.-', 'c.c.p.-'],
    ['oficio', 4, 0, 'e.C.p.', 'c.c.p.'],
    ['oficio', 5, 1, 'C.C.p.', 'c.c.p.'],
    ['circular', 4, 0, 'c.C.P.', 'c.c.p.'],
  ] as const)(
    'on %s %i (%i) the engine reads as %s what its shapes show to be %s',
    async (kind, seed, which, guess, right) => {
      const { image, line, typed } = await copyLine(kind, seed, which);
      expect([typed, line.words[0]!.text]).toEqual([right, guess]);
      const [first, ...others] = await textsOf(line, image);
      expect(first).toBe(right);
      expect(others).toEqual(line.words.slice(1).map(({ text }) => text));
    },
  );

  it('is left as it was read where it is no first word, or where letters are unknown', async () => {
    const { image, line } = await copyLine('oficio', 1, 0);
    const read = line.words.map(({ text }) => text);
    expect(await textsOf(line, image, null)).toEqual(read);
    const turned = { ...line, words: line.words.toReversed() };
    expect(await textsOf(turned, image)).toEqual(read.toReversed());
    expect(await textsOf({ ...line, words: [] }, image)).toEqual([]);
  });

  it('is told from words', async () => {
    const { image, line } = await copyLine('oficio', 1, 0);
    for (const text of ['C.P.', 'C.', 'coche', 'LIC.', 'C.C.', 'Copia', 'COP.', 'COD.', 'coop', 'p.-', '']) {
      const words = line.words.map((word, i) => (i === 0 ? { ...word, text } : word));
      expect((await textsOf({ ...line, words }, image))[0]).toBe(text);
    }
  });
});
