import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { believe } from '../../../src/flow/steps/resolution.ts';

const SQUARE = { x: 1, y: 1 };

describe('believe', () => {
  it.each([
    [2480, 3508, 300, 300],
    [4960, 7016, 600, 600],
    [1240, 1754, 150, 150],
    [850, 1100, 100, 100],
    [1728, 2291, 204, 196],
    [13244, 18724, 400, 400],
  ])('takes what scanners write: %i × %i at %i × %i', (width, height, x, y) =>
    expect(believe(width, height, x, y)).toEqual({ dpi: Math.max(x, y), stretch: SQUARE }),
  );

  it.each([
    [2480, 3508, null, null],
    [2480, 3508, 1, 1],
    [2480, 3508, 72, 72],
    [2480, 3508, 96, 96],
    [2480, 3508, 300, 0],
    [2480, 3508, 65535, 65535],
    [2480, 3508, 300, 20],
    [12000, 9000, 100, 100],
    [60, 60, 300, 300],
    [2480, 3508, Number.NaN, Number.NaN],
  ])('does not take what software makes up: %i × %i at %o × %o', (width, height, x, y) =>
    expect(believe(width, height, x, y)).toEqual({ dpi: null, stretch: SQUARE }),
  );

  it('says how to make fax pixels square', () => {
    expect(believe(1728, 1145, 204, 98)).toEqual({ dpi: 204, stretch: { x: 1, y: 204 / 98 } });
    expect(believe(1728, 4573, 204, 391)).toEqual({ dpi: 391, stretch: { x: 391 / 204, y: 1 } });
  });

  it('leaves one axis as it is, always', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40_000 }),
        fc.integer({ min: 1, max: 40_000 }),
        fc.double(),
        fc.double(),
        (w, h, x, y) => {
          const { dpi, stretch } = believe(w, h, x, y);
          expect(Math.min(stretch.x, stretch.y)).toBe(1);
          if (dpi === null) expect(stretch).toEqual(SQUARE);
          else expect(dpi).toBeGreaterThanOrEqual(97);
        },
      ),
      { numRuns: 300 },
    );
  });
});
