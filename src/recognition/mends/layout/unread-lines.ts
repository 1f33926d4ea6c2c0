import { around, centreOf, middleOf, overlap, sharedWidth } from '../../../model/boxes.ts';
import type { Box } from '../../../model/document.ts';
import type { OcrEngine, RecognizedLine } from '../../../ports/ocr-engine.ts';
import type { Cleaned } from '../../clean.ts';
import { isType, said } from '../../confidence.ts';
import { readLinePictures } from '../../line-pictures.ts';
import type { Mend } from '../mend.ts';
import { maybeCopyMark } from '../spelling/copy-marks.ts';
import { findLetterLines, type LetterLine } from './letter-lines.ts';

export const unreadLines: Mend = {
  name: 'unread-lines',
  why: "The engine's layout passes over lines and the marks before them, takes two lines for one, and leaves off the ends of words.",
  apply: async (reading) => ({
    ...reading,
    lines: await readUnread(reading.lines, reading.page, reading.engine),
  }),
};

/** Letters of a line that no word covers: one may be a stroke. Where nothing of a line was read, fewer than four are dirt more often than a word. */
const UNREAD = { part: 2, whole: 4 };
/** In heights of a small x: numbers of one list (`1.-`, `2.-`) begin below each other. One letter by itself is a stroke more often than a number. */
const COLUMN = 0.7;
/** In heights of a small x. Words are no higher, with accents and tails 2.6; a higher one was read of two lines. */
const HIGHEST = 2.8;
/** A line of so few letters beside others was cut off one: `.C` and `.P` of `C.C.P. Archivo`. */
const BIT = 2;
/** In heights of a small x: so far reaches the box of a word beyond its letters. */
const NEAR = 0.33;
/** A line that was read has a part in a line of letters when it covers as many of them, or no more of any other: one may be the tail of a letter above. */
const PART = 2;
/** A page with more is full of what is no type: handwriting, stains. Reading all would cost more than it gives. */
const MOST = 40;
/** Paper around the letters, in heights of a small x. */
const PAPER = { x: 1.2, y: 0.5 };

/**
 * Finds the lines of letters that no line read covers well. Each is read by itself, together with the others that share a line read with it; of both readings
 * the one that says more stays. A look at a single line costs some 50 ms. EngineError as the engine says.
 */
export async function readUnread(
  lines: readonly RecognizedLine[],
  { image, letterHeight }: Pick<Cleaned, 'image' | 'letterHeight'>,
  engine: OcrEngine,
): Promise<readonly RecognizedLine[]> {
  if (letterHeight === null) return lines;
  const x = letterHeight;
  const words = lines.flatMap((line) => wordsOf(line, x));
  const found = findLetterLines(image, x)
    .filter(({ letters }) => letters.length >= UNREAD.part)
    .map((line) => compare(line, words));
  const numbered = found.filter(beginsUnread);
  const isListed = (it: Compared) =>
    numbered.includes(it) &&
    numbered.some((other) => other !== it && Math.abs(other.line.box.x - it.line.box.x) <= COLUMN * x);
  const groups = groupsOf(found, (it) => isUnread(it) || isListed(it));
  const pictures = groups.flatMap(({ letterLines }) =>
    letterLines.map(({ box }) => ({ image, box: withPaper(box, x) })),
  );
  if (pictures.length > MOST) return lines;
  const read = await readLinePictures(pictures, engine);
  const kept = new Set(lines);
  let block = Math.max(0, ...lines.map((line) => line.block + 1));
  for (const { letterLines, readLines } of groups) {
    const better = betterOf(read.splice(0, letterLines.length).flat(), readLines);
    if (better.length === 0) continue;
    for (const line of readLines) kept.delete(line);
    // Of a line in pieces, the last was the longest. Lines that were mixed are ordered by where they stand.
    const place = letterLines.length === 1 ? readLines.at(-1)?.block : undefined;
    for (const line of better) kept.add({ ...line, block: place ?? block++ });
  }
  return [...kept];
}

/** What was read of lines alone, where it says more than what was read of the whole page. Where nothing was, it must be type. */
function betterOf(alone: readonly RecognizedLine[], whole: readonly RecognizedLine[]) {
  if (whole.length === 0) return alone.filter(({ words }) => isType(words));
  return said(alone) > said(whole) ? alone : withCopyMark(alone, whole);
}

