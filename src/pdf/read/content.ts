import type { Affine } from '../../model/document.ts';
import { concat, intersect, type Rect, rectArea, transformRect } from './matrix.ts';
import { floats, integers, type Pdfium } from './pdfium.ts';

/** Something that a page paints, in painting order. */
export interface Drawn {
  readonly kind: 'text' | 'path' | 'image' | 'shading';
  readonly object: number;
  /** In page space, within the page. */
  readonly bounds: Rect;
  /** The object's own space to page space; for an image, the unit square to page space. */
  readonly matrix: Affine;
  /** From a form's space to page space. */
  readonly parent: Affine;
  /** Leaves no mark on paper: invisible text, white paint. */
  readonly invisible: boolean;
  /** Small and with many corners, as letters are that were turned into curves. */
  readonly outline: boolean;
}

// FPDF_PAGEOBJECT types.
const KINDS: Readonly<Record<number, Drawn['kind']>> = { 1: 'text', 2: 'path', 3: 'image', 4: 'shading' };
const FORM = 5;
const MAX_FORM_DEPTH = 8;
const IDENTITY: Affine = [1, 0, 0, 1, 0, 0];
// Text rendering modes (PDF 32000-1, table 106) that paint nothing: invisible, and clipping only.
const UNPAINTED = new Set([3, 7]);
const WHITE = 250;
// A letter turned into curves: at least 6 segments, at most half an inch (a 36 pt capital).
const OUTLINE_SEGMENTS = 6;
const OUTLINE_POINTS = 36;

/** Everything that a page paints within `box`, forms opened up, in painting order. */
export function listDrawn(pdfium: Pdfium, page: number, box: Rect): Drawn[] {
  const { api } = pdfium;
  const drawn: Drawn[] = [];
  const visit = (object: number, parent: Affine, depth: number) => {
    const type = api._FPDFPageObj_GetType(object);
    const own = (floats(pdfium, 6, (p) => api._FPDFPageObj_GetMatrix(object, p)) ??
      IDENTITY) as unknown as Affine;
    const matrix = concat(own, parent);
    if (type === FORM) {
      if (depth >= MAX_FORM_DEPTH) return;
      const count = api._FPDFFormObj_CountObjects(object);
      for (let i = 0; i < count; i++) visit(api._FPDFFormObj_GetObject(object, i), matrix, depth + 1);
      return;
    }
    const kind = KINDS[type];
    const rect = floats(pdfium, 4, (p) => api._FPDFPageObj_GetBounds(object, p, p + 4, p + 8, p + 12));
    if (!kind || !rect) return;
    const bounds = intersect(transformRect(rect as unknown as Rect, parent), box);
    if (bounds[2] < bounds[0] || bounds[3] < bounds[1]) return;
    const invisible = paintsNothing(pdfium, object, kind);
    const outline = kind === 'path' && !invisible && isOutline(pdfium, object, bounds);
    drawn.push({ kind, object, bounds, matrix, parent, invisible, outline });
  };
  const count = api._FPDFPage_CountObjects(page);
  for (let i = 0; i < count; i++) visit(api._FPDFPage_GetObject(page, i), IDENTITY, 0);
  return drawn;
}

function isOutline({ api }: Pdfium, path: number, [left, bottom, right, top]: Rect): boolean {
  if (right - left > OUTLINE_POINTS || top - bottom > OUTLINE_POINTS) return false;
  return api._FPDFPath_CountSegments(path) >= OUTLINE_SEGMENTS;
}

function paintsNothing(pdfium: Pdfium, object: number, kind: Drawn['kind']): boolean {
  const { api } = pdfium;
  if (kind !== 'text' && kind !== 'path') return false;
  const fill = integers(pdfium, 4, (p) => api._FPDFPageObj_GetFillColor(object, p, p + 4, p + 8, p + 12));
  const unseen = fill !== null && (fill[3] === 0 || fill.slice(0, 3).every((channel) => channel >= WHITE));
  if (kind === 'text') return UNPAINTED.has(api._FPDFTextObj_GetTextRenderMode(object)) || fill?.[3] === 0;
  const mode = integers(pdfium, 2, (p) => api._FPDFPath_GetDrawMode(object, p, p + 4));
  const [filled, stroked] = mode ?? [1, 1];
  return !stroked && (!filled || unseen);
}

// FPDF_ANNOTATION_SUBTYPE: free text, the drawn shapes, stamp, ink, form field. Links, highlights, note icons and attachments
// hold no words of the page.
const WORDED = new Set([3, 4, 5, 6, 7, 8, 13, 15, 20]);
// Annotation flags: hidden, no view.
const UNSEEN_FLAGS = 2 | 32;

/** Whether words may be pinned onto the page that its content does not hold: filled fields, stamps, signatures. */
export function isAnnotated(pdfium: Pdfium, page: number): boolean {
  const { api } = pdfium;
  const count = api._FPDFPage_GetAnnotCount(page);
  for (let i = 0; i < count; i++) {
    const annotation = api._FPDFPage_GetAnnot(page, i);
    if (!annotation) continue;
    const subtype = api._FPDFAnnot_GetSubtype(annotation);
    const flags = api._FPDFAnnot_GetFlags(annotation);
    // FS_RECTF: left, top, right, bottom.
    const [left = 0, top = 0, right = 0, bottom = 0] =
      floats(pdfium, 4, (p) => api._FPDFAnnot_GetRect(annotation, p)) ?? [];
    api._FPDFPage_CloseAnnot(annotation);
    const seen = WORDED.has(subtype) && (flags & UNSEEN_FLAGS) === 0;
    if (seen && rectArea([left, Math.min(top, bottom), right, Math.max(top, bottom)]) > 1) return true;
  }
  return false;
}
