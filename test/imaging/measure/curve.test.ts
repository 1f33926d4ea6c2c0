import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IDENTITY } from '../../../src/imaging/draw/geometry.ts';
import { resample } from '../../../src/imaging/draw/resample.ts';
import { findComponents } from '../../../src/imaging/measure/components.ts';
import { bentBox, type Curve, findCurve } from '../../../src/imaging/measure/curve.ts';
import { findLetters } from '../../../src/imaging/measure/letters.ts';
import { solve } from '../../../src/imaging/measure/solve.ts';
import { drawPage } from '../draw-page.ts';

const SIZE = { width: 1200, height: 1000 };
const X = 12;
const flat = drawPage({ ...SIZE, x: X });

/** The page as it lies in a book: towards the left its lines dip, more so at the foot. */
const bend = (x: number, y: number, dip: number) =>
  x < 700 ? dip * (1 - x / 700) ** 2 * (0.8 + y / 2000) : 0;
const bent = (dip: number) => resample(flat, IDENTITY, SIZE.width, SIZE.height, (x, y) => bend(x, y, dip));
const curveOf = (image: typeof flat) =>
  findCurve(findLetters(findComponents(image, 128), SIZE.width, SIZE.height), IDENTITY, X, SIZE);

describe('the lines of a page in a book', () => {
  it.each([25, -25])('are found to bend, and drawn flat (%i pixels)', (dip) => {
    const image = bent(dip);
    const curve = curveOf(image)!;
    expect(curve.most).toBeGreaterThan(8);
    const again = curveOf(resample(image, IDENTITY, SIZE.width, SIZE.height, curve.at));
    expect(again).toBeNull();
  });

  it.each([3, 2])(
    'are found to bend where there are only %i, with white behind their first letters',
    (count) => {
      const few = { ...SIZE, height: 84 + 36 * count + 40 };
      const page = drawPage({ ...few, x: X });
      // As behind the point of `c.c.p. C. Tesorero`, where stops are too small to be letters.
      for (let y = 0; y < few.height; y++) page.data.fill(250, y * few.width + 140, y * few.width + 200);
      const dip = (x: number) => bend(x, 0, 40);
      const image = resample(page, IDENTITY, few.width, few.height, dip);
      const found = (given: typeof image) =>
        findCurve(findLetters(findComponents(given, 128), few.width, few.height), IDENTITY, X, few);
      const curve = found(image)!;
      for (const x of [80, 240, 450])
        expect(Math.abs(curve.at(x, 100) - curve.at(800, 100) + dip(x))).toBeLessThan(X / 4);
      expect(found(resample(image, IDENTITY, few.width, few.height, curve.at))).toBeNull();
      expect(found(page)).toBeNull();
    },
  );

  it('of a flat page, a nearly flat and an empty one are left alone', () => {
    expect(curveOf(flat)).toBeNull();
    expect(curveOf(bent(3))).toBeNull();
    expect(curveOf({ ...flat, data: new Uint8Array(flat.data.length).fill(255) })).toBeNull();
  });

  it('give back the place of a word within a pixel', () => {
    const curve: Curve = { most: 25, at: (x, y) => bend(x, y, 25) };
    for (const x of [50, 300, 650, 1000]) {
      const box = bentBox({ x, y: 500, width: 60, height: 20 }, curve);
      expect(box.y).toBeCloseTo(500 + Math.min(bend(x, 500, 25), bend(x + 60, 500, 25)), 0);
      expect(box.x).toBe(x);
    }
    expect(bentBox({ x: 1, y: 2, width: 3, height: 4 }, null)).toEqual({ x: 1, y: 2, width: 3, height: 4 });
  });
});

it('small systems of equations are solved, or said to have no answer', () => {
  const number = fc.integer({ min: -9, max: 9 });
  fc.assert(
    fc.property(
      fc.array(fc.array(number, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 }),
      (matrix) => {
        const right = matrix.map((row) => row.reduce((sum, value, i) => sum + value * (i + 1), 0));
        const answer = solve(matrix, right);
        if (answer === null) return;
        for (const [i, row] of matrix.entries())
          expect(row.reduce((sum, value, j) => sum + value * answer[j]!, 0)).toBeCloseTo(right[i]!, 6);
      },
    ),
  );
  expect(
    solve(
      [
        [1, 2],
        [2, 4],
      ],
      [1, 2],
    ),
  ).toBeNull();
});
