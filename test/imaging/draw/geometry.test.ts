import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layUpright } from '../../../src/imaging/draw/frame.ts';
import { applyTo, exifTurn, invert, mapBox, quarterTurn } from '../../../src/imaging/draw/geometry.ts';
import type { Rotation } from '../../../src/model/document.ts';

const size = fc.record({
  width: fc.integer({ min: 1, max: 9000 }),
  height: fc.integer({ min: 1, max: 9000 }),
  stretch: fc.record({ x: fc.constant(1), y: fc.double({ min: 1, max: 4.5, noNaN: true }) }),
});
const rotation = fc.constantFrom<Rotation>(0, 90, 180, 270);

describe('the upright frame', () => {
  it('takes every point there and back within a thousandth of a pixel', () => {
    fc.assert(
      fc.property(
        size,
        fc.boolean(),
        rotation,
        fc.double({ min: -10, max: 10, noNaN: true }),
        (scan, mirrored, turn, lean) => {
          const { fromScan } = layUpright(scan, mirrored, turn, lean);
          const there = applyTo(fromScan, scan.width * 0.3, scan.height * 0.8);
          const [x, y] = applyTo(invert(fromScan), ...there);
          expect(Math.hypot(x - scan.width * 0.3, y - scan.height * 0.8)).toBeLessThan(1e-3);
        },
      ),
    );
  });

  it('holds every corner of the scan', () => {
    fc.assert(
      fc.property(
        size,
        fc.boolean(),
        rotation,
        fc.double({ min: -10, max: 10, noNaN: true }),
        (scan, mirrored, turn, lean) => {
          const frame = layUpright(scan, mirrored, turn, lean);
          const page = mapBox(frame.fromScan, { x: 0, y: 0, width: scan.width, height: scan.height });
          expect(page.x).toBeGreaterThan(-1);
          expect(page.y).toBeGreaterThan(-1);
          expect(page.x + page.width).toBeLessThan(frame.width + 1);
          expect(page.y + page.height).toBeLessThan(frame.height + 1);
        },
      ),
    );
  });

  it('turns clockwise', () => {
    // The top left corner of a 30 × 20 picture goes to the top right.
    expect(applyTo(quarterTurn(90, 30, 20), 0, 0)).toEqual([20, 0]);
    expect(applyTo(quarterTurn(270, 30, 20), 0, 0)).toEqual([0, 30]);
    expect(applyTo(quarterTurn(180, 30, 20), 0, 0)).toEqual([30, 20]);
  });
});

describe('EXIF', () => {
  // Where the first row and the first column of the stored picture belong, from the EXIF specification.
  it.each([
    [1, 'top', 'left'],
    [2, 'top', 'right'],
    [3, 'bottom', 'right'],
    [4, 'bottom', 'left'],
    [5, 'left', 'top'],
    [6, 'right', 'top'],
    [7, 'right', 'bottom'],
    [8, 'left', 'bottom'],
  ])('%i puts row 0 at the %s and column 0 at the %s', (orientation, row, column) => {
    const { mirrored, rotation } = exifTurn(orientation);
    const frame = layUpright({ width: 100, height: 100, stretch: { x: 1, y: 1 } }, mirrored, rotation, 0);
    const sideOf = ([x, y]: readonly [number, number]) =>
      Math.abs(x - 50) > Math.abs(y - 50) ? (x < 50 ? 'left' : 'right') : y < 50 ? 'top' : 'bottom';
    expect(sideOf(applyTo(frame.fromScan, 50, 0))).toBe(row);
    expect(sideOf(applyTo(frame.fromScan, 0, 50))).toBe(column);
  });
});
