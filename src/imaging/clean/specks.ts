import type { GrayImage } from '../../ports/ocr-engine.ts';
import { findComponents } from '../measure/components.ts';

/** In heights of a small x. Specks of copiers reach 0.23; a typed full stop begins at 0.27, a fine printed one at 0.25. */
const SPECK = 0.3;
/** What belongs to a letter lies closer to it: the dot of an i 0.27, an accent 0.2. */
const ALONE = 0.35;
/** A typed full stop stands this far from its letter at most. */
const STOP = 1.3;
/** On a levelled page. */
const INK = 128;

/** A page with fewer specks far from any type is left alone: typed pages without dirt have 0 to 6, photocopies 300 to 2,000. */
const FEWEST = 40;

/** Whitens what is smaller than a full stop and belongs to no letter: toner, dust, grain. In place. */
export function eraseSpecks(image: GrayImage, letterHeight: number): void {
  const { data, width, height } = image;
  const { count, x0, y0, x1, y1, area } = findComponents(image, INK);
  const inkWithin = (left: number, top: number, right: number, bottom: number) => {
    let ink = 0;
    for (let y = Math.max(0, Math.round(top)); y <= Math.min(height - 1, Math.round(bottom)); y++) {
      const end = y * width + Math.min(width - 1, Math.round(right));
      for (let at = y * width + Math.max(0, Math.round(left)); at <= end; at++) if (data[at]! < INK) ink++;
    }
    return ink;
  };
  const x = letterHeight;
  const specks: number[] = [];
  let far = 0;
  for (let i = 0; i < count; i++) {
    const [left, top, right, bottom] = [x0[i]!, y0[i]!, x1[i]!, y1[i]!];
    if (Math.max(right - left, bottom - top) + 1 > SPECK * x) continue;
    const near = (reach: number) =>
      inkWithin(left - reach, top - reach, right + reach, bottom + reach) > area[i]!;
    if (near(ALONE * x)) continue;
    // A full stop stands at the foot of the letter before it; the upper dot of a colon above the lower one.
    const before = inkWithin(left - STOP * x, bottom - x / 2, left - 1, bottom + 0.15 * x) > 0;
    const stop = before && inkWithin(left - STOP * x, bottom + x / 4, left - 1, bottom + x / 2) === 0;
    if (stop || inkWithin(left, bottom + 1, right, bottom + x) > 0) continue;
    specks.push(i);
    if (!near(2 * x)) far++;
  }
  if (far < FEWEST) return;
  // Its pale rim goes with it.
  for (const i of specks)
    for (let y = Math.max(0, y0[i]! - 1); y <= Math.min(height - 1, y1[i]! + 1); y++)
      data.fill(255, y * width + Math.max(0, x0[i]! - 1), y * width + Math.min(width, x1[i]! + 2));
}
