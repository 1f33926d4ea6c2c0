import type { GrayImage } from '../ports/ocr-engine.ts';
import { TILE } from './paper.ts';
import { otsu } from './threshold.ts';

/** Where ink ends and paper begins on a levelled page. */
export interface Tone {
  /** Pixels darker than this are ink. */
  readonly threshold: number;
  /** Stretched to 0… */
  readonly black: number;
  /** …and 255. Lies below what shines through from the other side, where something does. */
  readonly white: number;
}

/** Grain of paper, after levelling, stays below this; the palest carbon copies reach 30. */
const FAINTEST = 22;

/**
 * Measures the tone of a small levelled picture on the tiles where ink meets paper: pale type counts as much as
 * black, however little of the page it covers, and what shines through (less than half as strong) does not count.
 */
export function measureTone(gray: GrayImage): Tone {
  const { contrast, columns } = contrasts(gray);
  const noticeable = contrast.filter((value) => value >= FAINTEST).sort();
  if (noticeable.length === 0) return { threshold: 255 - FAINTEST, black: 0, white: 255 };
  const typical = noticeable[Math.floor(noticeable.length * 0.75)]!;
  const counts = new Uint32Array(256);
  let [ghosts, inked] = [0, 0];
  for (let i = 0; i < contrast.length; i++) {
    if (contrast[i]! >= FAINTEST && contrast[i]! < typical / 2) ghosts++;
    if (contrast[i]! < typical / 2) continue;
    inked++;
    addTile(gray, (i % columns) * TILE, Math.floor(i / columns) * TILE, counts);
  }
  const { threshold, below } = otsu(counts);
  const paper = 255;
  const pale = ghosts > inked * 0.3 || typical < 110;
  const white = threshold + (paper - threshold) * (pale ? +(process.env.WP ?? 0.35) : 0.8);
  return { threshold, black: Math.max(0, below - 0.3 * (white - below)), white };
}

/** Stretches a levelled page: ink to black, paper and what shines through to white. In place. */
export function applyTone({ data }: GrayImage, { black, white }: Tone): void {
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
