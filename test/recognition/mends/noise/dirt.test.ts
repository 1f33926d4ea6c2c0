import { expect, it } from 'vitest';
import { isInk } from '../../../../src/recognition/mends/noise/dirt.ts';

const page = { letterHeight: 18 };
const word = (
  text: string,
  x: number,
  confidence: number,
  size = { width: text.length * 16, height: 24 },
) => ({
  text,
  box: { x, y: 100, ...size },
  confidence,
});

it('keeps letters and digits whatever the confidence, signs only when sure or large enough', () => {
  expect(isInk(word('constancia', 0, 0), page)).toBe(true);
  expect(isInk(word('|', 0, 0.4), page)).toBe(false);
  expect(isInk(word('—', 0, 0.9), page)).toBe(true);
  expect(isInk(word('—', 0, 0.9, { width: 3, height: 2 }), page)).toBe(false);
  expect(isInk(word('Ñ', 0, 0.9, { width: 90, height: 200 }), page)).toBe(false);
});
