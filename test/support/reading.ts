import { drawingOf } from '../../src/imaging/measure/drawing.ts';
import type { GrayImage, OcrEngine, RecognizedLine } from '../../src/ports/ocr-engine.ts';
import type { Cleaned } from '../../src/recognition/clean.ts';
import type { Mend, Reading } from '../../src/recognition/mends/mend.ts';

/** What mends look at of a page. */
export interface Seen {
  readonly image: GrayImage;
  readonly letterHeight: number | null;
  readonly engine: OcrEngine;
}

/** Lines as they would be read of a page in clear type, after a mend. */
export async function mended(
  mend: Mend,
  lines: readonly RecognizedLine[],
  { image, letterHeight, engine }: Seen,
): Promise<readonly RecognizedLine[]> {
  const page = { image: drawingOf(image), plain: image, type: 'clear', letterHeight } as unknown as Cleaned;
  const reading: Reading = { lines, page, engine, doubted: false };
  const after = await mend.apply(reading, () => Promise.reject(new Error('read again')));
  return after.lines;
}
