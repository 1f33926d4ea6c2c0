import type { Pixels } from './pixels.ts';

/** Averages squares of `factor` pixels: the small picture on which everything is measured. */
export function shrink(pixels: Pixels, factor: number): Pixels {
  if (factor === 1) return pixels;
  const { data, channels } = pixels;
  const width = Math.max(1, Math.floor(pixels.width / factor));
  const height = Math.max(1, Math.floor(pixels.height / factor));
  const out = new Uint8Array(width * height * channels);
  const sums = new Uint32Array(width * channels);
  const stride = pixels.width * channels;
  const scale = 1 / (factor * factor);
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    for (let row = 0; row < factor; row++) {
      let from = Math.min(pixels.height - 1, y * factor + row) * stride;
      if (channels === 1) {
        for (let x = 0; x < width; x++) for (let i = 0; i < factor; i++) sums[x]! += data[from++]!;
      } else {
        for (let x = 0; x < sums.length; x += 3) {
          for (let i = 0; i < factor; i++) {
            sums[x]! += data[from]!;
            sums[x + 1]! += data[from + 1]!;
            sums[x + 2]! += data[from + 2]!;
            from += 3;
          }
        }
      }
    }
    const to = y * sums.length;
    for (let x = 0; x < sums.length; x++) out[to + x] = sums[x]! * scale + 0.5;
  }
  return { data: out, width, height, channels };
}
