import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findComponents } from '../../../src/imaging/measure/components.ts';

const picture = (...rows: string[]) => ({
  data: Uint8Array.from(rows.join(''), (mark) => (mark === '#' ? 0 : 255)),
  width: rows[0]!.length,
  height: rows.length,
});

describe('pieces of ink', () => {
  it('join diagonally and around corners', () => {
    const { count, x0, y0, x1, y1, area } = findComponents(picture('#..#.', '.#.#.', '..#..', '....#'), 128);
    expect(count).toBe(2);
    expect([x0[0], y0[0], x1[0], y1[0], area[0]]).toEqual([0, 0, 3, 2, 5]);
    expect([x0[1], y0[1], x1[1], y1[1], area[1]]).toEqual([4, 3, 4, 3, 1]);
  });

  it('are as many as a flood fill counts', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 100, maxLength: 100 }), (ink) => {
        const data = Uint8Array.from(ink, (is) => (is ? 0 : 255));
        const found = findComponents({ data, width: 10, height: 10 }, 128);
        expect(found.count).toBe(flooded([...ink]));
        expect(found.area.reduce((sum, area) => sum + area, 0)).toBe(ink.filter(Boolean).length);
      }),
    );
  });
});

function flooded(ink: boolean[]): number {
  const flood = (x: number, y: number): boolean => {
    if (x < 0 || y < 0 || x > 9 || y > 9 || !ink[y * 10 + x]) return false;
    ink[y * 10 + x] = false;
    for (let dy = -1; dy <= 1; dy++) for (let dx = -1; dx <= 1; dx++) flood(x + dx, y + dy);
    return true;
  };
  return ink.filter((_, i) => flood(i % 10, Math.floor(i / 10))).length;
}
