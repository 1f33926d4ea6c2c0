import { expect, it } from 'vitest';
import type { RecognizedWord } from '../../../../src/ports/ocr-engine.ts';
import { withoutShadows } from '../../../../src/recognition/mends/noise/shadows.ts';

const X = 10;
const box = { x: 10, y: 10, width: 60, height: 20 };
/** Paper with bars of a gray where words stand; `dark` of every ten are black. */
function picture(gray: number, dark: number) {
  const image = { data: new Uint8Array(500 * 40).fill(255), width: 500, height: 40 };
  for (let bar = 0; bar < 70; bar++)
    for (let y = 10; y < 30; y++)
      for (let x = 0; x < 3; x++) image.data[y * 500 + 10 + 6 * bar + x] = bar % 10 < dark ? 0 : gray;
  return image;
}
const word = (confidence: number, x = 10): RecognizedWord => ({
  text: 'OTAMAA',
  box: { ...box, x },
  confidence,
});
const kept = (image: ReturnType<typeof picture>, ...words: RecognizedWord[]) =>
  withoutShadows({ block: 0, box, words }, image, X).words;

it('a doubtful word of gray shines through', () => {
  expect(kept(picture(150, 0), word(0.5))).toEqual([]);
  expect(kept(picture(150, 2), word(0.5))).toEqual([]);
});

it('black letters are type, and so is gray that reads well', () => {
  expect(kept(picture(150, 4), word(0.5))).toHaveLength(1);
  expect(kept(picture(60, 0), word(0.5))).toHaveLength(1);
  expect(kept(picture(150, 0), word(0.8))).toHaveLength(1);
});

it('a word without any ink in its box, or beyond the picture, is none', () => {
  expect(kept(picture(255, 0), word(0.1))).toHaveLength(1);
  expect(kept(picture(150, 0), { ...word(0.1), box: { ...box, x: 490, y: 30 } })).toHaveLength(1);
});

it('between words that were read for sure it is type, alone or with others, but not far from them, nor at the end', () => {
  const image = picture(150, 0);
  const inside = [word(0.9, 10), word(0.5, 80), word(0.2, 150), word(0.9, 220)];
  expect(kept(image, ...inside)).toEqual(inside);
  expect(kept(image, word(0.5, 10), ...inside.slice(3), word(0.5, 290))).toEqual(inside.slice(3));
  const far = [word(0.9, 10), word(0.5, 120), word(0.9, 190)];
  expect(kept(image, ...far)).toEqual([far[0], far[2]]);
  expect(withoutShadows({ block: 0, box, words: inside }, image, null).words).toEqual([inside[0], inside[3]]);
});
