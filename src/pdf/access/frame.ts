import { compose, invert, scaling } from '../../imaging/draw/geometry.ts';
import type { Affine } from '../../model/document.ts';

/** How the upright page lies on paper. Points and the page's y upwards exist in `pdf/` only. */
export interface Frame {
  /** Size of the page in points. */
  readonly width: number;
  readonly height: number;
  /** Points a pixel of the upright frame. */
  readonly scale: number;
  /** Pixels of the scan to points of the page, y upwards. */
  readonly fromScan: Affine;
}

interface Geometry {
  readonly dpi: number | null;
  readonly upright: { readonly width: number; readonly height: number };
  readonly toSource: Affine;
}

const POINTS_PER_INCH = 72;
// Paper of a municipal archive where the scan does not say its resolution: carta or oficio wide, at most a legal sheet long.
const PAPER = { short: 8.5, long: 14 };
// Annex C of PDF 32000-1 and 6.1.13 of ISO 19005-2: no page side beyond these.
const MIN_SIDE = 3;
const MAX_SIDE = 14_400;

/** The page that shows the upright frame at its true size, or at that of a plausible sheet where nobody knows. */
export function frameOf({ dpi, upright, toSource }: Geometry): Frame {
  // The upright frame may be larger or smaller than the scan: `dpi` counts pixels of the scan along its finer axis.
  const grain = Math.max(Math.hypot(toSource[0], toSource[1]), Math.hypot(toSource[2], toSource[3]));
  const [width, height] = [upright.width * grain, upright.height * grain];
  const size = POINTS_PER_INCH / (dpi ?? assumedDpi(width, height));
  const fit = Math.min(1, MAX_SIDE / (Math.max(width, height) * size));
  const scale = Math.max(size * fit, MIN_SIDE / Math.min(width, height)) * grain;
  const flip: Affine = [1, 0, 0, -1, 0, upright.height];
  return {
    width: upright.width * scale,
    height: upright.height * scale,
    scale,
    fromScan: compose(compose(invert(toSource), flip), scaling(scale)),
  };
}

function assumedDpi(width: number, height: number): number {
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  return Math.max(short / PAPER.short, long / PAPER.long);
}

/** The matrix that paints an image, whose own space is the unit square, over the whole scan. */
export const imageMatrix = (
  frame: Frame,
  scan: { readonly width: number; readonly height: number },
): Affine => compose([scan.width, 0, 0, -scan.height, 0, scan.height], frame.fromScan);

/** A matrix or a size as PDF operands. */
export const operands = (values: readonly number[]): string =>
  values.map((value) => String(Number(value.toFixed(4)) + 0)).join(' ');
