import type { Affine, Box } from '../../model/document.ts';

/** Left, bottom, right, top in a space whose y grows upwards, as in PDF. */
export type Rect = readonly [left: number, bottom: number, right: number, top: number];

/** First `inner`, then `outer`. */
export function concat(inner: Affine, outer: Affine): Affine {
  const [a, b, c, d, e, f] = inner;
  const [x, y] = [
    (u: number, v: number) => outer[0] * u + outer[2] * v,
    (u: number, v: number) => outer[1] * u + outer[3] * v,
  ];
  return [x(a, b), y(a, b), x(c, d), y(c, d), x(e, f) + outer[4], y(e, f) + outer[5]];
}

/** The smallest upright rectangle around a transformed one. */
export function transformRect([left, bottom, right, top]: Rect, [a, b, c, d, e, f]: Affine): Rect {
  const xs = [left, right].flatMap((x) => [bottom, top].map((y) => a * x + c * y + e));
  const ys = [left, right].flatMap((x) => [bottom, top].map((y) => b * x + d * y + f));
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

export const rectArea = ([left, bottom, right, top]: Rect): number =>
  Math.max(0, right - left) * Math.max(0, top - bottom);

/** What two rectangles share; empty (area 0) when they do not meet. */
export const intersect = (a: Rect, b: Rect): Rect => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.min(a[3], b[3]),
];

/** Page space to the page as shown, in units of 1/`scale` point, y downwards, after `turns` clockwise quarters. */
export function displayMatrix([left, bottom, right, top]: Rect, turns: number, scale: number): Affine {
  const s = scale;
  switch (turns & 3) {
    case 1:
      return [0, s, s, 0, -bottom * s, -left * s];
    case 2:
      return [-s, 0, 0, s, right * s, -bottom * s];
    case 3:
      return [0, -s, -s, 0, top * s, right * s];
    default:
      return [s, 0, 0, -s, -left * s, top * s];
  }
}

/** A page-space rectangle as a box of pixels, kept inside the raster. */
export function toBox(rect: Rect, matrix: Affine, width: number, height: number): Box {
  const [left, top, right, bottom] = transformRect(rect, matrix);
  const clamp = (value: number, max: number) => Math.min(Math.max(value, 0), max);
  const [x0, y0] = [clamp(Math.floor(left), width - 1), clamp(Math.floor(top), height - 1)];
  const [x1, y1] = [clamp(Math.ceil(right), width), clamp(Math.ceil(bottom), height)];
  return { x: x0, y: y0, width: Math.max(1, x1 - x0), height: Math.max(1, y1 - y0) };
}
