import { type Drawn, isAnnotated, listDrawn } from './content.ts';
import type { Rect } from './matrix.ts';
import { floats, type Pdfium } from './pdfium.ts';
import { visibleOf } from './visible.ts';

/** What a page holds, as far as reading it needs to know. */
export interface PageContent {
  /** The page's rectangle in its own space. */
  readonly box: Rect;
  /** /Rotate, in clockwise quarters. */
  readonly turns: number;
  readonly drawn: readonly Drawn[];
  readonly visible: readonly Drawn[];
  readonly annotated: boolean;
}

// US Letter: what PDFium itself assumes for a page without a usable box.
const DEFAULT_BOX: Rect = [0, 0, 612, 792];

/** Looks through a loaded page without rendering it. */
export function readContent(pdfium: Pdfium, page: number): PageContent {
  const { api } = pdfium;
  // FS_RECTF: left, top, right, bottom.
  const [left = 0, top = 0, right = 0, bottom = 0] =
    floats(pdfium, 4, (p) => api._FPDF_GetPageBoundingBox(page, p)) ?? [];
  const box: Rect = right > left && top > bottom ? [left, bottom, right, top] : DEFAULT_BOX;
  const drawn = listDrawn(pdfium, page, box);
  return {
    box,
    turns: api._FPDFPage_GetRotation(page),
    drawn,
    visible: visibleOf(pdfium, drawn),
    annotated: isAnnotated(pdfium, page),
  };
}
