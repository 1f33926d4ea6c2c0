import { describe, expect, it } from 'vitest';
import { mendCommas } from '../../../../src/recognition/mends/spelling/commas.ts';

/** Height of a small x; the line stands at 60. */
const X = 18;
const [WIDTH, HEIGHT, LINE] = [200, 90, 60];

/** Four letters, and a last sign from `top` to `foot` below or above the line. */
function page(top: number, foot: number) {
  const data = new Uint8Array(WIDTH * HEIGHT).fill(255);
  const block = (x: number, width: number, from: number, to: number) => {
    for (let y = from; y < to; y++) data.fill(0, y * WIDTH + x, y * WIDTH + x + width);
  };
  for (let i = 0; i < 4; i++) block(20 + 25 * i, 12, LINE - X, LINE);
  block(122, 8, LINE + top, LINE + foot);
  return { data, width: WIDTH, height: HEIGHT };
}
const line = (text: string) => {
  const box = { x: 20, y: LINE - X, width: 112, height: X + 2 };
  return { block: 0, box, words: [{ text, box, confidence: 0.9 }] };
};
const mended = (text: string, image: ReturnType<typeof page>, x: number | null = X) =>
  mendCommas(line(text), image, x).words[0]!.text;

describe('an s at the end of a word', () => {
  it('that begins near the line and hangs below it is a comma', () => {
    expect(mended('rios', page(-5, 5))).toBe('rio,');
  });

  it.each([
    ['as high as its neighbours is an s', -X, 0],
    ['that lost its upper half does not hang', -8, 0],
  ])('%s', (_, top, foot) => {
    expect(mended('rios', page(top, foot))).toBe('rios');
  });

  it('below which a speck lies is an s', () => {
    const image = page(-X, 0);
    for (let y = LINE + 1; y < LINE + 5; y++) image.data.fill(0, y * WIDTH + 128, y * WIDTH + 132);
    expect(mended('rioss', image)).toBe('rioss');
  });

  it('stays where nothing tells how high letters are', () => {
    expect(mended('rios', page(-5, 5), null)).toBe('rios');
  });
});

it('other letters stay', () => {
  expect(mended('rioe', page(-5, 5))).toBe('rioe');
});
