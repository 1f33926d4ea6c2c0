import type { GrayImage } from '../../ports/ocr-engine.ts';
import { TILE } from './paper.ts';
import { otsu } from './threshold.ts';

/** Where ink ends and paper begins on a levelled page. */
export interface Tone {
  /** Pixels darker than this are ink. */
  readonly threshold: number;
  /** Stretched to 0… */
  readonly black: number;
  /** …and 255. Lies below what shines through from the other side of a pale page. */
  readonly white: number;
  /** Ribbons that are hardly stronger than what shines through. */
  readonly isPale: boolean;
}

/** Contrast within a tile (of 255) that grain alone may have on smooth paper. */
const GRAIN = 22;
/** On rough paper: this many times the contrast of the quietest quarter of all tiles, which hold no ink. */
const ABOVE_GRAIN = 2.2;
/** The palest carbon copies reach 42; the back of a sheet through which black type shines, 29. */
const FAINTEST = 35;
/** A line of type crosses more tiles than this. */
const FEWEST_TILES = 12;
/** Typical contrast of carbon copies 45, worn ribbons 95, photographed type 120, black type 200. */
const PALE = 110;
/** Share of the bare paper that may stay gray on a pale page: less, and what shines through would read as ink. */
const BEHIND = 0.01;

/** Which ink a page is measured by: all that is stronger than its paper, or the black alone where there is more dirt than ink. */
export type Inks = 'all' | 'black';
/** The least contrast of black type where it meets paper. Foxing reaches 60, black type 200. */
const BLACK = 100;

/**
 * Measures the tone of a small levelled picture on the tiles where ink meets paper: pale type counts as much as
 * black, however little of the page it covers, and what shines through (less than half as strong) does not count.
 * Null on a page without ink.
 */
export function measureTone(gray: GrayImage, inks: Inks = 'all'): Tone | null {
  const { contrast, columns } = contrasts(gray);
  const sorted = Uint8Array.from(contrast).sort();
  const grain = Math.max(GRAIN, ABOVE_GRAIN * (sorted[Math.floor(sorted.length / 4)] ?? 0));
  const noticeable = sorted.filter((value) => value >= (inks === 'black' ? BLACK : grain));
  const strong = noticeable[Math.floor(noticeable.length * 0.9)] ?? 0;
  if (noticeable.length < FEWEST_TILES || strong < FAINTEST) return null;
  const lettered = noticeable.filter((value) => value >= strong / 2);
  const typical = lettered[Math.floor(lettered.length * 0.7)]!;

  const [inked, quiet] = [new Uint32Array(256), new Uint32Array(256)];
  for (const [i, value] of contrast.entries()) {
    const counts = value < grain ? quiet : value >= typical / 2 ? inked : null;
    if (counts !== null) addTile(gray, (i % columns) * TILE, Math.floor(i / columns) * TILE, counts);
  }
  const { threshold, below } = otsu(inked);
  const above = 255 - threshold;
  const isPale = typical < PALE;
  const white = isPale ? Math.max(darkest(quiet, BEHIND), threshold + 0.3 * above) : threshold + 0.8 * above;
  return { threshold, black: Math.max(0, below - 0.3 * (white - below)), white, isPale };
}

/** Stretches a levelled page: ink to black, paper and what shines through to white. In place. */
export function applyTone({ data }: GrayImage, { black, white }: Pick<Tone, 'black' | 'white'>): void {
  const table = Uint8Array.from({ length: 256 }, (_, value) =>
    Math.max(0, Math.min(255, Math.round(((value - black) * 255) / (white - black)))),
  );
  for (let i = 0; i < data.length; i++) data[i] = table[data[i]!]!;
}

function contrasts({ data, width, height }: GrayImage) {
  const [columns, rows] = [Math.floor(width / TILE), Math.floor(height / TILE)];
  const contrast = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      let [low, high] = [255, 0];
      for (let y = row * TILE; y < (row + 1) * TILE; y++) {
        const start = y * width + column * TILE;
        for (let i = start; i < start + TILE; i++) {
          const value = data[i]!;
          if (value < low) low = value;
          if (value > high) high = value;
        }
      }
      contrast[row * columns + column] = high - low;
    }
  return { contrast, columns };
}

function addTile({ data, width }: GrayImage, left: number, top: number, counts: Uint32Array): void {
  for (let y = top; y < top + TILE; y++)
    for (let i = y * width + left; i < y * width + left + TILE; i++) counts[data[i]!]!++;
}

/** The value below which this share of all pixels lies. */
function darkest(counts: Uint32Array, share: number): number {
  let left = share * counts.reduce((sum, count) => sum + count, 0);
  for (const [value, count] of counts.entries()) {
    left -= count;
    if (left <= 0) return value;
  }
  return 255;
}
