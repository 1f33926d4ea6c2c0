import type { Affine, Box, Rotation } from '../../model/document.ts';

/** Leaves every point where it is. */
export const IDENTITY: Affine = [1, 0, 0, 1, 0, 0];

/** The map that does `first`, then `second`. */
export function compose(first: Affine, second: Affine): Affine {
  const [a, b, c, d, e, f] = first;
  const [A, B, C, D, E, F] = second;
  return [A * a + C * b, B * a + D * b, A * c + C * d, B * c + D * d, A * e + C * f + E, B * e + D * f + F];
}

/** The way back. */
export function invert([a, b, c, d, e, f]: Affine): Affine {
  const det = a * d - b * c;
  return [d / det, -b / det, -c / det, a / det, (c * f - d * e) / det, (b * e - a * f) / det];
}

/** Where a point goes. */
export function applyTo([a, b, c, d, e, f]: Affine, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The upright rectangle around a box that has been mapped. */
export function mapBox(affine: Affine, { x, y, width, height }: Box): Box {
  const corners = [
    applyTo(affine, x, y),
    applyTo(affine, x + width, y),
    applyTo(affine, x, y + height),
    applyTo(affine, x + width, y + height),
  ];
  const xs = corners.map((corner) => corner[0]);
  const ys = corners.map((corner) => corner[1]);
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

/** Scales by `sx`, `sy`. */
export const scaling = (sx: number, sy = sx): Affine => [sx, 0, 0, sy, 0, 0];

/** A clockwise quarter turn of a picture of this size, kept in the positive quadrant. */
export function quarterTurn(rotation: Rotation, width: number, height: number): Affine {
  if (rotation === 90) return [0, 1, -1, 0, height, 0];
  if (rotation === 180) return [-1, 0, 0, -1, width, height];
  if (rotation === 270) return [0, -1, 1, 0, 0, width];
  return IDENTITY;
}

/** Turns clockwise by `degrees` about the middle of one rectangle into the middle of another. */
export function turn(
  degrees: number,
  from: { readonly width: number; readonly height: number },
  to: { readonly width: number; readonly height: number },
): Affine {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [x, y] = [from.width / 2, from.height / 2];
  return [cos, sin, -sin, cos, to.width / 2 - cos * x + sin * y, to.height / 2 - sin * x - cos * y];
}

/** What EXIF orientation 1…8 asks for: a mirror image first where it says so, then a clockwise turn. */
export function exifTurn(orientation: number): { readonly mirrored: boolean; readonly rotation: Rotation } {
  const turns: readonly Rotation[] = [0, 0, 180, 180, 270, 90, 90, 270];
  return { mirrored: [2, 4, 5, 7].includes(orientation), rotation: turns[orientation - 1] ?? 0 };
}
