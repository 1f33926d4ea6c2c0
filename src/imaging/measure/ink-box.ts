import type { Box } from '../../model/document.ts';
import type { GrayImage } from '../../ports/ocr-engine.ts';
import { otsu } from './threshold.ts';

/**
 * The smallest box around everything that is ink to the engine, which parts a picture by Otsu's method (at 137 to 194 on 25 pages), and `margin` pixels of
 * what surrounds it, as far as the picture reaches; null where there is none.
 */
export function inkBox({ data, width, height }: GrayImage, margin: number): Box | null {
  const counts = new Uint32Array(256);
  for (let i = 0; i < data.length; i++) counts[data[i]!]!++;
  const ink = otsu(counts).threshold;
  let [left, top, right, bottom] = [width, -1, -1, -1];
  for (let y = 0; y < height; y++) {
    const row = data.subarray(y * width, (y + 1) * width);
    let x = 0;
    while (x < width && row[x]! >= ink) x++;
    if (x === width) continue;
    left = Math.min(left, x);
    if (top < 0) top = y;
    bottom = y;
    x = width - 1;
    while (x > right && row[x]! >= ink) x--;
    right = Math.max(right, x);
  }
  if (top < 0) return null;
  const [x, y] = [Math.max(0, left - margin), Math.max(0, top - margin)];
  return {
    x,
    y,
    width: Math.min(width, right + 1 + margin) - x,
    height: Math.min(height, bottom + 1 + margin) - y,
  };
}
