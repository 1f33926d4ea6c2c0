import type { Box } from '../model/document.ts';

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
  /** The resolution of the images given, for the engine's own size rules. */
  readonly dpi: number;
}

/**
 * Reads upright pages. The same image gives the same words every time, whatever was read before it.
 * One call at a time per engine. A crash is an EngineError, after which the engine may be used again;
 * missing model data is a DependencyError when the engine opens.
 */
export interface OcrEngine {
  /** Program, version and models: goes into every record, so that a reading can be repeated. */
  readonly name: string;
  /** Codes of the languages that it was opened for (`spa`). */
  readonly languages: readonly string[];
  recognize(image: GrayImage, options: ReadingOptions): Promise<readonly RecognizedLine[]>;
  /** Pictures of a single line each, without a look at their layout; what was read of each, nothing where it was no line. */
  recognizeLines(
    images: readonly GrayImage[],
    options: ReadingOptions,
  ): Promise<readonly (readonly RecognizedLine[])[]>;
  /** Ends at once what is being read, with an EngineError there. */
  close(): Promise<void>;
}
