import { describe, expect, it } from 'vitest';
import { levelPage, survey } from '../../../src/imaging/measure/survey.ts';
import { drawPage } from '../draw-page.ts';

const drawn = drawPage({ width: 900, height: 1200, x: 12 });

function spoilt(spoil: (x: number, y: number, value: number) => number) {
  const data = drawn.data.map((value, i) => spoil(i % drawn.width, Math.floor(i / drawn.width), value));
  return { ...drawn, data, channels: 1 as const };
}

const share = (data: Uint8Array, test: (value: number, i: number) => boolean) =>
  data.reduce((count, value, i) => count + (test(value, i) ? 1 : 0), 0) / data.length;

describe('levelling', () => {
  it('makes paper white and keeps type dark under light that falls off by half', () => {
    const page = spoilt((x, _y, value) => value * (1 - (0.5 * x) / drawn.width));
    const { data } = levelPage(page, survey(page));
    expect(share(data, (value, i) => drawn.data[i] === 250 && value < 235)).toBeLessThan(0.005);
    expect(share(data, (value, i) => drawn.data[i] === 20 && value > 60)).toBeLessThan(0.005);
  });

  it('keeps the type under a wide stain and drops the stain', () => {
    const page = spoilt((x, y, value) => (Math.hypot(x - 450, y - 600) < 200 ? value * 0.6 : value));
    const { data } = levelPage(page, survey(page));
    expect(share(data, (value, i) => drawn.data[i] === 250 && value < 200)).toBeLessThan(0.01);
    expect(share(data, (value, i) => drawn.data[i] === 20 && value > 100)).toBeLessThan(0.005);
  });

  it('does nothing to a clean page', () => {
    const page = spoilt((_x, _y, value) => value);
    const { data } = levelPage(page, survey(page));
    expect(share(data, (value, i) => Math.abs(value - drawn.data[i]!) > 8)).toBe(0);
  });
});

describe('a dark border', () => {
  it('is whitened, and the type is left', () => {
    const page = spoilt((x, y, value) => (x < 30 || y > 1170 ? 5 : value));
    const found = survey(page);
    const { data } = levelPage(page, found);
    expect(found.border.share).toBeGreaterThan(0.015);
    expect(share(data, (value, i) => (i % 900 < 30 || i > 1170 * 900) && value < 250)).toBe(0);
    expect(share(data, (value, i) => drawn.data[i] === 20 && i % 900 > 40 && value > 60)).toBeLessThan(0.002);
  });

  it('is not seen where there is none', () => {
    const page = spoilt((_x, _y, value) => value);
    expect(survey(page).border.share).toBe(0);
  });
});
