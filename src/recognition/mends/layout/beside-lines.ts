import { around, overlap, rightOf, sharedWidth } from '../../../model/boxes.ts';
import type { Box } from '../../../model/document.ts';
import type { RecognizedLine, RecognizedWord } from '../../../ports/ocr-engine.ts';
import { isType } from '../../confidence.ts';
import { readLinePictures } from '../../line-pictures.ts';
import type { Mend, Reading } from '../mend.ts';
import { maybeCopyMark } from '../spelling/copy-marks.ts';
import {
  FEWEST_LETTERS,
  gapBetween,
  isRest,
  type LetterRow,
  rowsOutside,
  stepBetween,
} from './letter-rows.ts';

export const besideLines: Mend = {
  name: 'beside-lines',
  why: "What hangs beside lines (numbers of clauses, `c.c.p.`, the rest of a cut word) is passed over by the engine's layout.",
  apply: readBeside,
};

/** In heights of a small x. A mark is no wider (`XVIII.-`), it or a word stands this far from its line at most, and its letters this near its middle. */
const REACH = { wide: 6, beside: 7, level: 0.7 };
/** In heights of a small x: marks of one list begin or end below each other. */
const COLUMN = 0.7;
/** One is a stroke more often than a list. */
const FEWEST = 2;
/** More are no list, and would cost more than they give: 60 ms each. */
const MOST = 24;
/** So many pieces beside lines are dirt: no need to compare each with each. */
const DIRT = 10 * MOST;
/** So much of the line is read with them, in heights of a small x: a mark alone is too little for the engine to go by. */
const WITH = 12;
/** `1.-`, `IV.`, `b)`, `10°` */
const MARK = /^[([]?(?:\d{1,3}|[IVXL]{1,6}|\p{L})(?:[.)\]°ºª-]{1,3})$/u;
/** Letters that a word has at least, as ink and as read, and how sure of it the engine must be: strokes and dirt are read as words, too. */
const WORD = { letters: 2, sure: 0.8 };

/** Letters that stand beside a line and were not read with it are read with a part of it. EngineError as the engine says. */
async function readBeside(reading: Reading): Promise<Reading> {
  const { lines, page, engine } = reading;
  const { image, letterHeight: x } = page;
  const loose = x === null ? null : rowsOutside(lines, image, x)?.loose;
  if (!loose) return reading;
  const beside = findBeside(loose, lines, x!);
  const read = await readLinePictures(
    beside.map(({ crop }) => ({ image, box: crop })),
    engine,
  );
  let block = Math.max(0, ...lines.map((line) => line.block + 1));
  const whole = lines.flatMap((line) => {
    let grown = line;
    const added: RecognizedLine[] = [];
    for (const [i, it] of beside.entries()) {
      if (it.line !== line) continue;
      const [first, ...apart] = putBeside(grown, it, read[i]!);
      grown = first!;
      // One word may lie beside the line in several pieces.
      const fresh = apart.filter(({ box }) => !added.some((other) => overlap(other.box, box)));
      added.push(...fresh.map((other) => ({ ...other, block: block++ })));
    }
    return [grown, ...added];
  });
  return { ...reading, lines: whole };
}

/** Letters beside a line that were not read with it, and where to look for them. */
export interface Beside {
  readonly crop: Box;
  readonly row: LetterRow;
  readonly line: RecognizedLine;
  /** Whether they stand before the line or behind it. */
  readonly before: boolean;
  /** Whether others stand below or above them, as the numbers of a list do. */
  readonly listed: boolean;
}

/**
 * Clauses and conditions hang beside their numbers, `c.c.p.` before names and the first words of an address before the others, with a gap
 * or dirt between that makes the engine's layout pass over them. Of `rows` those that stand beside a line are looked at.
 */
