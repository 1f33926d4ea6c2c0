import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { isCarbon } from '../../../src/imaging/measure/ink.ts';
import { levelPage, survey } from '../../../src/imaging/measure/survey.ts';
import type { Pixels } from '../../../src/model/pixels.ts';
import { typedPage } from '../../support/typed-page.ts';
import { drawPage } from '../draw-page.ts';

type Colour = readonly [number, number, number];
const drawn = drawPage({ width: 900, height: 1200, x: 12 });
const isInk = (i: number) => drawn.data[i] === 20;

/** The drawn page in colours; `over` lies across it as ink does: it takes light away. */
function coloured(
  ink: Colour,
  paper: Colour,
  over: (x: number, y: number) => Colour | null = () => null,
): Pixels {
  const data = new Uint8Array(drawn.data.length * 3);
  for (let i = 0; i < drawn.data.length; i++) {
    const mark = over(i % drawn.width, Math.floor(i / drawn.width));
    const base = isInk(i) ? ink : paper;
    for (let c = 0; c < 3; c++) data[i * 3 + c] = base[c]! * ((mark?.[c] ?? 255) / 255);
  }
  return { data, width: drawn.width, height: drawn.height, channels: 3 };
}

const levelled = (page: Pixels) => levelPage(page, survey(page)).data;
const mean = (data: Uint8Array, where: (i: number) => boolean) => {
  const values = [...data].filter((_, i) => where(i));
  return values.reduce((sum, value) => sum + value, 0) / values.length;
};

const black: Colour = [30, 28, 32];
const cream: Colour = [240, 230, 205];

describe('colour', () => {
  // A stamp's ring, 8 pixels wide, over the lines.
  const ring = (x: number, y: number) => Math.abs(Math.hypot(x - 450, y - 600) - 150) < 4;
  const onRing = (i: number) => ring(i % 900, Math.floor(i / 900));

  it.each<[string, Colour]>([
    ['red', [200, 60, 70]],
    ['violet', [110, 60, 160]],
    ['blue', [60, 80, 180]],
  ])('a %s stamp across black type goes, the type below it stays', (_name, stamp) => {
    const data = levelled(coloured(black, cream, (x, y) => (ring(x, y) ? stamp : null)));
    expect(mean(data, (i) => onRing(i) && !isInk(i))).toBeGreaterThan(225);
    expect(mean(data, (i) => onRing(i) && isInk(i))).toBeLessThan(70);
  });

  it('type that is itself coloured stays', () => {
    for (const ink of [
      [70, 80, 150],
      [170, 40, 50],
      [90, 50, 130],
    ] as const) {
      const data = levelled(coloured(ink, cream));
      expect(mean(data, isInk)).toBeLessThan(70);
      expect(mean(data, (i) => !isInk(i))).toBeGreaterThan(250);
    }
  });

  it.each<[string, Colour]>([
    ['violet', [90, 40, 120]],
    ['dark red', [96, 24, 30]],
  ])('%s type is no stamp across black type, though JPEG leaves its edges gray', async (_name, ink) => {
    const { image } = await typedPage('memorandum', 5, 300);
    const data = new Uint8Array(image.data.length * 3);
    for (const [i, gray] of image.data.entries()) {
      const share = Math.min(1, Math.max(0, (235 - gray) / 210));
      for (let c = 0; c < 3; c++) data[i * 3 + c] = 235 + (ink[c]! - 235) * share;
    }
    const { width, height } = image;
    const jpeg = await sharp(data, { raw: { width, height, channels: 3 } })
      .jpeg({ quality: 85 })
      .toBuffer();
    const page = { data: await sharp(jpeg).raw().toBuffer(), width, height, channels: 3 } as const;
    expect(survey(page).mix.drop).toBeNull();
  });

  it('stamps go from black type also where they are more than it', () => {
    // Bars of 30 pixels every 50, over half of the page: seven tenths of its ink.
    const stamped = (x: number, y: number) => x < 450 && y % 50 < 30;
    const onStamp = (i: number) => stamped(i % 900, Math.floor(i / 900));
    const data = levelled(coloured(black, cream, (x, y) => (stamped(x, y) ? [200, 60, 70] : null)));
    expect(mean(data, (i) => onStamp(i) && !isInk(i))).toBeGreaterThan(225);
    expect(mean(data, (i) => onStamp(i) && isInk(i))).toBeLessThan(70);
  });

  it('a coloured heading apart from the type stays', () => {
    const heading = (x: number, y: number) => y > 10 && y < 40 && x > 300 && x < 500 && x % 20 < 9;
    const data = levelled(coloured(black, cream, (x, y) => (heading(x, y) ? [40, 60, 170] : null)));
    expect(mean(data, (i) => heading(i % 900, Math.floor(i / 900)))).toBeLessThan(110);
  });
});

describe('pale ink', () => {
  const carbon: Colour = [185, 182, 180];

  it('becomes black, and what shines through from the other side becomes paper', () => {
    const behind = (x: number, y: number) => drawn.data[y * 900 + (899 - x)] === 20 && !isInk(y * 900 + x);
    const data = levelled(coloured(carbon, cream, (x, y) => (behind(x, y) ? [240, 240, 240] : null)));
    expect(mean(data, isInk)).toBeLessThan(60);
    expect(mean(data, (i) => behind(i % 900, Math.floor(i / 900)))).toBeGreaterThan(200);
  });

  it('is known as a carbon copy though as much gray shines through', () => {
    const behind = (x: number, y: number) => drawn.data[y * 900 + (899 - x)] === 20 && !isInk(y * 900 + x);
    const page = coloured([200, 193, 176], cream, (x, y) => (behind(x, y) ? [222, 222, 222] : null));
    expect(isCarbon(survey(page).mix)).toBe(true);
  });

  it('is no ink when only the other side shines through', () => {
    const page = coloured(cream, cream, (x, y) => (drawn.data[y * 900 + x] === 20 ? [232, 232, 232] : null));
    expect(survey(page).tone).toBeNull();
    expect(survey(page).letters.pieces).toEqual([]);
  });
});
