import { stat } from 'node:fs/promises';
import { openImage } from '../../imaging/open/image.ts';
import type { Line, PageFlag } from '../../model/document.ts';
import { InputError } from '../../model/errors.ts';
import type { PixelSource } from '../../model/pixels.ts';
import { openPdf } from '../../pdf/read/open-pdf.ts';
import { believe } from './resolution.ts';

/** A page of a delivered file, ready to be read. */
export interface OpenPage {
  /** Size in pixels of the scan as stored, before EXIF or any turn; of the raster, where a PDF page was rendered. */
  readonly width: number;
  readonly height: number;
  /** Along the finer axis; null where the file says nothing believable. */
  readonly dpi: number | null;
  /** Factors that make the pixels square (a fax of 204 × 98 dpi: y 2.08); both 1 for almost every scan. */
  readonly stretch: { readonly x: number; readonly y: number };
  /** EXIF/TIFF orientation 1…8, or what a PDF's own page turn amounts to; 1 when nothing is said. */
  readonly orientation: number;
  /** Never turned by `orientation`; an encoded JPEG may carry an EXIF of its own, which its PDF overrules. */
  readonly pixels: PixelSource;
  /**
   * Good text that the page already carries, boxes in pixels of the scan; null where it must be read. Such a page
   * has been rendered upright: its orientation is 1, and `box` and `upright` are the same.
   */
  readonly text: readonly Line[] | null;
  readonly flags: readonly PageFlag[];
}

/** A delivered file, open. Pages are read one at a time; memory is bounded by one page. */
export interface OpenScan extends AsyncDisposable {
  readonly pageCount: number;
  /** Throws InputError when this page cannot be used; the other pages may still be. */
  page(index: number, signal?: AbortSignal): Promise<OpenPage>;
}

const IMAGES = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/tiff']);

/** Opens a scan by its content type. InputError: unsupported, encrypted, damaged, too large. */
export async function openScan(path: string, type: string | null): Promise<OpenScan> {
  if (type === 'application/pdf') return openPdfScan(path);
  if (type !== null && IMAGES.has(type)) return openImageScan(path, type);
  if (type === null && (await stat(path)).size === 0) {
    throw new InputError('empty', `${path} holds no bytes. Scan it again or deliver another copy.`, {
      about: path,
    });
  }
  throw new InputError(
    'unsupported',
    `${path} is ${type ?? 'of no known type'}, not a scan that can be read. Deliver it as PDF, TIFF, JPEG, PNG or WebP.`,
    { about: path },
  );
}

async function openPdfScan(path: string): Promise<OpenScan> {
  const pdf = await openPdf(path);
  return {
    pageCount: pdf.pageCount,
    async page(index, signal) {
      signal?.throwIfAborted();
      return withResolution(await pdf.page(index));
    },
    [Symbol.asyncDispose]: () => pdf[Symbol.asyncDispose](),
  };
}

async function openImageScan(path: string, type: string): Promise<OpenScan> {
  const image = await openImage(path, type);
  return {
    pageCount: image.pageCount,
    async page(index, signal) {
      signal?.throwIfAborted();
      return { ...withResolution(await image.page(index)), text: null, flags: [] };
    },
    // Every page opens the file for itself.
    async [Symbol.asyncDispose]() {},
  };
}

interface Measured {
  readonly width: number;
  readonly height: number;
  readonly dpiX: number | null;
  readonly dpiY: number | null;
}

function withResolution<T extends Measured>({ dpiX, dpiY, ...page }: T) {
  return { ...page, ...believe(page.width, page.height, dpiX, dpiY) };
}
