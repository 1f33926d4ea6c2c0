import type { Affine, Rotation } from '../../model/document.ts';
import { compose, IDENTITY, quarterTurn, scaling, turn } from './geometry.ts';

/** The upright frame of a page: as many pixels per letter as the scan has, text upright and level. */
export interface Frame {
  readonly rotation: Rotation;
  /** Degrees, clockwise positive, that the lines leaned after the quarter turn. */
  readonly lean: number;
  readonly width: number;
  readonly height: number;
  /** Maps the scan to the frame. */
  readonly fromScan: Affine;
}

/** A scan as stored, and the factors that make its pixels square (a fax of 204 × 98 dpi: y 2.08). */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly stretch: { readonly x: number; readonly y: number };
}

/** Size of a scan drawn with square pixels, whole: at the resolution of its finer axis. */
export const squareSize = ({ width, height, stretch }: Sheet) => ({
  width: Math.max(1, Math.round(width * stretch.x)),
  height: Math.max(1, Math.round(height * stretch.y)),
});

/** Below this, straightening would only blur: a tenth of a line's height at the end of a line. */
const LEVEL = 0.05;

/** Lays a scan upright: pixels made square, mirrored where asked, quarter turn, then straightened. */
export function layUpright(sheet: Sheet, mirrored: boolean, rotation: Rotation, lean: number): Frame {
  const { width, height } = squareSize(sheet);
  const square = scaling(width / sheet.width, height / sheet.height);
  const unmirrored: Affine = mirrored ? [-1, 0, 0, 1, width, 0] : IDENTITY;
  const turned = compose(compose(square, unmirrored), quarterTurn(rotation, width, height));
  const size = rotation % 180 === 0 ? { width, height } : { width: height, height: width };
  if (Math.abs(lean) < LEVEL) return { rotation, lean: 0, ...size, fromScan: turned };
  const angle = (Math.abs(lean) * Math.PI) / 180;
  // Large enough for every corner: nothing of the page may be cut off.
  const frame = {
    width: Math.ceil(size.width * Math.cos(angle) + size.height * Math.sin(angle)),
    height: Math.ceil(size.height * Math.cos(angle) + size.width * Math.sin(angle)),
  };
  return { rotation, lean, ...frame, fromScan: compose(turned, turn(-lean, size, frame)) };
}
