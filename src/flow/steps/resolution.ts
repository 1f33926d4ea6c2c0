/** Pixels an inch, and how much longer than wide a pixel is where they are not square. */
export interface Resolution {
  /** Along the finer axis; null where the file says nothing believable. */
  readonly dpi: number | null;
  /** Factors that make the pixels square: multiply width by `x` and height by `y`. One of them is 1. */
  readonly stretch: { readonly x: number; readonly y: number };
}

// Software writes 1, 72 and 96 where it knows nothing. The coarsest that scanned paper is believed at is the fax's 98 lines
// (ITU-T T.4), the finest 2,400.
const MIN_DPI = 97;
const MAX_DPI = 2400;
// A camera's 300 dpi makes a photograph 20 inches wide and a poster of a panorama: paper is at most an A0 plan.
const MAX_INCHES = 50;
const MIN_INCHES = 0.5;
// Fine fax is 204 × 196: as good as square. Standard fax is 204 × 98, superfine 204 × 391.
const SQUARE_WITHIN = 1.1;
const MAX_STRETCH = 4.5;

const SQUARE = { x: 1, y: 1 };

/** Believes a file's resolution, or not: bounds for the figures, for the paper they make, and for the shape of a pixel. */
export function believe(width: number, height: number, dpiX: number | null, dpiY: number | null): Resolution {
  const [x, y] = [dpiX ?? dpiY ?? 0, dpiY ?? dpiX ?? 0];
  const [fine, coarse] = [Math.max(x, y), Math.min(x, y)];
  const inches = [width / x, height / y];
  const believable =
    coarse >= MIN_DPI &&
    fine <= MAX_DPI &&
    fine / coarse <= MAX_STRETCH &&
    Math.max(...inches) <= MAX_INCHES &&
    Math.min(...inches) >= MIN_INCHES;
  if (!believable) return { dpi: null, stretch: SQUARE };
  const dpi = Math.round(fine * 100) / 100;
  return { dpi, stretch: fine / coarse <= SQUARE_WITHIN ? SQUARE : { x: fine / x, y: fine / y } };
}
