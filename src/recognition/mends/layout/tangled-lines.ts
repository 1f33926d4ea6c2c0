import { bottomOf, centreOf, middleOf, rightOf } from '../../../model/boxes.ts';
import type { Box } from '../../../model/document.ts';
import type { OcrEngine, RecognizedLine } from '../../../ports/ocr-engine.ts';
import type { Cleaned } from '../../clean.ts';
import { said } from '../../confidence.ts';
import { readLinePictures } from '../../line-pictures.ts';
import type { Mend } from '../mend.ts';
import { lettersOutside, linesOf, rowsOf } from './letter-rows.ts';

export const tangledLines: Mend = {
  name: 'tangled-lines',
  why: 'The engine takes lines that stand close for one, and mixes their words.',
  apply: async (reading) => ({
    ...reading,
    lines: await partTangled(reading.lines, reading.page, reading.engine),
  }),
};

/** In heights of a small x: a line as high as this may be two. Letters with accents and tails reach 2.6. */
const TANGLED = 2.8;
/** Rows of type, all tangled lines together. More are no tight lines, but what is no type. */
const MOST_ROWS = 24;
/** Of what was read row by row, this many times as much must be said as by the line that holds the rows. */
const CLEARER = 1.1;

/**
 * The engine takes lines that stand close for one (a heading in three lines, single-spaced type with thick strokes), and mixes their words. Where a line is as high as
 * two, its rows are found by their letters and read each alone; they take its place where they say more. EngineError as the engine says.
 */
export async function partTangled(
  lines: readonly RecognizedLine[],
  { image, letterHeight }: Pick<Cleaned, 'image' | 'letterHeight'>,
  engine: OcrEngine,
): Promise<RecognizedLine[]> {
  if (letterHeight === null) return [...lines];
  const tangled = lines.filter(({ box }) => box.height > TANGLED * letterHeight);
  if (tangled.length === 0) return [...lines];
  const others = lines.filter((line) => !tangled.includes(line));
  const letters = lettersOutside(others, image, letterHeight).filter((letter) =>
    tangled.some(({ box }) => isWithin(letter, box)),
  );
  const rows = linesOf(rowsOf(letters, letterHeight), letterHeight);
  if (rows.length > MOST_ROWS) return [...lines];
  const pictures = rows.map((box) => ({ image, box }));
  const read = (await readLinePictures(pictures, engine)).flat();
  const within = (line: RecognizedLine) => read.filter(({ box }) => isWithin(box, line.box));
  const parted = tangled.filter((line) => {
    const parts = within(line);
    return parts.length > 1 && said(parts) > CLEARER * said([line]);
  });
  const whole = lines.filter((line) => !parted.includes(line));
  // A row may lie in two such lines, and be one that was read well by itself.
  const found = [...new Set(parted.flatMap(within))].filter(
    ({ box }) => !tangled.some((line) => whole.includes(line) && isWithin(box, line.box)),
  );
  // The block of a tangled line mixes what lies above and below: each row is ordered by where it stands.
  const next = 1 + Math.max(...lines.map(({ block }) => block));
  return [...whole, ...found.map((line, i) => ({ ...line, block: next + i }))];
}

const isWithin = (box: Box, other: Box): boolean =>
  middleOf(box) > other.y &&
  middleOf(box) < bottomOf(other) &&
  centreOf(box) > other.x &&
  centreOf(box) < rightOf(other);
