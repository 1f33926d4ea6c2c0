import { around, rightOf } from '../../../model/boxes.ts';
import type { Box } from '../../../model/document.ts';
import type { OcrEngine, RecognizedLine } from '../../../ports/ocr-engine.ts';
import type { Cleaned } from '../../clean.ts';
import { said } from '../../confidence.ts';
import { readLinePictures } from '../../line-pictures.ts';
import type { Mend } from '../mend.ts';
import { maybeCopyMark } from '../spelling/copy-marks.ts';
import { rowsOf } from './line-rows.ts';

export const cutRows: Mend = {
  name: 'cut-rows',
  why: 'Where little else tells of lines, the engine takes letters for columns, and cuts words between them: `c.c.p.` below `c.c.p.`.',
  apply: async (reading) => ({
    ...reading,
    lines: await joinCutRows(reading.lines, reading.page, reading.engine),
  }),
};

/** A row that begins with as many pieces, each of no more letters, was cut within its first word. One may be the mark of a list. */
const CUT = { pieces: 2, letters: 2 };
/** In heights of a small x: the pieces stand this close, stops that were not read between them; before the first, two letters may be left off. */
const REACH = { between: 4, before: 4, paper: 0.5 };
/** More are no lists, but dirt. */
const MOST = 24;

/**
 * Where `c.c.p.` stands below `c.c.p.` and nothing else on the page tells of lines, the engine's layout takes each letter for a column, and cuts
 * words between them. Such a row is read as one line; it takes the place of its pieces where it says more. EngineError as the engine says.
 */
export async function joinCutRows(
  lines: readonly RecognizedLine[],
  { image, letterHeight }: Pick<Cleaned, 'image' | 'letterHeight'>,
  engine: OcrEngine,
): Promise<RecognizedLine[]> {
  if (letterHeight === null) return [...lines];
  const x = letterHeight;
  const cut = rowsOf(lines)
    .map((row) => beginning(row, x))
    .filter((pieces) => pieces !== null);
  if (cut.length === 0 || cut.length > MOST) return [...lines];
  const pictures = cut.map((pieces) => ({ image, box: boxOf(pieces, x) }));
  const read = await readLinePictures(pictures, engine);
  const better = cut.flatMap((pieces, i) =>
    saysMore(read[i]!, pieces) ? [{ pieces, whole: read[i]! }] : [],
  );
  const gone = new Set(better.flatMap(({ pieces }) => pieces));
  return [
    ...lines.filter((line) => !gone.has(line)),
    ...better.flatMap(({ pieces, whole }) => whole.map((line) => ({ ...line, block: pieces.at(-1)!.block }))),
  ];
}

/** No letter of the pieces may be lost. The engine is never sure of the mark of a copy: no word of any language. */
const saysMore = (whole: readonly RecognizedLine[], pieces: readonly RecognizedLine[]): boolean =>
  lettersIn(whole) >= lettersIn(pieces) &&
  (said(whole) > said(pieces) || maybeCopyMark(whole[0]?.words[0]?.text ?? ''));

/** The short pieces that a row begins with, and the line behind them; null where it begins as lines do. */
function beginning(row: readonly RecognizedLine[], x: number): RecognizedLine[] | null {
  const long = row.findIndex((line) => lettersIn([line]) > CUT.letters);
  if (long < CUT.pieces) return null;
  const pieces = row.slice(0, long + 1);
  const close = pieces.slice(1).every(({ box }, i) => box.x - rightOf(pieces[i]!.box) <= REACH.between * x);
  return close ? pieces : null;
}

const lettersIn = (lines: readonly RecognizedLine[]): number =>
  lines
    .flatMap(({ words }) => words)
    .reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);

function boxOf(pieces: readonly RecognizedLine[], x: number): Box {
  const { x: left, y, width, height } = around(pieces.map(({ box }) => box));
  return {
    x: left - REACH.before * x,
    y: y - REACH.paper * x,
    width: width + (REACH.before + 1) * x,
    height: height + 2 * REACH.paper * x,
  };
}
