import { expect, it } from 'vitest';
import { random } from '../../../fixtures/generator/random.ts';
import { smooth } from '../../../src/imaging/clean/smooth.ts';

const [width, height] = [120, 80];

it('takes the grain of rough paper, and changes no size', async () => {
  const chances = random('grain');
  const data = Uint8Array.from({ length: width * height }, () => chances.int(170, 255));
  const smoothed = await smooth({ data, width, height });
  expect([smoothed.width, smoothed.height, smoothed.data.length]).toEqual([width, height, data.length]);
  const gray = smoothed.data.filter((value) => value < 225).length;
  expect(gray / data.length).toBeLessThan(0.02);
});

it('leaves the stroke of a typed letter dark, and what lies between two strokes light', async () => {
  const data = new Uint8Array(width * height).fill(255);
  for (const x of [50, 60]) for (let y = 20; y < 60; y++) data.fill(0, y * width + x, y * width + x + 4);
  const { data: drawn } = await smooth({ data, width, height });
  expect(drawn[40 * width + 52]).toBeLessThan(60);
  expect(drawn[40 * width + 57]).toBeGreaterThan(200);
});
