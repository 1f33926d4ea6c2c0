import { describe, expect, it } from 'vitest';
import { erasePenLines } from '../../src/imaging/pen-lines.ts';

const X = 18;
const [WIDTH, HEIGHT] = [600, 80];
const BOX = { left: 0, top: 0, right: WIDTH - 1, bottom: HEIGHT - 1 };
const INK = 128;

/** Letters as pairs of stems joined by a bar at their feet: the bars lie level, as serifs do. */
function typed() {
  const image = { data: new Uint8Array(WIDTH * HEIGHT).fill(255), width: WIDTH, height: HEIGHT };
  for (let x = 60; x < 540; x += 24) {
    for (let y = 30; y < 55; y++)
      for (const stem of [x, x + 14]) image.data.fill(0, y * WIDTH + stem, y * WIDTH + stem + 3);
    for (let y = 52; y < 55; y++) image.data.fill(0, y * WIDTH + x, y * WIDTH + x + 17);
  }
  return image;
}

/** A flourish four pixels thick, rising and falling through the middle of the letters. */
function flourish(image: ReturnType<typeof typed>) {
  for (let x = 100; x < 500; x++) {
    const at = Math.round(40 + 5 * Math.sin(x / 60));
    for (let y = at; y < at + 4; y++) image.data[y * WIDTH + x] = 0;
  }
}
const ink = ({ data }: ReturnType<typeof typed>) => data.filter((value) => value < INK).length;

describe('a flourish across a name', () => {
  it('goes between the stems, which stay whole', () => {
    const [clean, image] = [typed(), typed()];
    flourish(image);
    const signed = ink(image);
    erasePenLines(image, BOX, X, INK);
    expect(ink(image)).toBeLessThan(ink(clean) + 0.15 * (signed - ink(clean)));
    const lost = clean.data.filter((value, at) => value < INK && image.data[at]! >= INK).length;
    expect(lost).toBeLessThan(0.03 * ink(clean));
  });

  it('is not seen in type alone', () => {
    const image = typed();
    erasePenLines(image, BOX, X, INK);
    expect(image.data).toEqual(typed().data);
  });
});
