import { expect, it } from 'vitest';
import { sharpen } from '../../../src/imaging/clean/sharpen.ts';
import type { GrayImage } from '../../../src/ports/ocr-engine.ts';

const SIZE = { width: 120, height: 60 };

/** Paper with a soft stroke down the middle of the picture, `ink` darker than the paper at its deepest. */
function stroke(ink: number): GrayImage {
  const data = new Uint8Array(SIZE.width * SIZE.height).fill(200);
  for (let y = 0; y < SIZE.height; y++)
    for (let x = 0; x < SIZE.width; x++)
      data[y * SIZE.width + x]! -= Math.round(ink * Math.exp(-(((x - 60) / 2) ** 2)));
  return { ...SIZE, data };
}
const across = ({ data, width }: GrayImage, y = 30) => data.subarray(y * width, (y + 1) * width);

it('makes a stroke darker and leaves bare paper as it is', async () => {
  const before = stroke(60);
  const after = await sharpen(before, 18);
  expect([after.width, after.height, after.data.length]).toEqual([120, 60, 7200]);
  expect(across(after)[60]!).toBeLessThan(across(before)[60]! - 20);
  for (const x of [5, 20, 100, 115]) expect(Math.abs(across(after)[x]! - 200)).toBeLessThanOrEqual(1);
  expect(across(before)[60]).toBe(140);
});

it('measures strokes by the letters: on a drawing twice as large it reaches twice as far', async () => {
  const reach = async (letterHeight: number) => {
    const row = across(await sharpen(stroke(60), letterHeight));
    return row.findLastIndex((value) => Math.abs(value - 200) > 1) - 60;
  };
  expect(await reach(36)).toBeGreaterThan((await reach(18)) + 2);
});
