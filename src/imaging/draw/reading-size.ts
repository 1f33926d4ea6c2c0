import type { Frame } from './frame.ts';

/** Height of a small x, in pixels, at which tesseract reads best : 15 to 20 read alike on the corpus, and less is faster. */
export const READING_HEIGHT = 18;
/** What that height amounts to on typed paper: 1.9 mm a small x of a 12-point pica. */
export const READING_DPI = 250;

/** More would only add blur, and memory. */
const LARGEST_SCALE = 3;
const MOST_PIXELS = 16e6;
/** An A4 page at READING_DPI, where neither letters nor a believable resolution tell. */
const USUAL_WIDTH = 2000;

/** Pixels of the drawing per pixel of the frame: from the letters themselves, as a dpi tag may be wrong. */
export function readingScale(
  frame: Pick<Frame, 'width' | 'height'>,
  letterHeight: number | null,
  dpi: number | null,
): number {
  const usual = dpi === null ? USUAL_WIDTH / frame.width : READING_DPI / dpi;
  const wanted = letterHeight === null ? usual : READING_HEIGHT / letterHeight;
  return Math.min(wanted, LARGEST_SCALE, Math.sqrt(MOST_PIXELS / (frame.width * frame.height)));
}
