import type { Drawn } from './content.ts';
import { rectArea } from './matrix.ts';
import type { Pdfium } from './pdfium.ts';

// An image that hides things is at least a square inch; tiles smaller than that are never a cover.
const MIN_COVER = 72 * 72;
const SLACK = 1;

/** What can be seen of what is painted: neither invisible nor under a later opaque image. */
export function visibleOf({ api }: Pdfium, drawn: readonly Drawn[]): Drawn[] {
  const images = drawn.flatMap((item, order) => (item.kind === 'image' ? [{ item, order }] : []));
  const firstImage = images[0]?.order ?? drawn.length;
  const covers = images.filter(
    ({ item }) => rectArea(item.bounds) >= MIN_COVER && !api._FPDFPageObj_HasTransparency(item.object),
  );
  return drawn.filter((item, order) => {
    // White paint over an image is an erasure that must be seen; before any image it changes nothing.
    if (item.invisible && (item.kind === 'text' || order < firstImage)) return false;
    return !covers.some((cover) => cover.order > order && lies(item, cover.item));
  });
}

const lies = ({ bounds: [left, bottom, right, top] }: Drawn, { bounds: within }: Drawn) =>
  left >= within[0] - SLACK &&
  bottom >= within[1] - SLACK &&
  right <= within[2] + SLACK &&
  top <= within[3] + SLACK;
