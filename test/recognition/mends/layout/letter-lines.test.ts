import { expect, it } from 'vitest';
import { drawingOf } from '../../../../src/imaging/measure/drawing.ts';
import { findLetterLines } from '../../../../src/recognition/mends/layout/letter-lines.ts';

const X = 18;
const [WIDTH, HEIGHT] = [1200, 400];

/** Ink as boxes: x, y, width, height. */
function found(boxes: readonly (readonly [number, number, number, number])[]) {
  const data = new Uint8Array(WIDTH * HEIGHT).fill(255);
  for (const [x, y, width, height] of boxes)
    for (let row = y; row < y + height; row++) data.fill(0, row * WIDTH + x, row * WIDTH + x + width);
  const lines = findLetterLines(drawingOf({ data, width: WIDTH, height: HEIGHT }), X);
  return lines.map(({ letters, box }) => ({ count: letters.length, ...box })).sort((a, b) => a.y - b.y);
}
/** Letters of a typewriter that stand on `foot`. */
const typed = (x: number, foot: number, count: number) =>
  Array.from({ length: count }, (_, i) => [x + 26 * i, foot - X, 16, X] as const);

it('follows letters along their feet, tails and capitals among them, and lines that run a little up or down', () => {
  const mixed = typed(100, 100, 20).map(([x, y, w, h], i) =>
    i % 5 === 1
      ? ([x, y, w, h + 8] as const)
      : i % 5 === 3
        ? ([x, y - 9, w, h + 9] as const)
        : ([x, y, w, h] as const),
  );
  const leaning = typed(100, 140, 40).map(([x, y, w, h], i) => [x, y + Math.round(i / 2), w, h] as const);
  expect(found([...mixed, ...leaning]).map(({ count }) => count)).toEqual([20, 40]);
});

it('keeps tight lines apart', () => {
  const tight = [100, 140, 180].flatMap((foot) => typed(100, foot, 30));
  expect(found(tight).map(({ count, y }) => [count, y])).toEqual([
    [30, 82],
    [30, 122],
    [30, 162],
  ]);
});

it('joins a mark to its clause, and parts what stands farther away', () => {
  expect(found([...typed(100, 100, 2), ...typed(260, 100, 10)])).toEqual([
    expect.objectContaining({ count: 12, x: 100 }),
  ]);
  expect(found([...typed(100, 100, 8), ...typed(430, 100, 8)])).toHaveLength(2);
  expect(found([...typed(100, 100, 2), ...typed(330, 100, 10)])).toHaveLength(2);
});

it('takes specks, rules and stamps for no letters', () => {
  expect(
    found([
      [100, 100, 5, 5],
      [100, 200, 900, 3],
      [600, 100, 80, 90],
      [100, 300, 12, 90],
    ]),
  ).toEqual([]);
});
