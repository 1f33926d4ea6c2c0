import type { PixelSource } from '../../model/pixels.ts';

/** A page of an image file, not decoded. Resolutions are what the file claims, believable or not. */
export interface ImagePage {
  readonly width: number;
  readonly height: number;
  readonly dpiX: number | null;
  readonly dpiY: number | null;
  readonly orientation: number;
  readonly pixels: PixelSource;
}

export interface OpenImage {
  readonly pageCount: number;
  page(index: number): Promise<ImagePage>;
}
