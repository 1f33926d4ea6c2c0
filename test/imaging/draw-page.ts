import type { GrayImage } from '../../src/ports/ocr-engine.ts';

/** Heights above the foot line and depth below it, in heights of x, as often as in Spanish prose. */
const SHAPES = [
  ...Array.from({ length: 12 }, () => [1, 0] as const),
  ...Array.from({ length: 4 }, () => [1.45, 0] as const),
  [1, 0.4] as const,
];

export interface DrawnPage {
  readonly width: number;
  readonly height: number;
  /** Height of a small x in pixels. */
  readonly x: number;
  readonly ink?: number;
  readonly paper?: number;
}

/** A page of letter-like bars in words and lines: a text for eyes that cannot read, independent of fonts. */
export function drawPage({ width, height, x, ink = 20, paper = 250 }: DrawnPage): GrayImage {
  const data = new Uint8Array(width * height).fill(paper);
  let state = 12345;
  const chance = () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 1;
    return state / 2 ** 31;
  };
  const margin = Math.round(x * 5);
  for (let foot = margin + 2 * x; foot < height - margin; foot += Math.round(3 * x)) {
    const end = width - margin - chance() * width * 0.2;
    for (let left = margin; left < end; left += x * (chance() < 0.18 ? 2 : 1.1)) {
      const [up, down] = SHAPES[Math.floor(chance() * SHAPES.length)]!;
      const [top, bottom] = [Math.round(foot - up * x), Math.round(foot + down * x)];
      for (let y = top; y < bottom; y++)
        data.fill(ink, y * width + Math.round(left), y * width + Math.round(left + 0.75 * x));
    }
  }
  return { data, width, height };
}
