import { around, centreOf, middleOf, rightOf } from '../boxes.ts';
import type { Box } from '../document.ts';
import type { RecognizedLine, RecognizedWord } from '../ports/ocr-engine.ts';

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

/** Letters that follow each other at one height, and that no word covers. */
export interface LetterRow {
  readonly box: Box;
  readonly count: number;
}

/** Letters beside a line that were not read with it, and where to look for them. */
export interface Beside {
  readonly crop: Box;
  /** Where they stand. */
  readonly from: number;
  readonly to: number;
  /** Whether others stand below or above them, as the numbers of a list do. */
  readonly listed: boolean;
  readonly letters: number;
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
    return line ? [{ ...row, line: line.box, before: rightOf(row.box) <= line.box.x }] : [];
  });
  if (beside.length > DIRT) return [];
  const near = (a: number, b: number) => Math.abs(a - b) <= COLUMN * x;
  const isListed = ({ box, before }: (typeof beside)[0]) =>
    before &&
    beside.filter((it) => near(it.box.x, box.x) || near(rightOf(it.box), rightOf(box))).length >= FEWEST;
  const found = beside
    .map((it) => ({ ...it, listed: isListed(it) }))
    .filter(({ listed, count }) => listed || count >= WORD.letters);
  if (found.length > MOST) return [];
  return found.map(({ box, line, before, listed, count }) => {
    const part = before
      ? { ...line, width: Math.min(line.width, WITH * x) }
      : { ...line, x: Math.max(line.x, rightOf(line) - WITH * x), width: Math.min(line.width, WITH * x) };
    const both = around([box, part]);
    return {
      crop: { x: both.x - x, y: both.y - x / 2, width: both.width + 2 * x, height: both.height + x },
      from: before ? -Infinity : rightOf(line),
      to: before ? line.x : Infinity,
      listed,
      letters: count,
    };
  });
}

function isBeside(row: Box, line: Box, x: number): boolean {
  const gap = Math.max(line.x - rightOf(row), row.x - rightOf(line));
  return (
    gap >= 0 &&
    gap + row.width <= REACH.beside * x &&
    row.width <= REACH.wide * x &&
    Math.abs(middleOf(row) - middleOf(line)) <= REACH.level * x
  );
}

/** What was read beside the line, where it is a mark of a list or plainly a word. */
export function besideIn(
  read: readonly RecognizedLine[],
  { from, to, listed, letters }: Beside,
): RecognizedLine[] {
  return read.flatMap((it) => {
    const words = it.words.filter(({ box }) => centreOf(box) > from && centreOf(box) < to);
    if (words.length === 0) return [];
    const mark = words.map(({ text }) => text).join('');
    if (listed && MARK.test(mark)) return [lineOf(it, [joined(words, mark)])];
    const plain = letters >= WORD.letters ? words.filter(isPlain) : [];
    return plain.length > 0 ? [lineOf(it, plain)] : [];
  });
}

const isPlain = ({ text, confidence }: RecognizedWord) =>
  confidence >= WORD.sure && (text.match(/[\p{L}\p{N}]/gu) ?? []).length >= WORD.letters;

const lineOf = (line: RecognizedLine, words: readonly RecognizedWord[]): RecognizedLine => ({
  ...line,
  box: around(words.map(({ box }) => box)),
  words,
});

function joined(words: readonly RecognizedWord[], text: string): RecognizedWord {
  const [first] = words;
  const right = Math.max(...words.map(({ box }) => rightOf(box)));
  const confidence = Math.min(...words.map((word) => word.confidence));
  return { text, box: { ...first!.box, width: right - first!.box.x }, confidence };
}
