import type { Affine, Box } from '../document.ts';
import type { GrayImage } from '../ports/ocr-engine.ts';
import type { Frame } from './frame.ts';
import { compose, invert, scaling } from './geometry.ts';
import { resample } from './resample.ts';

/** The levelled page, from which any frame or part of one can be drawn. */
export interface Canvas {
  readonly image: GrayImage;
  /** Maps the scan to `image`. */
  readonly fromScan: Affine;
}

/** Draws a frame, or a region of it, at `scale` pixels per pixel of the frame. */
export function draw(canvas: Canvas, frame: Frame, scale: number, region?: Box): GrayImage {
  const { x, y, width, height } = region ?? { x: 0, y: 0, width: frame.width, height: frame.height };
  const toFrame = compose(scaling(1 / scale), [1, 0, 0, 1, x, y]);
  const toImage = compose(toFrame, compose(invert(frame.fromScan), canvas.fromScan));
  const size = (length: number) => Math.max(1, Math.round(length * scale));
  return resample(canvas.image, toImage, size(width), size(height));
}
