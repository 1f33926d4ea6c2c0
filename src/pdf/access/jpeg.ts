/** A JPEG that a PDF may carry as it is. */
export interface JpegImage {
  /** The same picture without camera data: no EXIF, GPS, XMP, IPTC, thumbnails or comments. */
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
  readonly components: 1 | 3 | 4;
  /** Photoshop stores CMYK inverted, and says so with an Adobe segment. */
  readonly inverted: boolean;
  /** The quality at which mozjpeg would be as coarse; 0 where it does not say in eight bits. */
  readonly quality: number;
  /** Three components that are red, green and blue already, with no segment to say so. */
  readonly plainRgb: boolean;
}

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
// DCTDecode (PDF 32000-1, 7.4.8) means baseline, extended and progressive with Huffman codes.
const FRAMES = new Set([0xc0, 0xc1, 0xc2]);
const OTHER_FRAMES = new Set([0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);
const COMMENT = 0xfe;
const TABLES = 0xdb;
// Sum of the luminance steps of mozjpeg, which access copies are coded with, at its quality 50.
const MIDDLE_STEPS = 5429;
// Segments that the picture needs: JFIF (how to read colours), the colour profile, Adobe (how to read colours).
const KEPT: readonly [number, string][] = [
  [0xe0, 'JFIF\0'],
  [0xe2, 'ICC_PROFILE\0'],
  [0xee, 'Adobe'],
];

/** Reads a whole JPEG for embedding; null when PDF readers may not decode it (arithmetic, lossless, 12 bits) or it is damaged. */
export function readJpeg(bytes: Buffer): JpegImage | null {
  if (bytes.length < 4 || bytes[0] !== 0xff || bytes[1] !== SOI) return null;
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let frame: { width: number; height: number; ids: number[] } | null = null;
  let quality = 0;
  let adobe = false;
  let jfif = false;
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === EOI) break;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length || OTHER_FRAMES.has(marker)) return null;
    const segment = bytes.subarray(at, end);
    if (FRAMES.has(marker)) {
      if (segment.length < 10 || segment[4] !== 8) return null;
      const ids = Array.from({ length: segment[9]! }, (_, i) => segment[10 + i * 3] ?? -1);
      frame = { height: segment.readUInt16BE(5), width: segment.readUInt16BE(7), ids };
    }
    if (marker === TABLES) quality ||= qualityOf(segment);
    adobe ||= marker === 0xee && isKept(marker, segment);
    jfif ||= marker === 0xe0 && isKept(marker, segment);
    const next = marker === SOS ? endOfScan(bytes, end) : end;
    if (isKept(marker, segment)) kept.push(bytes.subarray(at, next));
    at = next;
  }
  if (!frame || frame.width === 0 || frame.height === 0) return null;
  // What follows the end (a second picture of a phone, with its own GPS) is left behind; a missing end is supplied.
  kept.push(Buffer.from([0xff, EOI]));
  const components = frame.ids.length;
  if (components !== 1 && components !== 3 && components !== 4) return null;
  return {
    bytes: Buffer.concat(kept),
    width: frame.width,
    height: frame.height,
    components,
    quality,
    inverted: components === 4 && adobe,
    plainRgb: !adobe && !jfif && String.fromCharCode(...frame.ids) === 'RGB',
  };
}

// From how coarse the first table is: encoders scale theirs by 5000 / quality, or by 200 - 2 · quality, percent.
function qualityOf(segment: Buffer): number {
  const steps = segment.subarray(5, 69);
  if (segment[4] !== 0 || steps.length < 64) return 0;
  const percent = (steps.reduce((sum, step) => sum + step, 0) / MIDDLE_STEPS) * 100;
  return Math.round(percent > 100 ? 5000 / percent : 100 - percent / 2);
}

function isKept(marker: number, segment: Buffer): boolean {
  if (marker === COMMENT) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  return KEPT.some(
    ([kind, name]) => kind === marker && segment.subarray(4, 4 + name.length).equals(Buffer.from(name)),
  );
}

// Coded pixels run to the next marker that is neither a stuffed byte nor a restart.
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) return at;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}
