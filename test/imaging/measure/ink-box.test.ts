import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inkBox } from '../../../src/imaging/measure/ink-box.ts';

const page = (width: number, height: number, ink: readonly (readonly [number, number])[], gray = 0) => {
  const data = new Uint8Array(width * height).fill(255);
  for (const [x, y] of ink) data[y * width + x] = gray;
  return { data, width, height };
};

it('finds the ink and what surrounds it, within the picture', () => {
  const image = page(40, 30, [
    [10, 8],
    [25, 12],
    [17, 20],
  ]);
  expect(inkBox(image, 0)).toEqual({ x: 10, y: 8, width: 16, height: 13 });
  expect(inkBox(image, 3)).toEqual({ x: 7, y: 5, width: 22, height: 19 });
  expect(inkBox(image, 100)).toEqual({ x: 0, y: 0, width: 40, height: 30 });
});

it('takes pale type along, but no grain of the paper', () => {
  const image = page(40, 30, [], 0);
  for (let y = 6; y < 16; y++) image.data.fill(190, y * 40 + 5, y * 40 + 25);
  const box = { x: 5, y: 6, width: 20, height: 10 };
  expect(inkBox(image, 0)).toEqual(box);
  image.data.fill(245, 0, 100);
  expect(inkBox(image, 0)).toEqual(box);
});

it('finds none on bare paper', () => {
  expect(inkBox(page(40, 30, []), 0)).toBeNull();
});

it('leaves no ink out', () => {
  const spot = fc.tuple(fc.nat(39), fc.nat(29));
  fc.assert(
    fc.property(fc.array(spot, { minLength: 1, maxLength: 12 }), (ink) => {
      const box = inkBox(page(40, 30, ink), 0)!;
      const [xs, ys] = [ink.map(([x]) => x), ink.map(([, y]) => y)];
      expect(box).toEqual({
        x: Math.min(...xs),
        y: Math.min(...ys),
        width: Math.max(...xs) - Math.min(...xs) + 1,
        height: Math.max(...ys) - Math.min(...ys) + 1,
      });
    }),
  );
});
