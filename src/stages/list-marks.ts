import { middleOf, rightOf } from '../boxes.ts';
import type { Box } from '../document.ts';
import type { RecognizedLine } from '../ports/ocr-engine.ts';

/** In heights of a small x. A mark is no wider (`XVIII.-`), stands this far before its line at most, and its letters this near its middle. */
const REACH = { wide: 6, before: 7, level: 0.7 };
/** In heights of a small x: marks of one list begin or end below each other. */
const COLUMN = 0.7;
/** One is a stroke more often than a list. */
const FEWEST = 2;
/** More are no list, and would cost more than they give: 60 ms each. */
const MOST = 24;
/** So many pieces before lines are dirt: no need to compare each with each. */
const DIRT = 10 * MOST;
/** So much of the line is read with its mark, in heights of a small x: a mark alone is too little for the engine to go by. */
const WITH = 12;
/** `1.-`, `IV.`, `b)`, `10°` */
const MARK = /^[([]?(?:\d{1,3}|[IVXL]{1,6}|\p{L})(?:[.)\]°ºª-]{1,3})$/u;

/** A mark of a list that was not read, and where to look for it. */
export interface ListMark {
  readonly crop: Box;
  /** Where the line begins that it stands before. */
  readonly line: number;
}

/**
 * Clauses and conditions hang beside their numbers, with a gap between that makes the engine's layout pass over them. `loose` are the
 * boxes of letters that no word covers: those that stand before a line, below each other, are marks.
 */
export function findListMarks(
  loose: readonly Box[],
  lines: readonly RecognizedLine[],
  x: number,
): ListMark[] {
  const beside = loose.flatMap((box) => {
    const line = lines.find(
      (it) =>
        rightOf(box) <= it.box.x &&
        it.box.x - box.x <= REACH.before * x &&
        box.width <= REACH.wide * x &&
        Math.abs(middleOf(box) - middleOf(it.box)) <= REACH.level * x,
    );
    return line ? [{ box, line: line.box }] : [];
  });
  if (beside.length > DIRT) return [];
  const near = (a: number, b: number) => Math.abs(a - b) <= COLUMN * x;
  const listed = beside.filter(
    ({ box }) =>
      beside.filter((other) => near(other.box.x, box.x) || near(rightOf(other.box), rightOf(box))).length >=
      FEWEST,
  );
  if (listed.length > MOST) return [];
  return listed.map(({ box, line }) => {
    const top = Math.min(box.y, line.y) - x / 2;
    const bottom = Math.max(box.y + box.height, line.y + line.height) + x / 2;
    return {
      crop: { x: box.x - x, y: top, width: line.x + WITH * x - box.x + x, height: bottom - top },
      line: line.x,
    };
  });
}

/** What was read before the line, where it is a mark. */
export function listMarkIn(read: readonly RecognizedLine[], { line }: ListMark): RecognizedLine[] {
  return read.flatMap((it) => {
    const words = it.words.filter(({ box }) => box.x + box.width / 2 < line);
    const [first] = words;
    const text = words.map((word) => word.text).join('');
    if (!first || !MARK.test(text)) return [];
    const right = Math.max(...words.map(({ box }) => rightOf(box)));
    const box = { ...first.box, width: right - first.box.x };
    const confidence = Math.min(...words.map((word) => word.confidence));
    return [{ ...it, box, words: [{ text, box, confidence }] }];
  });
}
