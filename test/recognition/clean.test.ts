import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DamageOptions, damage } from '../../fixtures/generator/index.ts';
import { openTesseractJs } from '../../src/adapters/ocr-engine/tesseract-js/tesseract-js.ts';
import { applyTo } from '../../src/imaging/draw/geometry.ts';
import type { Rotation } from '../../src/model/document.ts';
import type { OcrEngine } from '../../src/ports/ocr-engine.ts';
import { clean } from '../../src/recognition/clean.ts';
import { type TypedPage, typedPage } from '../support/typed-page.ts';

let engine: OcrEngine;
let typed: TypedPage;
beforeAll(async () => {
  engine = await openTesseractJs({ languages: ['spa'] });
  typed = await typedPage('memorandum', 5, 150);
});
afterAll(() => engine.close());

const scanned = (width: number, height: number) => ({
  number: 1,
  source: { file: 0, page: 0 },
  width,
  height,
  dpi: 150,
});

async function cleaned(name: 'clean' | 'turned' | 'skewed', options: DamageOptions, orientation = 1) {
  const raster = { ...typed.image, channels: 1 as const, dpi: 150 };
  const spoilt = await damage(name, raster, 7, options);
  const { data, width, height, channels } = spoilt.raster;
  const pixels = { kind: 'raw', data, width, height, channels } as const;
  return {
    spoilt,
    ...(await clean(scanned(width, height), { pixels, orientation, stretch: { x: 1, y: 1 } }, engine)),
  };
}

describe('clean', () => {
  it.each([90, 180, 270] as const)(
    'turns a page upright that lies at %i degrees, whatever EXIF says',
    async (rotation) => {
      for (const orientation of [1, 3, 6]) {
        const { page } = await cleaned('turned', { rotation }, orientation);
        expect((page.rotation + rotation) % 360).toBe(0);
        expect(page.flags).toEqual([]);
      }
    },
  );

  it.each([-8, -1.4, 0.3, 5])('straightens a page that leans by %f degrees', async (skew) => {
    const { page } = await cleaned('skewed', { skew });
    expect(page.rotation).toBe(0);
    expect(Math.abs(page.skew - skew)).toBeLessThan(0.2);
  });

  it('maps the upright frame back to the scan', async () => {
    const { page, spoilt } = await cleaned('skewed', { skew: 4 });
    const word = typed.truth.words.find(({ box }) => box.x > 0)!;
    const scale = typed.image.width / typed.truth.width;
    const on = spoilt.map(word.box.x * scale, word.box.y * scale);
    const [left, top] = applyTo(page.toSource, page.upright.width / 2, page.upright.height / 2);
    // The middle of the frame is the middle of the scan; a unit step leans with the lines.
    expect(Math.hypot(left - page.width / 2, top - page.height / 2)).toBeLessThan(1);
    const [a, b] = page.toSource;
    expect((Math.atan2(b, a) * 180) / Math.PI).toBeCloseTo(page.skew, 6);
    expect(Math.hypot(a, b)).toBeCloseTo(1, 9);
    expect(on.every(Number.isFinite)).toBe(true);
  });

  it('draws the page at the size that its letters ask for, not its dpi', async () => {
    const { letterHeight, toFrame, page, image } = await cleaned('clean', {});
    expect(letterHeight).toBeGreaterThan(15);
    expect(letterHeight).toBeLessThan(25);
    const whole = toFrame({ x: 0, y: 0, width: image.width, height: image.height });
    expect(Math.abs(whole.width - page.upright.width)).toBeLessThan(1);
    expect(Math.abs(whole.height - page.upright.height)).toBeLessThan(1);
  });

  it('undoes a mirror image that EXIF tells of, and says so', async () => {
    const { data, width, height } = typed.image;
    const flipped = new Uint8Array(data.length);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) flipped[y * width + x] = data[y * width + width - 1 - x]!;
    const pixels = { kind: 'raw', data: flipped, width, height, channels: 1 } as const;
    const { page } = await clean(
      scanned(width, height),
      { pixels, orientation: 2, stretch: { x: 1, y: 1 } },
      engine,
    );
    expect(page.rotation).toBe<Rotation>(0);
    expect(page.flags).toEqual(['mirrored']);
    expect(applyTo(page.toSource, 0, 0)[0]).toBeCloseTo(width);
  });

  it('knows an empty page', async () => {
    const data = new Uint8Array(600 * 800).fill(240);
    const pixels = { kind: 'raw', data, width: 600, height: 800, channels: 1 } as const;
    const { page } = await clean(
      scanned(600, 800),
      { pixels, orientation: 6, stretch: { x: 1, y: 1 } },
      engine,
    );
    expect(page.flags).toEqual(['blank']);
    expect(page.rotation).toBe(90);
  });
});
