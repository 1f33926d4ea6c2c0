import { around } from '../../model/boxes.ts';
import type { OcrEngine, RecognizedLine, RecognizedWord } from '../../ports/ocr-engine.ts';
import type { Cleaned } from '../clean.ts';

/** What was read of a page so far. */
export interface Reading {
  /** Their boxes lie on the picture of `page`. */
  readonly lines: readonly RecognizedLine[];
  readonly page: Cleaned;
  readonly engine: OcrEngine;
  /** Whether it reads badly: it was worth a second reading. */
  readonly doubted: boolean;
}

/** Reads a page that is drawn otherwise, with the mends that came before. */
export type ReadAgain = (page: Cleaned) => Promise<Reading>;

/** One thing that goes wrong when a page is read, put right. */
export interface Mend {
  /** As `npm run bench -- accuracy --without NAME` calls it. */
  readonly name: string;
  /** What goes wrong without it. */
  readonly why: string;
  readonly apply: (reading: Reading, again: ReadAgain) => Reading | Promise<Reading>;
}

/** A mend that looks at each line by itself. */
export const everyLine =
  (mended: (line: RecognizedLine, reading: Reading) => RecognizedLine): Mend['apply'] =>
  (reading) => ({ ...reading, lines: reading.lines.map((line) => mended(line, reading)) });

/** A mend that drops words. Lines without any go; the others are as large as what is left, for dirt may have stood far beside them. */
export const keepWords =
  (kept: (line: RecognizedLine, reading: Reading) => readonly RecognizedWord[]): Mend['apply'] =>
  (reading) => ({
    ...reading,
    lines: reading.lines
      .map((line) => ({ ...line, words: kept(line, reading) }))
      .filter(({ words }) => words.length > 0)
      .map((line) => ({ ...line, box: around(line.words.map(({ box }) => box)) })),
  });
