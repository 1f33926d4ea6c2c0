import type { Box } from '../document.ts';

/** Eight-bit gray, one byte a pixel, rows without padding, 0 = black. */
export interface GrayImage {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export interface RecognizedWord {
  readonly text: string;
  /** In pixels of the image given. */
  readonly box: Box;
  /** 0…1 */
  readonly confidence: number;
}

export interface RecognizedLine {
  readonly block: number;
  readonly box: Box;
  readonly words: readonly RecognizedWord[];
}

export interface ReadingOptions {
  /** The resolution of the image given, for the engine's own size rules. */
  readonly dpi: number;
  /** What the image shows; a page unless a single line is said to be there. */
  readonly layout?: 'page' | 'line';
  readonly signal?: AbortSignal;
}

/**
 * Reads an upright page. The same image gives the same words every time, whatever was read before it.
 * One call at a time per engine. A crash or an abort is an EngineError, after which the engine may be used again;
 * missing model data is a DependencyError when the engine opens.
 */
export interface OcrEngine {
  /** Program, version and models: goes into every record, so that a reading can be repeated. */
  readonly name: string;
  recognize(image: GrayImage, options: ReadingOptions): Promise<readonly RecognizedLine[]>;
  close(): Promise<void>;
}
