import { expect, it } from 'vitest';
import { joinStopDash } from '../../../../src/recognition/mends/spelling/stop-dash.ts';

const X = 18;
const word = (text: string, x: number, width: number, confidence = 0.44) => ({
  text,
  box: { x, y: 100, width, height: 24 },
  confidence,
});
const joined = (...words: ReturnType<typeof word>[]) =>
  joinStopDash({ block: 0, box: { x: 0, y: 100, width: 900, height: 24 }, words }, X).words;

it('gives the dash to the full stop that it was typed after', () => {
  const [clause, ...rest] = joined(word('PRIMERA.', 100, 190), word('-', 305, 12), word('La', 340, 40));
  expect(clause).toEqual({
    text: 'PRIMERA.-',
    box: { x: 100, y: 100, width: 217, height: 24 },
    confidence: 0.44,
  });
  expect(rest.map(({ text }) => text)).toEqual(['La']);
});

it('leaves a dash alone that stands apart, or after no stop', () => {
  expect(joined(word('Fin.', 100, 90), word('-', 240, 12))).toHaveLength(2);
  expect(joined(word('Monterrey', 100, 190), word('-', 305, 12))).toHaveLength(2);
  expect(joined(word('-', 100, 12), word('La', 130, 40))).toHaveLength(2);
});
