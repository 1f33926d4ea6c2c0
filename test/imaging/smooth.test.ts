import { expect, it } from 'vitest';
import { random } from '../../fixtures/generator/random.ts';
import { smooth } from '../../src/imaging/smooth.ts';

const [width, height] = [120, 80];
const spread = (data: Uint8Array) => {
  const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
  return { mean, deviation: Math.sqrt(data.reduce((sum, v) => sum + (v - mean) ** 2, 0) / data.length) };
};

it('takes most of the grain of paper, and changes neither its tone nor its size', async () => {
  const chances = random('grain');
  const data = Uint8Array.from({ length: width * height }, () => chances.int(88, 168));
  const smoothed = await smooth({ data, width, height });
  expect([smoothed.width, smoothed.height, smoothed.data.length]).toEqual([width, height, data.length]);
  expect(Math.abs(spread(smoothed.data).mean - spread(data).mean)).toBeLessThan(1);
  expect(spread(smoothed.data).deviation).toBeLessThan(spread(data).deviation / 2);
});

it('leaves the stroke of a typed letter dark, and paper beside it white', async () => {
  const data = new Uint8Array(width * height).fill(255);
  for (let y = 20; y < 60; y++) data.fill(0, y * width + 50, y * width + 54);
  const { data: drawn } = await smooth({ data, width, height });
  expect(drawn[40 * width + 52]).toBeLessThan(60);
  expect(drawn[40 * width + 60]).toBeGreaterThan(250);
});
