import type { Pixels } from '../../model/pixels.ts';

/** The picture as in a mirror, left for right: some EXIF orientations ask for it. */
export function mirror({ data, width, height, channels }: Pixels): Pixels {
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0; x < width; x++) {
      const from = (row + x) * channels;
      const to = (row + width - 1 - x) * channels;
      for (let channel = 0; channel < channels; channel++) out[to + channel] = data[from + channel]!;
    }
  }
  return { data: out, width, height, channels };
}
