import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draw } from '../../../src/imaging/draw/canvas.ts';
import { layUpright } from '../../../src/imaging/draw/frame.ts';
import { IDENTITY } from '../../../src/imaging/draw/geometry.ts';
import { letterHeight, survey } from '../../../src/imaging/measure/survey.ts';
import type { Rotation } from '../../../src/model/document.ts';
import { drawPage } from '../draw-page.ts';

const page = drawPage({ width: 900, height: 1200, x: 11 });

/** The page as a scanner would see it, lying on the glass turned and askew. */
function laid(rotation: Rotation, lean: number) {
  const image = draw(
    { image: page, fromScan: IDENTITY },
    layUpright({ ...page, stretch: { x: 1, y: 1 } }, false, rotation, lean),
    1,
  );
  return { ...image, channels: 1 as const };
}

describe('the direction of the text', () => {
  it.each<Rotation>([0, 90, 180, 270])('is found from %i degrees', (rotation) => {
    const { direction } = survey(laid(rotation, 3));
    expect((direction.rotation + rotation) % 360).toBe(0);
    expect(direction.axis).toBeGreaterThan(1.5);
    expect(direction.up).toBeGreaterThan(1.15);
  });

  it('undoes any lean up to ten degrees within 0.2', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -10, max: 10, noNaN: true }),
        fc.constantFrom<Rotation>(0, 90),
        (lean, rotation) => {
          const { direction } = survey(laid(rotation, lean));
          expect(Math.abs(direction.leans[direction.rotation] + lean)).toBeLessThan(0.2);
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('the height of the letters', () => {
  it.each([7, 11, 19, 30])('is measured on letters of %i pixels', (x) => {
    const drawn = drawPage({ width: 1000, height: 1400, x });
    const measured = letterHeight(survey({ ...drawn, channels: 1 }), 0);
    expect(measured).toBeGreaterThan(x * 0.9);
    expect(measured).toBeLessThan(x * 1.1);
  });

  it('is unknown on a page with a dozen marks', () => {
    const data = new Uint8Array(600 * 800).fill(250);
    expect(letterHeight(survey({ data, width: 600, height: 800, channels: 1 }), 0)).toBeNull();
  });
});
