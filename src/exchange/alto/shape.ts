import { applyTo, invert, mapBox } from '../../imaging/draw/geometry.ts';
import type { Affine, Box } from '../../model/document.ts';

// Points carry three decimals, so that a box read back agrees to a hundredth of a pixel.
const DECIMALS = 3;
const HUNDREDTHS = 100;

/**
 * The upright box as a quadrilateral on the scan, for a Polygon; null where the box on the scan says as much.
 * A leaning word cannot be had back from the rectangle around it.
 */
export function shapeOf(upright: Box, box: Box, toSource: Affine): string | null {
  if (sameBox(uprightOf(box, toSource), upright)) return null;
  const { x, y, width, height } = upright;
  const corners = [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ] as const;
  return corners
    .map(([u, v]) =>
      applyTo(toSource, u, v)
        .map((value) => Number(value.toFixed(DECIMALS)))
        .join(','),
    )
    .join(' ');
}

/** The box in the upright frame, from a rectangle on the scan. */
export const uprightOf = (box: Box, toSource: Affine): Box => rounded(mapBox(invert(toSource), box));

/** The box in the upright frame, from a Polygon on the scan; null when it is no list of points. */
export function uprightOfShape(points: string, toSource: Affine): Box | null {
  const numbers = points
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  if (numbers.length !== 8 || numbers.some((value) => !Number.isFinite(value))) return null;
  const back = invert(toSource);
  const corners = [0, 2, 4, 6].map((i) => applyTo(back, numbers[i]!, numbers[i + 1]!));
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return rounded({ x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y });
}

const round = (value: number) => Math.round(value * HUNDREDTHS) / HUNDREDTHS + 0;

const rounded = ({ x, y, width, height }: Box): Box => ({
  x: round(x),
  y: round(y),
  width: round(width),
  height: round(height),
});

const sameBox = (a: Box, b: Box) =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
