import type { Line, PageFlag } from '../document.ts';
import type { PixelSource } from '../imaging/pixels.ts';

/** A page of a delivered file, ready to be read. */
export interface OpenPage {
  /** Size in pixels of the scan as stored, before EXIF or any turn. */
  readonly width: number;
  readonly height: number;
  readonly dpi: number | null;
  /** EXIF/TIFF orientation 1…8, or what a PDF's own page turn amounts to; 1 when nothing is said. */
  readonly orientation: number;
  readonly pixels: PixelSource;
  /** Good text that the page already carries, boxes in pixels of the scan; null where it must be read. */
  readonly text: readonly Line[] | null;
  readonly flags: readonly PageFlag[];
}

/** A delivered file, open. Pages are read one at a time; memory is bounded by one page. */
export interface OpenScan extends AsyncDisposable {
  readonly pageCount: number;
  /** Throws InputError when this page cannot be used; the other pages may still be. */
  page(index: number, signal?: AbortSignal): Promise<OpenPage>;
}

/** Opens a scan by its content type. InputError: unsupported, encrypted, damaged, too large. */
export async function openScan(_path: string, _type: string | null): Promise<OpenScan> {
  throw new Error('not written yet');
}
