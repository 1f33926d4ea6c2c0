import type { Affine, Box } from '../../model/document.ts';
import type { GrayImage } from '../../ports/ocr-engine.ts';
import type { Curve } from '../measure/curve.ts';
import type { Frame } from './frame.ts';
import { compose, invert, scaling } from './geometry.ts';
import { resample } from './resample.ts';

/** The levelled page, from which any frame or part of one can be drawn. */
export interface Canvas {
  readonly image: GrayImage;
  /** Maps the scan to `image`. */
  readonly fromScan: Affine;
}

/** Draws a frame, or a region of it, at `scale` pixels per pixel of the frame; with a curve, its lines are straight. */
export function draw(
  canvas: Canvas,
  frame: Frame,
  scale: number,
  { region, curve }: { readonly region?: Box | undefined; readonly curve?: Curve | null } = {},
): GrayImage {
  const { x, y, width, height } = region ?? { x: 0, y: 0, width: frame.width, height: frame.height };
  const toFrame = compose(scaling(1 / scale), [1, 0, 0, 1, x, y]);
  const toImage = compose(toFrame, compose(invert(frame.fromScan), canvas.fromScan));
  const size = (length: number) => Math.max(1, Math.round(length * scale));
  const shift = curve && ((px: number, py: number) => curve.at(x + px / scale, y + py / scale) * scale);
  return resample(canvas.image, toImage, size(width), size(height), shift ?? null);
}
