import type { Affine } from '../../model/document.ts';

/** How an image lies on its page: what EXIF would say of it, and pixels an inch along its own axes. */
export interface Placement {
  readonly orientation: number;
  readonly dpiX: number;
  readonly dpiY: number;
}

// A scan that its PDF leans further than the cleaning stage straightens (±10°), or shears, is not the scan that a reader sees.
const MAX_LEAN = Math.sin((10 * Math.PI) / 180);
const MAX_SHEAR = 0.05;

// EXIF orientation by where the image's columns and rows run on the page as shown.
const ORIENTATIONS: Readonly<Record<string, number>> = {
  'right down': 1,
  'left down': 2,
  'left up': 3,
  'right up': 4,
  'down right': 5,
  'down left': 6,
  'up left': 7,
  'up right': 8,
};

/** Reads the placement from the matrix that maps the unit square to inches of the page as shown (y down); null when askew. */
export function placementOf(matrix: Affine, width: number, height: number): Placement | null {
  const columns = [matrix[0], matrix[1]] as const;
  // Rows run against the unit square, whose y grows upwards.
  const rows = [-matrix[2], -matrix[3]] as const;
  const [across, along] = [Math.hypot(...columns), Math.hypot(...rows)];
  if (!(across > 0 && along > 0)) return null;
  const cosine = Math.abs(columns[0] * rows[0] + columns[1] * rows[1]) / (across * along);
  const lean = Math.min(Math.abs(columns[0]), Math.abs(columns[1])) / across;
  const orientation = ORIENTATIONS[`${heading(columns)} ${heading(rows)}`];
  if (cosine > MAX_SHEAR || lean > MAX_LEAN || orientation === undefined) return null;
  return { orientation, dpiX: width / across, dpiY: height / along };
}

function heading([x, y]: readonly [number, number]): string {
  if (Math.abs(x) >= Math.abs(y)) return x >= 0 ? 'right' : 'left';
  return y >= 0 ? 'down' : 'up';
}
