// What every OCR engine promises; run by each adapter.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Box } from '../../src/model/document.ts';
import { EngineError } from '../../src/model/errors.ts';
import type { GrayImage, OcrEngine, RecognizedLine } from '../../src/ports/ocr-engine.ts';
import { recall, typedPage } from '../support/typed-page.ts';

const wordsOf = (lines: readonly RecognizedLine[]) => lines.flatMap((line) => line.words);
const textOf = (lines: readonly RecognizedLine[]) =>
  lines.map((line) => line.words.map((word) => word.text).join(' ')).join('\n');

/** The middle third of a page: enough to read, and fast. */
function middle({ data, width, height }: GrayImage): GrayImage {
  const [first, last] = [Math.floor(height / 3), Math.floor((2 * height) / 3)];
  return { data: data.subarray(first * width, last * width), width, height: last - first };
}

/** The rows of a page on which a line stands, with some paper above and below. */
const rows = ({ data, width }: GrayImage, { y, height }: Box): GrayImage => ({
  data: data.subarray((y - 6) * width, (y + height + 6) * width),
  width,
  height: height + 12,
});

export function ocrEngineContract(name: string, open: () => Promise<OcrEngine>): void {
  describe(`OCR engine: ${name}`, () => {
    let engine: OcrEngine;
    let page: Awaited<ReturnType<typeof typedPage>>;
    let lines: readonly RecognizedLine[];
    let other: GrayImage;

    const read = (image: GrayImage) => engine.recognize(image, { dpi: 150 });

    beforeAll(async () => {
      engine = await open();
      page = await typedPage('memorandum', 5, 150);
      lines = await read(page.image);
      other = middle((await typedPage('constancia', 8, 150)).image);
    });
    afterAll(() => engine.close());

    it('reads a typed page, and says where each word stands and how sure it is', () => {
      expect(recall(page.truth.text, textOf(lines))).toBeGreaterThan(0.95);
      for (const { text, box, confidence } of wordsOf(lines)) {
        expect(text).toMatch(/^\S+$/u);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(page.image.width);
        expect(box.y + box.height).toBeLessThanOrEqual(page.image.height);
      }
    });

    it('puts boxes on the ink of their words', () => {
      const scale = page.image.width / page.truth.width;
      const placed = page.truth.words.filter(({ text, box }) =>
        wordsOf(lines).some(
          (word) =>
            word.text === text &&
            Math.abs(word.box.x + word.box.width / 2 - (box.x + box.width / 2) * scale) < 15 &&
            Math.abs(word.box.y + word.box.height / 2 - (box.y + box.height / 2) * scale) < 15,
        ),
      );
      expect(placed.length / page.truth.words.length).toBeGreaterThan(0.85);
    });

    it('keeps reading order, lines whole, blocks numbered from 0', () => {
      expect(lines[0]?.block).toBe(0);
      const body = page.truth.text.split('\n').filter((line) => line.length > 60);
      const found = lines.map((line) => line.words.map((word) => word.text).join(' '));
      expect(body.filter((line) => found.includes(line)).length).toBeGreaterThan(0);
      for (const line of lines) expect(line.words.length).toBeGreaterThan(0);
    });

    it('gives the same words whatever it read before', async () => {
      const first = await read(other);
      await read(middle(other));
      expect(await read(other)).toEqual(first);
      const fresh = await open();
      try {
        expect(await fresh.recognize(other, { dpi: 150 })).toEqual(first);
      } finally {
        await fresh.close();
      }
    });

    it('reads pictures of a line together as one by one, each for itself', async () => {
      const body = lines.filter(({ words }) => words.length > 5).slice(0, 2);
      const paper = { data: new Uint8Array(900 * 40).fill(255), width: 900, height: 40 };
      const images = [rows(page.image, body[0]!.box), paper, rows(page.image, body[1]!.box)];
      const together = await engine.recognizeLines(images, { dpi: 150 });
      expect(together.map((found) => wordsOf(found).length > 5)).toEqual([true, false, true]);
      for (const [i, image] of images.entries())
        expect(await engine.recognizeLines([image], { dpi: 150 })).toEqual([together[i]]);
      expect(recall(textOf(body), textOf(together.flat()))).toBeGreaterThan(0.9);
      expect(await engine.recognizeLines([], { dpi: 150 })).toEqual([]);
    });

    it('finds nothing on an empty page', async () => {
      const empty = { data: new Uint8Array(800 * 1000).fill(255), width: 800, height: 1000 };
      expect(await read(empty)).toEqual([]);
    });

    it('stops when it is closed, and can be used again', async () => {
      const reading = read(page.image);
      setTimeout(() => engine.close(), 50);
      await expect(reading).rejects.toThrow(EngineError);
      expect(wordsOf(await read(other)).length).toBeGreaterThan(10);
    });

    it('names itself, its version and its models', () => {
      expect(engine.name).toMatch(/\d+\.\d+/);
      expect(engine.name).toContain('spa');
    });
  });
}
