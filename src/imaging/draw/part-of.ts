import type { Box } from '../../model/document.ts';
import type { GrayImage } from '../../ports/ocr-engine.ts';

/** Part of a picture; paper where the part reaches beyond it. */
export function partOf({ data, width, height }: GrayImage, box: Box): GrayImage {
  const [left, top] = [Math.floor(box.x), Math.floor(box.y)];
  const size = { width: Math.ceil(box.width), height: Math.ceil(box.height) };
  const out = new Uint8Array(size.width * size.height).fill(255);
  const [from, to] = [Math.max(0, left), Math.min(width, left + size.width)];
  for (let y = Math.max(0, top); y < Math.min(height, top + size.height); y++)
    out.set(data.subarray(y * width + from, y * width + to), (y - top) * size.width + from - left);
  return { data: out, ...size };
}
