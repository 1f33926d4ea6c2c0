import { expect, it } from 'vitest';
import { withoutStrokes } from '../../../../src/recognition/mends/noise/strokes.ts';

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
const left = (...words: ReturnType<typeof word>[]) =>
  withoutStrokes({ block: 0, box: { x: 0, y: 100, width: 900, height: 24 }, words }, page).words.map(
    ({ text }) => text,
  );

it('drops what a coat of arms beside a heading or a pen stroke was taken for', () => {
  expect(left(word('NM', 10, 0.2), word('XK', 50, 0.3), word('AYUNTAMIENTO', 300, 0.95))).toEqual([
    'AYUNTAMIENTO',
  ]);
  expect(left(word('DN', 100, 0.07))).toEqual([]);
  expect(left(word('y', 100, 0.9))).toEqual([]);
  // A signature that runs over its line.
  expect(left(word('N', 100, 0.9), word('NR', 200, 0.2), word('LA', 250, 0.9))).toEqual([]);
});

it('keeps short and doubtful words of a line, numbers, and short lines that are sure', () => {
  expect(left(word('a', 100, 0.1), word('los', 130, 0.2), word('vecinos', 190, 0.9))).toEqual([
    'a',
    'los',
    'vecinos',
  ]);
  expect(left(word('FOJAS:', 100, 0.9), word('37', 400, 0.3))).toEqual(['FOJAS:', '37']);
  expect(left(word('No.', 100, 0.6), word('7', 200, 0.85))).toEqual(['No.', '7']);
  expect(left(word('Vo', 100, 0.6), word('Bo', 135, 0.6))).toEqual(['Vo', 'Bo']);
  expect(left(word('DE', 100, 0.9), word('LA', 200, 0.8))).toEqual(['DE', 'LA']);
  expect(left(word('2', 400, 0.96))).toEqual(['2']);
  expect(left(word('1.', 400, 0.8))).toEqual(['1.']);
});
