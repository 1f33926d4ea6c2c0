import type { Line, PageFlag } from '../../model/document.ts';
import { InputError } from '../../model/errors.ts';
import type { PixelSource } from '../../model/pixels.ts';
import { judgeText, keptLines, textFlags } from './born-digital.ts';
import { liftImage } from './lift-image.ts';
import { readContent } from './page-content.ts';
import { PdfFile } from './pdf-file.ts';
import type { Pdfium } from './pdfium.ts';
import { imageDpi, renderDpi, renderPage } from './render.ts';
import { soleImage } from './sole-image.ts';

/** A page of a PDF, ready to be read: the scan that it is, or a raster of it. */
export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly dpiX: number;
  readonly dpiY: number;
  readonly orientation: number;
  readonly pixels: PixelSource;
  readonly text: readonly Line[] | null;
  readonly flags: readonly PageFlag[];
}

export interface OpenPdf extends AsyncDisposable {
  readonly pageCount: number;
  page(index: number): Promise<PdfPage>;
}

// FPDF_GetFormType: the pages of a full XFA form exist only inside the program that fills it.
const XFA_FULL = 2;

/** Opens a PDF without reading it whole. InputError: encrypted, damaged, without pages, an XFA form. */
export async function openPdf(path: string): Promise<OpenPdf> {
  const file = new PdfFile(path);
  try {
    const pageCount = await file.use(path, ({ pdfium, handle }) => {
      if (pdfium.api._FPDF_GetFormType(handle) === XFA_FULL) {
        throw new InputError(
          'xfa-form',
          `${path} is an XFA form, whose pages are not in the file. Print it to PDF.`,
          { about: path },
        );
      }
      return pdfium.api._FPDF_GetPageCount(handle);
    });
    if (pageCount < 1) {
      throw new InputError('damaged', `${path} is a PDF without pages. Deliver a whole copy.`, {
        about: path,
      });
    }
    return {
      pageCount,
      page: (index) => {
        const what = `${path}, p. ${index + 1}`;
        return file.use(what, ({ pdfium, handle }) => readPage(pdfium, handle, index, what));
      },
      [Symbol.asyncDispose]: () => file[Symbol.asyncDispose](),
    };
  } catch (error) {
    await file[Symbol.asyncDispose]();
    throw error;
  }
}

function readPage(pdfium: Pdfium, handle: number, index: number, what: string): PdfPage {
  const page = pdfium.api._FPDF_LoadPage(handle, index);
  if (!page) {
    throw new InputError('damaged', `${what} cannot be read. Deliver a whole copy, or scan the page again.`, {
      about: what,
    });
  }
  try {
    return scanOf(pdfium, page, what);
  } finally {
    pdfium.api._FPDF_ClosePage(page);
  }
}

function scanOf(pdfium: Pdfium, page: number, what: string): PdfPage {
  const content = readContent(pdfium, page);
  const image = soleImage(pdfium, content);
  const { carries, kept } = judgeText(pdfium, page, content);
  const flags = textFlags(carries, kept !== null);
  const lifted = image && liftImage(pdfium, page, content, image, what);
  if (lifted) return { ...lifted, text: null, flags };
  const wanted = image ? imageDpi(pdfium, image) : renderDpi(pdfium, content);
  const { pixels, dpi } = renderPage(pdfium, page, content, wanted, kept?.turns ?? 0);
  const { width, height } = pixels;
  const text = kept && keptLines(kept, content, dpi, width, height);
  return { width, height, dpiX: dpi, dpiY: dpi, orientation: 1, pixels, text, flags };
}
