import { expect, it } from 'vitest';
import { isShadow } from '../../src/stages/shadow.ts';

const box = { x: 10, y: 10, width: 60, height: 20 };
/** Paper with bars of a gray where a word stands; `dark` of every ten are black. */
function picture(gray: number, dark: number) {
  const image = { data: new Uint8Array(100 * 40).fill(255), width: 100, height: 40 };
  for (let bar = 0; bar < 10; bar++)
    for (let y = 10; y < 30; y++)
      for (let x = 0; x < 3; x++) image.data[y * 100 + 10 + 6 * bar + x] = bar < dark ? 0 : gray;
  return image;
}
const word = (confidence: number) => ({ text: 'OTAMAA', box, confidence });

it('a doubtful word of gray shines through', () => {
  expect(isShadow(word(0.5), picture(150, 0))).toBe(true);
  expect(isShadow(word(0.5), picture(150, 2))).toBe(true);
});

it('black letters are type, and so is gray that reads well', () => {
  expect(isShadow(word(0.5), picture(150, 4))).toBe(false);
  expect(isShadow(word(0.5), picture(60, 0))).toBe(false);
  expect(isShadow(word(0.8), picture(150, 0))).toBe(false);
});

it('a word without any ink in its box, or beyond the picture, is none', () => {
  expect(isShadow(word(0.1), picture(255, 0))).toBe(false);
  expect(isShadow({ ...word(0.1), box: { x: 90, y: 30, width: 60, height: 60 } }, picture(150, 0))).toBe(
    false,
  );
});
