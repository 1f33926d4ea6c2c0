import { describe, expect, it } from 'vitest';
import { IDENTITY } from '../../../src/imaging/draw/geometry.ts';
import { findComponents } from '../../../src/imaging/measure/components.ts';
import { findGutter } from '../../../src/imaging/measure/gutter.ts';
import { findLetters } from '../../../src/imaging/measure/letters.ts';
import type { GrayImage } from '../../../src/ports/ocr-engine.ts';
import { drawPage } from '../draw-page.ts';

const X = 12;
const PAGE = { width: 800, height: 1000 };
const page = drawPage({ ...PAGE, x: X });
const blank: GrayImage = { ...page, data: new Uint8Array(page.data.length).fill(255) };

function beside(left: GrayImage, right: GrayImage): GrayImage {
  const width = left.width + right.width;
  const data = new Uint8Array(width * left.height);
  for (let y = 0; y < left.height; y++) {
    data.set(left.data.subarray(y * left.width, (y + 1) * left.width), y * width);
    data.set(right.data.subarray(y * right.width, (y + 1) * right.width), y * width + left.width);
  }
  return { data, width, height: left.height };
}

const gutterOf = (image: GrayImage) =>
  findGutter(findLetters(findComponents(image, 128), image.width, image.height), IDENTITY, image);

describe('the fold of an open book', () => {
  it('lies between its two pages', () => {
    const gutter = gutterOf(beside(page, page))!;
    expect(Math.abs(gutter - PAGE.width)).toBeLessThan(0.05 * PAGE.width);
  });

  it('is not looked for on one page, wide or high', () => {
    expect(gutterOf(page)).toBeNull();
    expect(gutterOf(drawPage({ width: 1600, height: 1000, x: X }))).toBeNull();
  });

  it('is not where only one side is written on', () => {
    expect(gutterOf(beside(page, blank))).toBeNull();
    expect(gutterOf(beside(blank, page))).toBeNull();
  });

  it('is not where a title runs across', () => {
    const both = beside(page, page);
    const title = drawPage({ width: both.width, height: both.height, x: X });
    // Two lines of a sheet as wide as both pages.
    const to = both.width * Math.round(both.height * 0.2);
    const crossed = { ...both, data: Uint8Array.from(both.data) };
    crossed.data.set(title.data.subarray(0, to));
    expect(gutterOf(crossed)).toBeNull();
  });
});
