import type { GrayImage } from '../../ports/ocr-engine.ts';
import type { Components } from './components.ts';

/** In heights of a small x: a leader's dot is at most this wide, and this far from the next. */
const DOT = 0.4;
const GAP = 1.2;
/** Typed ellipses have three to five dots. */
const FEWEST = 8;

/**
 * Finds the dots of dotted lines (the leaders of printed forms), which tesseract takes for a picture, dropping what is
 * typed on them. `degrees` is how far rows lean, `turned` when lines run down the picture, `x` in its pixels.
 */
export function findLeaders(components: Components, x: number, degrees: number, turned: boolean): number[] {
  const { count, x0, y0, x1, y1 } = components;
  const slope = Math.tan(((turned ? -degrees : degrees) * Math.PI) / 180);
  const dots: { readonly piece: number; readonly along: number; readonly row: number }[] = [];
  for (let piece = 0; piece < count; piece++) {
    if (Math.max(x1[piece]! - x0[piece]!, y1[piece]! - y0[piece]!) + 1 > DOT * x) continue;
    const [h, v] = [(x0[piece]! + x1[piece]!) / 2, (y0[piece]! + y1[piece]!) / 2];
    const [along, across] = turned ? [v, h] : [h, v];
    dots.push({ piece, along, row: across - along * slope });
  }
  dots.sort((a, b) => a.along - b.along);
  // Ends of the chains that may still grow, with their dots.
  let open: (typeof dots)[] = [];
  const found: number[] = [];
  const close = (chain: typeof dots) => {
    if (chain.length >= FEWEST) for (const dot of chain) found.push(dot.piece);
  };
  for (const dot of dots) {
    const reachable = open.filter((chain) => dot.along - chain.at(-1)!.along <= GAP * x);
    for (const chain of open) if (!reachable.includes(chain)) close(chain);
    open = reachable;
    const chain = open.find((other) => Math.abs(other.at(-1)!.row - dot.row) <= Math.max(1.5, x / 6));
    if (chain === undefined) open.push([dot]);
    else chain.push(dot);
  }
  open.forEach(close);
  return found;
}

/** Whitens pieces in a picture `factor` times as large as the one they were found in. */
export function erasePieces(
  { data, width, height }: GrayImage,
  components: Components,
  pieces: readonly number[],
  factor: number,
): void {
  const { x0, y0, x1, y1 } = components;
  for (const i of pieces) {
    // One pixel more on every side: the rim of a dot is paler than ink.
    const [left, right] = [Math.max(0, (x0[i]! - 1) * factor), Math.min(width, (x1[i]! + 2) * factor)];
    const bottom = Math.min(height, (y1[i]! + 2) * factor);
    for (let y = Math.max(0, (y0[i]! - 1) * factor); y < bottom; y++)
      data.fill(255, y * width + left, y * width + right);
  }
}
