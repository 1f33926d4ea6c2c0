import { expect, it } from 'vitest';
import type { GrayImage, OcrEngine } from '../../src/ports/ocr-engine.ts';
import { readInked } from '../../src/recognition/read-inked.ts';

/** Says what it was given, as one word over all of it. */
function echo(seen: GrayImage[]): OcrEngine {
  return {
    name: 'echo',
    languages: ['spa'],
    async recognize(image) {
      seen.push(image);
      const box = { x: 1, y: 2, width: image.width - 1, height: image.height - 2 };
      return [{ block: 0, box, words: [{ text: 'uno', box, confidence: 1 }] }];
    },
    recognizeLines: async () => [],
    async close() {},
  };
}

it('gives the engine the ink and some paper; what was read lies on the whole page', async () => {
  const [width, height] = [500, 800];
  const data = new Uint8Array(width * height).fill(255);
  for (let y = 300; y < 340; y++) data.fill(0, y * width + 100, y * width + 260);
  const seen: GrayImage[] = [];
  const [line] = await readInked({ data, width, height }, echo(seen));
  expect(seen).toMatchObject([{ width: 160 + 100 + 108, height: 40 + 216 }]);
  expect(seen[0]!.data.reduce((sum, gray) => sum + (gray === 0 ? 1 : 0), 0)).toBe(160 * 40);
  const box = { x: 1, y: 194, width: 367, height: 254 };
  expect(line).toMatchObject({ box, words: [{ text: 'uno', box }] });
});

it('gives it the whole of a full page', async () => {
  const image = { data: new Uint8Array(500 * 800).fill(255), width: 500, height: 800 };
  for (let y = 20; y < 780; y += 40) image.data.fill(0, y * 500 + 60, y * 500 + 460);
  const seen: GrayImage[] = [];
  const [line] = await readInked(image, echo(seen));
  expect(seen).toEqual([image]);
  expect(line).toMatchObject({ box: { x: 1, y: 2, width: 499, height: 798 } });
});

it('has nothing to ask of a page without ink', async () => {
  const seen: GrayImage[] = [];
  const image = { data: new Uint8Array(6).fill(255), width: 3, height: 2 };
  expect(await readInked(image, echo(seen))).toEqual([]);
  expect(seen).toEqual([]);
});
