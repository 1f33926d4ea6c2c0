import type { Affine, Rotation } from '../document.ts';
import { compose, IDENTITY, quarterTurn, turn } from './geometry.ts';

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

/** Below this, straightening would only blur: a tenth of a line's height at the end of a line. */
const LEVEL = 0.05;

/** Lays a scan of `width` × `height` upright: mirrored first where asked, quarter turn, then straightened. */
export function layUpright(
  { width, height }: { readonly width: number; readonly height: number },
  mirrored: boolean,
  rotation: Rotation,
  lean: number,
): Frame {
  const unmirrored: Affine = mirrored ? [-1, 0, 0, 1, width, 0] : IDENTITY;
  const turned = compose(unmirrored, quarterTurn(rotation, width, height));
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
