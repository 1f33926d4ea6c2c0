import { partOf } from '../imaging/draw/part-of.ts';
import { READING_DPI } from '../imaging/draw/reading-size.ts';
import type { Box } from '../model/document.ts';
import type { GrayImage, OcrEngine, RecognizedLine } from '../ports/ocr-engine.ts';

/** Part of a page's picture that holds one line. */
export interface LinePicture {
  readonly image: GrayImage;
  /** The part, in pixels of the page's picture; may reach beyond it. */
  readonly box: Box;
  /** Changes how the part is drawn, in place. */
  readonly redraw?: (pixels: Uint8Array) => void;
}

/** Reads parts of pages as single lines, all in one call; what was read lies on the page's picture. EngineError as the engine says. */
export async function readLinePictures(
  pictures: readonly LinePicture[],
  engine: OcrEngine,
): Promise<RecognizedLine[][]> {
  const images = pictures.map(({ image, box, redraw }) => {
    const part = partOf(image, box);
    redraw?.(part.data);
    return part;
  });
  const read = await engine.recognizeLines(images, { dpi: READING_DPI });
  return read.map((lines, i) => lines.map((line) => placed(line, pictures[i]!.box)));
}

/** What was read of a part, as it lies on the whole picture. */
export const placed = ({ words, ...line }: RecognizedLine, by: Box): RecognizedLine => ({
  ...line,
  box: moved(line.box, by),
  words: words.map((word) => ({ ...word, box: moved(word.box, by) })),
});

const moved = (box: Box, by: Box): Box => ({
  ...box,
  x: box.x + Math.floor(by.x),
  y: box.y + Math.floor(by.y),
});