/** The engine is never sure of the mark of a copy, no word of any language: it is taken before what was read well without it. */
function withCopyMark(alone: readonly RecognizedLine[], whole: readonly RecognizedLine[]) {
  const mark = alone[0]?.words[0];
  const [line, ...others] = whole.toSorted((a, b) => a.box.x - b.box.x);
  if (!mark || !line || !maybeCopyMark(mark.text) || sharedWidth(mark.box, line.box) > 0) return [];
  return [{ ...line, box: around([mark.box, line.box]), words: [mark, ...line.words] }, ...others];
}

/** A line of letters beside what was read of it. */
interface Compared {
  readonly line: LetterLine;
  /** How many of the letters each line read covers. */
  readonly readBy: ReadonlyMap<RecognizedLine, number>;
  /** Letters that no word of this line alone covers, and whether the first is one of them. */
  readonly unread: number;
  readonly isFirstUnread: boolean;
}

/** A word that was read, and where letters are its own. */
interface Place {
  readonly of: RecognizedLine;
  readonly box: Box;
  /** Whether it may have been read of two lines, or is a bit that was cut off one. */
  readonly isBad: boolean;
}

function wordsOf(of: RecognizedLine, x: number): Place[] {
  const isBit = lettersIn(of) <= BIT;
  return of.words.map(({ box }) => ({
    of,
    box: grown(box, NEAR * x),
    isBad: isBit || box.height > HIGHEST * x,
  }));
}

function compare(line: LetterLine, words: readonly Place[]): Compared {
  const near = words.filter(({ box }) => overlap(box, line.box));
  const readBy = new Map<RecognizedLine, number>();
  let unread = 0;
  let isFirstUnread = false;
  for (const [i, letter] of line.letters.entries()) {
    const away = ({ box }: Place) => Math.abs(middleOf(box) - middleOf(letter));
    const [word] = near
      .filter(({ box }) => isOn(letter, box))
      .sort((a, b) => Number(a.isBad) - Number(b.isBad) || away(a) - away(b));
    if (word) readBy.set(word.of, 1 + (readBy.get(word.of) ?? 0));
    if (word && !word.isBad) continue;
    unread++;
    if (i === 0) isFirstUnread = true;
  }
  return { line, readBy, unread, isFirstUnread };
}

const isUnread = ({ readBy, unread }: Compared) => unread >= (readBy.size > 0 ? UNREAD.part : UNREAD.whole);

/** The number of a clause has one letter, and hangs before a line that was read. */
const beginsUnread = ({ readBy, isFirstUnread }: Compared) => isFirstUnread && readBy.size > 0;

/** Lines of letters, and the lines read that have parts in them. */
interface Group {
  readonly letterLines: readonly LetterLine[];
  readonly readLines: readonly RecognizedLine[];
}

/** Lines of letters that share a line read belong together: one cannot be replaced without the others. */
function groupsOf(all: readonly Compared[], isAsked: (it: Compared) => boolean): Group[] {
  const most = new Map<RecognizedLine, number>();
  for (const { readBy } of all)
    for (const [line, count] of readBy) most.set(line, Math.max(count, most.get(line) ?? 0));
  const partsIn = ({ readBy }: Compared) =>
    [...readBy].filter(([line, count]) => count >= Math.min(PART, most.get(line)!)).map(([line]) => line);
  const left = new Set(all);
  const groups: Group[] = [];
  for (const first of all.filter(isAsked)) {
    if (!left.delete(first)) continue;
    const group = [first];
    const readLines = new Set<RecognizedLine>();
    // The group grows while it is walked.
    for (const it of group)
      for (const line of partsIn(it)) {
        if (readLines.has(line)) continue;
        readLines.add(line);
        for (const other of left)
          if (partsIn(other).includes(line)) {
            left.delete(other);
            group.push(other);
          }
      }
    groups.push({ letterLines: group.map(({ line }) => line), readLines: [...readLines] });
  }
  return groups;
}

const lettersIn = ({ words }: RecognizedLine) =>
  words.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);

const isOn = (letter: Box, { x, y, width, height }: Box) =>
  centreOf(letter) >= x &&
  centreOf(letter) <= x + width &&
  middleOf(letter) >= y &&
  middleOf(letter) <= y + height;

const grown = ({ x, y, width, height }: Box, by: number): Box => ({
  ...{ x: x - by, y: y - by },
  ...{ width: width + 2 * by, height: height + 2 * by },
});

const withPaper = ({ x, y, width, height }: Box, letter: number): Box => ({
  ...{ x: x - PAPER.x * letter, y: y - PAPER.y * letter },
  ...{ width: width + 2 * PAPER.x * letter, height: height + 2 * PAPER.y * letter },
});
