import { describe, expect, it } from 'vitest';
import { cutStrokes } from '../../../src/imaging/pens/cut-strokes.ts';

const X = 18;
const [WIDTH, HEIGHT] = [900, 300];
const NAME = { top: 200, bottom: 225 };

function blank() {
  return { data: new Uint8Array(WIDTH * HEIGHT).fill(255), width: WIDTH, height: HEIGHT };
}
type Image = ReturnType<typeof blank>;

/** Letters as pairs of stems joined by a bar. */
function type(image: Image, from: number, count: number, { top, bottom }: typeof NAME) {
  for (let i = 0; i < count; i++) {
    const x = from + i * 24;
    for (let y = top; y < bottom; y++)
      for (const stem of [x, x + 12]) image.data.fill(0, y * WIDTH + stem, y * WIDTH + stem + 3);
    image.data.fill(0, top * WIDTH + x, top * WIDTH + x + 15);
  }
}

/** A zigzag of a pen, four pixels wide. */
function sign(image: Image, from: number, to: number, top: number, bottom: number) {
  const period = 60;
  for (let x = from; x < to; x++) {
    const phase = ((x - from) % period) / period;
    const at = top + (bottom - top) * (phase < 0.5 ? phase * 2 : 2 - phase * 2);
    for (let y = at - 6; y < at + 6; y++) image.data[Math.round(y) * WIDTH + x] = 0;
  }
}
const ink = ({ data }: Image, top: number, bottom: number) =>
  data.subarray(top * WIDTH, bottom * WIDTH).filter((value) => value < 128).length;

describe('a signature', () => {
  it('across the name below it is cut where it leaves the line; the name stays whole', () => {
    const image = blank();
    type(image, 100, 25, NAME);
    const name = ink(image, NAME.top, NAME.bottom);
    sign(image, 250, 550, 60, 215);
    cutStrokes(image, X);
    expect(ink(image, 60, NAME.top - X)).toBe(0);
    expect(ink(image, NAME.top, NAME.bottom)).toBeGreaterThanOrEqual(name);
  });

  it('by itself goes', () => {
    const image = blank();
    sign(image, 250, 550, 60, 160);
    cutStrokes(image, X);
    expect(ink(image, 0, HEIGHT)).toBe(0);
  });
});

it.each([
  [
    'lines of type',
    (image: Image) => {
      for (const top of [60, 100, 140]) type(image, 100, 25, { top, bottom: top + 25 });
    },
  ],
  [
    'the frame of a table',
    (image: Image) => {
      for (let y = 50; y < 250; y++)
        for (const x of [100, 500, 800]) image.data.fill(0, y * WIDTH + x, y * WIDTH + x + 3);
      for (const y of [50, 150, 248]) image.data.fill(0, y * WIDTH + 100, y * WIDTH + 803);
      type(image, 120, 10, { top: 80, bottom: 105 });
    },
  ],
  [
    'a large letter',
    (image: Image) => {
      for (let y = 50; y < 150; y++) image.data.fill(0, y * WIDTH + 100, y * WIDTH + 130);
      for (let y = 130; y < 150; y++) image.data.fill(0, y * WIDTH + 100, y * WIDTH + 170);
    },
  ],
])('leaves %s alone', (_, draw) => {
  const image = blank();
  draw(image);
  const before = Uint8Array.from(image.data);
  cutStrokes(image, X);
  expect(Buffer.compare(image.data, before)).toBe(0);
});
