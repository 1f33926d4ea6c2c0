import type { PixelSource } from '../../model/pixels.ts';
import { copyPixels } from './bitmap.ts';
import type { Drawn } from './content.ts';
import { rectArea } from './matrix.ts';
import type { PageContent } from './page-content.ts';
import type { Pdfium } from './pdfium.ts';

const POINTS_PER_INCH = 72;
const MIN_DPI = 150;
// What Tesseract's documentation asks for (tessdoc, ImproveQuality).
const TEXT_DPI = 300;
const MAX_DPI = 400;
/** The raster is ours to choose, unlike a scan: an A0 plan at 250 dpi, 300 MB in colour. */
const MAX_RENDERED_PIXELS = 100e6;

const BGR = 2;
const WHITE = 0xffffffff;
// FPDF_ANNOT: stamps, signatures and filled fields are on the page that people see.
const SHOW_ANNOTATIONS = 1;

/** Pixels an inch of an image along its finer axis, as placed on the page. */
export function imageDpi(pdfium: Pdfium, { object, matrix }: Drawn): number {
  const { width, height } = imageSize(pdfium, object);
  const [across, along] = [Math.hypot(matrix[0], matrix[1]), Math.hypot(matrix[2], matrix[3])];
  return across > 0 && along > 0 ? Math.max(width / across, height / along) * POINTS_PER_INCH : 0;
}

/** An image's size in its own pixels. */
export function imageSize({ api, scratch }: Pdfium, object: number): { width: number; height: number } {
  if (!api._FPDFImageObj_GetImagePixelSize(object, scratch, scratch + 4)) return { width: 0, height: 0 };
  const [width = 0, height = 0] = new Uint32Array(api.HEAPU8.buffer, scratch, 2);
  return { width, height };
}

/** The resolution that shows all that a page holds: that of its finest image, and enough for its letters. */
export function renderDpi(pdfium: Pdfium, { visible, annotated }: PageContent): number {
  const images = visible.filter(({ kind }) => kind === 'image').map((image) => imageDpi(pdfium, image));
  const drawn = annotated || visible.some(({ kind }) => kind !== 'image');
  const wanted = Math.max(drawn ? TEXT_DPI : 0, ...images);
  return Math.round(Math.min(Math.max(wanted, MIN_DPI), MAX_DPI));
}

export interface Rendered {
  readonly pixels: PixelSource & { kind: 'raw' };
  readonly dpi: number;
}

/** Paints a page as people see it, turned by `turns` more quarters clockwise; coarser where it would be too large. */
export function renderPage(
  pdfium: Pdfium,
  page: number,
  content: PageContent,
  wanted: number,
  turns: number,
): Rendered {
  const { api } = pdfium;
  const { width, height, dpi } = rasterOf(content, wanted, turns);
  const bitmap = api._FPDFBitmap_CreateEx(width, height, BGR, 0, 0);
  if (!bitmap) throw new Error(`no memory for a raster of ${width} × ${height}`);
  try {
    api._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    api._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, turns, SHOW_ANNOTATIONS);
    return { pixels: copyPixels(api, bitmap), dpi };
  } finally {
    api._FPDFBitmap_Destroy(bitmap);
  }
}

function rasterOf({ box, turns: own }: PageContent, wanted: number, turns: number) {
  const square = rectArea(box) / POINTS_PER_INCH ** 2;
  const dpi = Math.min(wanted, Math.sqrt(MAX_RENDERED_PIXELS / square));
  const [across, along] = [box[2] - box[0], box[3] - box[1]].map((points) =>
    Math.max(1, Math.round((points / POINTS_PER_INCH) * dpi)),
  ) as [number, number];
  const lying = (own + turns) % 2 === 1;
  return { width: lying ? along : across, height: lying ? across : along, dpi };
}
