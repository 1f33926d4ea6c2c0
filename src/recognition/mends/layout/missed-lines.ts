import { overlap } from '../../../model/boxes.ts';
import type { OcrEngine, RecognizedLine } from '../../../ports/ocr-engine.ts';
import type { Cleaned } from '../../clean.ts';
import { isType } from '../../confidence.ts';
import { readLinePictures } from '../../line-pictures.ts';
import type { Mend } from '../mend.ts';
import { rowsOutside } from './letter-rows.ts';

export const missedLines: Mend = {
  name: 'missed-lines',
  why: "The engine's layout passes over a short line beside a longer one, or a name between stamps.",
  apply: async (reading) => ({
    ...reading,
    lines: await withMissed(reading.lines, reading.page, reading.engine),
  }),
};

/**
 * The lines that were read, and what is read line by line where letters stand that the engine's page layout passed over. A second look
 * at single lines costs some 50 ms each. EngineError as the engine says.
 */
export async function withMissed(
  lines: readonly RecognizedLine[],
  { image, letterHeight }: Pick<Cleaned, 'image' | 'letterHeight'>,
  engine: OcrEngine,
): Promise<RecognizedLine[]> {
  const missed = letterHeight === null ? null : rowsOutside(lines, image, letterHeight)?.long;
  if (!missed) return [...lines];
  const pictures = missed.map((box) => ({ image, box }));
  const read = (await readLinePictures(pictures, engine)).flat().filter(({ words }) => isType(words));
  const next = Math.max(0, ...lines.map((line) => line.block + 1));
  return [
    ...lines.filter((line) => !read.some((it) => isPartOf(line, it))),
    ...read.map((line, i) => ({ ...line, block: next + i })),
  ];
}

/** A letter of a line that was passed over has been read by itself, and now with the others. */
const isPartOf = ({ box, words }: RecognizedLine, other: RecognizedLine): boolean =>
  2 * box.width < other.box.width &&
  words.every((word) => other.words.some((it) => overlap(word.box, it.box)));
