import type { GrayImage } from '../../src/ports/ocr-engine.ts';

/** Height of a small x in the pictures below, in pixels. */
export const X = 18;
export const INK = 185;
const [WIDTH, HEIGHT] = [600, 160];
export const BOX = { left: 0, top: 0, right: WIDTH - 1, bottom: HEIGHT - 1 };
/** The rows of the letters, with their margin. */
export const NAME = { top: 100, bottom: 125 };
export const KEPT = Uint8Array.from({ length: HEIGHT }, (_, y) =>
  y >= NAME.top - 8 && y < NAME.bottom + 8 ? 1 : 0,
);

/** Letters as pairs of stems joined by a bar at their feet: the bars lie level, as serifs do. */
export function typed(tone = 0): GrayImage {
  const image = { data: new Uint8Array(WIDTH * HEIGHT).fill(255), width: WIDTH, height: HEIGHT };
  for (let x = 60; x < 540; x += 24) {
    for (let y = NAME.top; y < NAME.bottom; y++)
      for (const stem of [x, x + 14]) image.data.fill(tone, y * WIDTH + stem, y * WIDTH + stem + 3);
    for (let y = NAME.bottom - 3; y < NAME.bottom; y++)
      image.data.fill(tone, y * WIDTH + x, y * WIDTH + x + 17);
  }
  return image;
}

/** A flourish four pixels thick, rising and falling through the middle of the letters. */
export function flourish({ data, width }: GrayImage, tone = 0): void {
  for (let x = 100; x < 500; x++) {
    const at = Math.round(110 + 5 * Math.sin(x / 60));
    for (let y = at; y < at + 4; y++) data[y * width + x] = Math.min(tone, data[y * width + x]!);
  }
}

/** A slanting stroke four pixels wide, from high above the name through it. */
export function slant({ data, width }: GrayImage, tone = 0): void {
  for (let y = 20; y < 122; y++) {
    const at = Math.round(250 + (y - 20) * 0.6);
    for (let x = at; x < at + 4; x++) data[y * width + x] = Math.min(tone, data[y * width + x]!);
  }
}

export const inkOf = ({ data }: GrayImage): number => data.filter((value) => value < INK).length;

/** Share of the name's ink that is gone, and share of the pen's that stays. */
export function outcome(image: GrayImage, signed: GrayImage): { lost: number; left: number } {
  const name = typed();
  let [lost, pen, left] = [0, 0, 0];
  for (const [at, value] of name.data.entries()) {
    if (value < INK) lost += image.data[at]! >= INK ? 1 : 0;
    else if (signed.data[at]! < INK) {
      pen++;
      left += image.data[at]! < INK ? 1 : 0;
    }
  }
  return { lost: lost / inkOf(name), left: left / pen };
}

export const copyOf = (image: GrayImage): GrayImage => ({ ...image, data: Uint8Array.from(image.data) });
