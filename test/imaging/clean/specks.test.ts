import { describe, expect, it } from 'vitest';
import { eraseSpecks } from '../../../src/imaging/clean/specks.ts';
import { drawPage } from '../draw-page.ts';

const X = 18;
const [WIDTH, HEIGHT] = [900, 900];

function page() {
  const made = drawPage({ width: WIDTH, height: HEIGHT, x: X });
  made.data.fill(255, 640 * WIDTH);
  const dot = (x: number, y: number, size: number) => {
    for (let dy = 0; dy < size; dy++) made.data.fill(0, (y + dy) * WIDTH + x, (y + dy) * WIDTH + x + size);
  };
  return { made, dot };
}
const inkAt = ({ data }: { data: Uint8Array }, x: number, y: number) => data[y * WIDTH + x]! < 128;

/** Dirt in the empty lower part. */
function dirty(dot: (x: number, y: number, size: number) => void, count: number) {
  for (let i = 0; i < count; i++) dot(40 + (i % 20) * 40, 700 + Math.floor(i / 20) * 40, 3);
}

describe('specks', () => {
  it('of a dirty page go, its letters stay as they are', () => {
    const { made, dot } = page();
    const letters = Uint8Array.from(made.data);
    dirty(dot, 100);
    eraseSpecks(made, X);
    expect(Buffer.compare(made.data, letters)).toBe(0);
  });

  it('stay on a page with few of them', () => {
    const { made, dot } = page();
    dirty(dot, 20);
    const before = Uint8Array.from(made.data);
    eraseSpecks(made, X);
    expect(Buffer.compare(made.data, before)).toBe(0);
  });

  it('are told from full stops, dots of letters and colons', () => {
    const { made, dot } = page();
    made.data.fill(255);
    for (let y = 100; y < 118; y++) made.data.fill(0, y * WIDTH + 100, y * WIDTH + 112);
    dot(122, 113, 5); // a full stop, on the line
    dot(105, 92, 4); // the dot of an i
    dot(140, 103, 4); // a colon above…
    dot(140, 114, 4);
    dot(122, 60, 4); // dirt above the line
    dirty(dot, 100);
    eraseSpecks(made, X);
    for (const [x, y] of [
      [124, 115],
      [106, 93],
      [141, 104],
    ] as const)
      expect(inkAt(made, x, y)).toBe(true);
    expect(inkAt(made, 123, 61)).toBe(false);
  });
});
