/**
 * Where a page's pixels can be had, not decoded yet: so that a JPEG may be shrunk while it is decoded, and
 * the access copy may carry the scan's own bytes. `raw` rows have no padding.
 */
export type PixelSource =
  | { readonly kind: 'file'; readonly path: string; readonly page: number }
  | { readonly kind: 'encoded'; readonly bytes: Uint8Array }
  | {
      readonly kind: 'raw';
      readonly data: Uint8Array;
      readonly width: number;
      readonly height: number;
      readonly channels: 1 | 3 | 4;
    };

/** Decoded pixels, eight bits a channel, interleaved, rows without padding. */
export interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
}
