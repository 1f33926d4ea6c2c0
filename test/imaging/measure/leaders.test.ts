import { describe, expect, it } from 'vitest';
import { findComponents } from '../../../src/imaging/measure/components.ts';
import { erasePieces, findLeaders } from '../../../src/imaging/measure/leaders.ts';
import { drawPage } from '../draw-page.ts';

const X = 12;
const OFFSET = 8;

/** A page with a dotted line under its third line of letters, leaning with `slope`, and five dots in the margin. */
function form(slope: number) {
  const page = drawPage({ width: 800, height: 600, x: X });
  const before = Uint8Array.from(page.data);
  const dot = (x: number, y: number) => {
    for (let dy = 0; dy < 3; dy++) page.data.fill(20, (y + dy) * 800 + x, (y + dy) * 800 + x + 3);
  };
  for (let x = 80; x < 600; x += 9) dot(x, 160 + OFFSET + Math.round((x - 80) * slope));
  for (let x = 0; x < 5; x++) dot(20 + x * 9, 560);
  return { page, before };
}

describe('dotted lines', () => {
  it.each([0, 1])('are found at a lean of %f degrees and erased, letters and ellipses stay', (degrees) => {
    const { page, before } = form(Math.tan((degrees * Math.PI) / 180));
    const components = findComponents(page, 128);
    const found = findLeaders(components, X, degrees, false);
    expect(found.length).toBeGreaterThan(30);
    erasePieces(page, components, found, 1);
    const after = findComponents(page, 128);
    expect(components.count - after.count).toBe(found.length);
    const lost = before.filter((value, i) => value === 20 && page.data[i] === 255).length;
    expect(lost / before.filter((value) => value === 20).length).toBeLessThan(0.02);
    expect(page.data[561 * 800 + 21]).toBe(20);
  });

  it('are found when lines run down the picture', () => {
    const { page } = form(0);
    const data = new Uint8Array(page.data.length);
    for (let y = 0; y < 600; y++) for (let x = 0; x < 800; x++) data[x * 600 + y] = page.data[y * 800 + x]!;
    const components = findComponents({ data, width: 600, height: 800 }, 128);
    expect(findLeaders(components, X, 0, true).length).toBeGreaterThan(50);
    expect(findLeaders(components, X, 0, false)).toEqual([]);
  });
});
