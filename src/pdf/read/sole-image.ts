import type { Drawn } from './content.ts';
import { intersect, type Rect, rectArea, transformRect } from './matrix.ts';
import type { PageContent } from './page-content.ts';
import { floats, type Pdfium } from './pdfium.ts';

// Nothing else being visible, the rest of the page is white: half of it is enough for the image to be the page.
const MIN_PAGE_SHARE = 0.5;
// Scans overlap the page's edge by a few points; an image cut deeper shows only part of itself.
const MIN_IMAGE_SHARE = 0.95;
const MAX_CLIP_SEGMENTS = 64;

/** The one image that is all there is to see of a page, whole and large; null when the page must be rendered. */
export function soleImage(pdfium: Pdfium, content: PageContent): Drawn | null {
  const [image, ...others] = content.visible;
  if (image?.kind !== 'image' || others.length > 0 || content.annotated) return null;
  const [a, b, c, d] = image.matrix;
  const whole = Math.abs(a * d - b * c);
  const bounds = transformRect([0, 0, 1, 1], image.matrix);
  const clip = clipOf(pdfium, image) ?? [0, 0, 0, 0];
  // The bounds of an image that leans by a degree or two are larger than the image.
  const shown = Math.min(whole, rectArea(intersect(intersect(bounds, content.box), clip)));
  const large = shown >= MIN_PAGE_SHARE * rectArea(content.box);
  return large && shown >= MIN_IMAGE_SHARE * whole ? image : null;
}

const EVERYWHERE: Rect = [-Infinity, -Infinity, Infinity, Infinity];

/** The rectangle that an object is clipped to; null when the clip is no simple shape. */
function clipOf(pdfium: Pdfium, { object, parent }: Drawn): Rect | null {
  const { api } = pdfium;
  const clip = api._FPDFPageObj_GetClipPath(object);
  const paths = clip ? api._FPDFClipPath_CountPaths(clip) : 0;
  let rect = EVERYWHERE;
  for (let path = 0; path < paths; path++) {
    const segments = api._FPDFClipPath_CountPathSegments(clip, path);
    if (segments > MAX_CLIP_SEGMENTS) return null;
    const points = Array.from({ length: Math.max(0, segments) }, (_, i) => {
      const segment = api._FPDFClipPath_GetPathSegment(clip, path, i);
      return floats(pdfium, 2, (p) => api._FPDFPathSegment_GetPoint(segment, p, p + 4)) ?? [];
    });
    const [xs, ys] = [points.flatMap(([x]) => x ?? []), points.flatMap(([, y]) => y ?? [])];
    if (xs.length === 0) continue;
    const own: Rect = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    rect = intersect(rect, transformRect(own, parent));
  }
  return rect;
}
