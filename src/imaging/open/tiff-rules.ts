/** The traits of a TIFF page that decide whether it can be decoded right. */
export interface TiffTraits {
  readonly compression: number;
  readonly photometric: number | null;
  readonly bits: readonly number[];
  readonly samples: number;
  readonly format: readonly number[];
}

// What the libvips in sharp 0.35 decodes, found by giving it files that libtiff and ImageMagick wrote.
const READ = new Set([1, 2, 3, 4, 5, 7, 8, 32771, 32773, 32946]);
const NAMES: Readonly<Record<number, string>> = {
  9: 'JBIG',
  10: 'JBIG',
  32766: 'NeXT RLE',
  32809: 'ThunderScan',
  34661: 'JBIG',
  34712: 'JPEG 2000',
  34925: 'LZMA',
  50000: 'Zstandard',
  50001: 'WebP',
};
const JPEG = 7;
const Y_CB_CR = 6;
// White or black is zero, RGB, palette, mask, CMYK, YCbCr.
const COLOURS = new Set([0, 1, 2, 3, 4, 5, Y_CB_CR]);
const UNSIGNED = new Set([1, 4]);

/**
 * Why a TIFF page cannot be read, to follow "Page 3 of x.tif"; null when it can. Some of these libvips would decode
 * without a word into wrong pixels: 32-bit gray comes out black, YCbCr outside of JPEG in false colours.
 */
export function tiffRefusal(traits: TiffTraits): string | null {
  const { compression, photometric, bits, samples, format } = traits;
  if (!READ.has(compression)) {
    return `is compressed with ${NAMES[compression] ?? `method ${compression}`}, which is not read`;
  }
  if (format.some((kind) => !UNSIGNED.has(kind))) return 'holds signed or floating-point measurements';
  const depth = bits[0] ?? 1;
  if (bits.some((each) => each !== depth)) return `mixes bit depths (${bits.join(', ')})`;
  if (![1, 2, 4, 8, 16].includes(depth)) return `has ${depth} bits a sample`;
  if (depth < 8 && samples > 1) return `packs ${samples} samples of ${depth} bits`;
  if (photometric === null) return null;
  if (!COLOURS.has(photometric)) return `is in a colour space that scanners do not write (${photometric})`;
  if (photometric === Y_CB_CR && compression !== JPEG) return 'holds YCbCr colours outside of JPEG';
  return null;
}