export function findBeside(
  rows: readonly LetterRow[],
  lines: readonly RecognizedLine[],
  x: number,
): Beside[] {
  const beside = rows.flatMap((row) => {
    const line = lines.find(({ box }) => isBeside(row.box, box, x));
    return line ? [{ row, line, before: rightOf(row.box) <= line.box.x }] : [];
  });
  const isMany = ({ row }: (typeof beside)[0]) => row.count >= FEWEST_LETTERS;
  const few = beside.filter((it) => !isMany(it));
  const near = (a: number, b: number) => Math.abs(a - b) <= COLUMN * x;
  const isListed = ({ row: { box }, before }: (typeof beside)[0]) =>
    before &&
    few.filter(({ row }) => near(row.box.x, box.x) || near(rightOf(row.box), rightOf(box))).length >= FEWEST;
  const marks = (few.length > DIRT ? [] : few)
    .map((it) => ({ ...it, listed: isListed(it) }))
    .filter(({ listed, row }) => listed || row.count >= WORD.letters);
  // So many letters are the rest of a word: dirt elsewhere does not count against them.
  const rests = beside.filter(isMany).map((it) => ({ ...it, listed: false }));
  const found = [marks, rests].flatMap((all) => (all.length > MOST ? [] : all));
  return found.map((it) => {
    const { x: left, y, width, height } = around([it.row.box, endOf(it.line, it.before, x)]);
    return { ...it, crop: { x: left - x, y: y - x / 2, width: width + 2 * x, height: height + x } };
  });
}

function isBeside(row: Box, line: Box, x: number): boolean {
  const gap = gapBetween(row, line);
  return (
    (gap >= 0 &&
      gap + row.width <= REACH.beside * x &&
      row.width <= REACH.wide * x &&
      stepBetween(row, line) <= REACH.level * x) ||
    isRest(row, line, x)
  );
}

/** The first or the last words of a line: half a word would be read as another. */
function endOf({ words }: RecognizedLine, before: boolean, x: number): Box {
  const boxes = words.map(({ box }) => box).sort((a, b) => (before ? a.x - b.x : rightOf(b) - rightOf(a)));
  const enough = boxes.findIndex((_, i) => around(boxes.slice(0, i + 1)).width >= WITH * x);
  return around(enough < 0 ? boxes : boxes.slice(0, enough + 1));
}

/**
 * The line with what was read beside it, where that is a mark of a list or plainly a word: as a line of its own, or in place of the rest of it that
 * was taken for a word (`p.-` of `c.c.p.-`).
 */
export function putBeside(
  line: RecognizedLine,
  { row, before, listed }: Omit<Beside, 'line' | 'crop'>,
  read: readonly RecognizedLine[],
): RecognizedLine[] {
  const words = read.flatMap((it) => it.words).filter(({ box }) => sharedWidth(box, row.box) > 0);
  const apart = words.filter(({ box }) => (before ? rightOf(box) <= line.box.x : box.x >= rightOf(line.box)));
  const mark = apart.map(({ text }) => text).join('');
  if (listed && MARK.test(mark)) return [line, lineOf(line, [joined(apart, mark)])];
  if (row.count < WORD.letters) return [line];
  // So many letters are read as a line that was passed over is.
  const plain = row.count >= FEWEST_LETTERS && isType(apart) ? apart : apart.filter(isPlain);
  const grown = words.find((word) => !apart.includes(word) && isPlain(word));
  const torso = grown && line.words.filter(({ box }) => 2 * sharedWidth(box, grown.box) > box.width);
  const rest = lettersOf(torso?.map(({ text }) => text).join('') ?? '');
  const all = lettersOf(grown?.text ?? '');
  const whole =
    grown && rest !== '' && (before ? all.endsWith(rest) : all.startsWith(rest))
      ? lineOf(
          line,
          line.words.flatMap((word) => (word === torso![0] ? [grown] : torso!.includes(word) ? [] : [word])),
        )
      : line;
  return plain.length > 0 ? [whole, lineOf(line, plain)] : [whole];
}

const isPlain = ({ text, confidence }: RecognizedWord) =>
  maybeCopyMark(text) ||
  (confidence >= WORD.sure && (text.match(/[\p{L}\p{N}]/gu) ?? []).length >= WORD.letters);

/** Letters and digits; of one that the engine doubled (`Pp`), one. */
const lettersOf = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/(.)\1/gu, '$1');

const lineOf = (line: RecognizedLine, words: readonly RecognizedWord[]): RecognizedLine => ({
  ...line,
  box: around(words.map(({ box }) => box)),
  words,
});

function joined(words: readonly RecognizedWord[], text: string): RecognizedWord {
  const confidence = Math.min(...words.map((word) => word.confidence));
  return { text, box: around(words.map(({ box }) => box)), confidence };
}
