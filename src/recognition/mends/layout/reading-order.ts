import { around, bottomOf, centreOf, median, middleOf, rightOf } from '../../../model/boxes.ts';
import type { RecognizedLine, RecognizedWord } from '../../../ports/ocr-engine.ts';
import type { Mend } from '../mend.ts';
import { rowsOf } from './line-rows.ts';
import { areRows, FEWEST, type Pair, pairsOf, type Row, textOf } from './read-across.ts';

export const readingOrder: Mend = {
  name: 'reading-order',
  why: 'The engine gives a line in two pieces, or all labels of a form before all values.',
  apply: (reading) => ({ ...reading, lines: orderLines(reading.lines) }),
};

/** In heights of a usual word. Typed word spaces are 0.9 to 1.3, after a full stop up to 1.9. */
const GAP = { each: 1.4, widest: 2.4 };
/** As a share of the white between two columns; it is one of so many as wide where there are three columns. */
const WORD_SPACE = { near: 0.75, most: 2 };
/** A card ends where the next row is this many times farther than rows of one card: room for a signature. */
const APART = 1.6;
/** Columns of prose have as many lines of as many words, of which this share begin at the margin. */
const PROSE = { rows: 6, words: 4, share: 0.5, across: 0.2 };
/** The white between columns is this many times as wide as a usual word space: an engine may cut lines between their words, all at one place. */
const GUTTER = 1.5;
/** The most words over a signature. */
const HEAD = 4;
/** Lines of as many words are prose: a gap that runs through several is a faded patch, unless it is straight. */
const WORDY = 6;
/** In heights of a usual word, and as a share of the lines of a column. */
const CENTRED = { within: 1, share: 0.75 };

/**
 * Puts lines into the order in which a person reads them. Pieces in one row are joined, and rows go from top to bottom. What stands side by side (signatures in
 * pairs, a letterhead beside a reference) is then taken apart: left before right, row of cards by row of cards. Rows of a form or a table stay whole. Columns of
 * prose stay in the engine's own order, which is made for them, below what stands above both.
 */
export function orderLines(lines: readonly RecognizedLine[]): RecognizedLine[] {
  const unit = median(lines.flatMap(({ words }) => words.map(({ box }) => box.height)));
  const rows = rowsOf(lines);
  const head = headOfColumns(rows, unit) ?? rows.length;
  const above = new Set(rows.slice(0, head).flat());
  const whole = [...rows.slice(0, head).map(joined), ...lines.filter((line) => !above.has(line))];
  const blocks = new Map<number, number>();
  const next = Math.max(0, ...lines.map(({ block }) => block)) + 1;
  return apart(whole, unit, { next }).map((line) => {
    if (!blocks.has(line.block)) blocks.set(line.block, blocks.size);
    return { ...line, block: blocks.get(line.block)! };
  });
}

function joined(row: readonly RecognizedLine[]): RecognizedLine {
  const [first] = row;
  return row.length === 1
    ? first!
    : {
        block: first!.block,
        box: around(row.map(({ box }) => box)),
        words: row.flatMap(({ words }) => words),
      };
}

/** How many rows stand above columns of prose that the engine found: letterhead and title. Null where there are no columns. */
function headOfColumns(rows: readonly (readonly RecognizedLine[])[], unit: number): number | null {
  const pairs = rows.flatMap((row, at) =>
    row.length > 1 ? [{ at, left: row[0]!, right: row.at(-1)! }] : [],
  );
  if (!areColumns(pairs, unit)) return null;
  const margin = median(pairs.map(({ right }) => right.box.x));
  const aligned = pairs.filter(({ right }) => isAt(margin, right, unit));
  const [first, last] = [aligned[0]!.at, aligned.at(-1)!.at];
  const crosses = (row: readonly RecognizedLine[]) =>
    row.some(({ box }) => box.x < margin - unit && rightOf(box) > margin + unit);
  // Hardly a line runs across both.
  const across = rows.slice(first, last).filter((row) => row.length === 1 && crosses(row));
  if (across.length >= PROSE.across * pairs.length) return null;
  return rows.slice(0, first).findLastIndex(crosses) + 1;
}

const isAt = (margin: number, { box }: RecognizedLine, unit: number) => Math.abs(box.x - margin) < unit / 2;

/** Lines of prose side by side: many words in each, and those on the right begin at one margin. */
function areColumns(pairs: readonly Pair[], unit: number): boolean {
  if (pairs.length < PROSE.rows) return false;
  const wordy = (['left', 'right'] as const).every(
    (side) => median(pairs.map((it) => it[side].words.length)) >= PROSE.words,
  );
  const margin = median(pairs.map(({ right }) => right.box.x));
  const aligned = pairs.filter(({ right }) => isAt(margin, right, unit));
  const gutter = median(pairs.map(({ left, right }) => right.box.x - rightOf(left.box)));
  const space = median(pairs.flatMap(({ left, right }) => [left, right].flatMap(spacesOf)));
  return wordy && aligned.length >= PROSE.share * pairs.length && gutter >= GUTTER * space;
}

const spacesOf = ({ words }: RecognizedLine): number[] =>
  words.slice(1).map(({ box }, i) => box.x - rightOf(words[i]!.box));

/** The next number of a block that nobody has. */
interface Blocks {
  next: number;
}

function apart(lines: readonly RecognizedLine[], unit: number, blocks: Blocks): RecognizedLine[] {
  const out: RecognizedLine[] = [];
  for (let at = 0; at < lines.length; ) {
    const rows = sharedCorridor(lines, at, unit);
    if (rows === null) out.push(lines[at++]!);
    else {
      out.push(...(areRows(rows) ? lines.slice(at, at + rows.length) : inColumns(rows, unit, blocks)));
      at += rows.length;
    }
  }
  return out;
}

/** The most lines from `at` on that a common corridor runs through. */
function sharedCorridor(lines: readonly RecognizedLine[], at: number, unit: number): Row[] | null {
  let best: Row[] | null = null;
  for (const gap of gapsOf(lines[at]!, unit)) {
    const found = along(lines, at, gap, unit);
    if (found !== null && found.length > (best?.length ?? 0)) best = found;
  }
  return best;
}

function along(lines: readonly RecognizedLine[], at: number, from: readonly [number, number], unit: number) {
  let corridor = from;
  let [end, cut, widest] = [at, 0, 0];
  for (; end < lines.length; end++) {
    if (end > at && middleOf(lines[end]!.box) < middleOf(lines[end - 1]!.box)) break;
    const gap = gapAround(lines[end]!, corridor);
    const shared = [Math.max(corridor[0], gap[0]), Math.min(corridor[1], gap[1])] as const;
    if (shared[1] - shared[0] < GAP.each * unit) break;
    corridor = shared;
    if (!Number.isFinite(gap[1] - gap[0])) continue;
    if (isWordSpace(lines[end]!, gap[1] - gap[0])) break;
    // Specks and rules on one side make no column.
    const sides = cutAt(lines[end]!, (gap[0] + gap[1]) / 2);
    if (![sides.left, sides.right].every((side) => /\p{L}|\p{N}/u.test(textOf(side)))) continue;
    cut++;
    widest = Math.max(widest, gap[1] - gap[0]);
  }
  if (cut < FEWEST || cut * 2 < end - at || widest < GAP.widest * unit) return null;
  const middle = (corridor[0] + corridor[1]) / 2;
  const rows = lines.slice(at, end).map((line) => cutAt(line, middle));
  // Cards alternate names with short posts, one centred below the other.
  const wordy = quartile(lines.slice(at, end).map(({ words }) => words.length)) >= WORDY;
  const pairs = pairsOf(rows);
  return wordy && !areColumns(pairs, unit) && !areCentred(pairs, unit) ? null : rows;
}

/**
 * Whether the lines on each side stand on one axis, and not at the margin of a paragraph. Most of them: where a pen crosses a name, its
 * box is too wide.
 */
function areCentred(pairs: readonly Pair[], unit: number): boolean {
  const agree = (values: readonly number[]) => {
    const near = values.filter((value) => Math.abs(value - median(values)) <= CENTRED.within * unit);
    return near.length >= CENTRED.share * values.length;
  };
  return (
    agree(pairs.map(({ left }) => centreOf(left.box))) &&
    agree(pairs.map(({ right }) => centreOf(right.box))) &&
    !agree(pairs.map(({ left }) => left.box.x))
  );
}

/** Each white of a line that may lie between columns. */
function gapsOf({ words }: RecognizedLine, unit: number): [number, number][] {
  return words
    .slice(1)
    .map(({ box }, i): [number, number] => [rightOf(words[i]!.box), box.x])
    .filter(([from, to]) => to - from >= GAP.each * unit);
}

/** Justified lines set every space wide, and after a comma type leaves more: a white that others of its line come near parts no columns. */
const isWordSpace = ({ words }: RecognizedLine, white: number) =>
  words.slice(1).filter(({ box }, i) => box.x - rightOf(words[i]!.box) >= WORD_SPACE.near * white).length >
  WORD_SPACE.most;

/** The white of a line at the middle of a corridor: endless where the line stands on one side of it. Empty where a word stands. */
function gapAround({ words }: RecognizedLine, [low, high]: readonly [number, number]): [number, number] {
  const middle = (low + high) / 2;
  let gap: [number, number] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const { box } of words) {
    if (rightOf(box) <= middle) gap = [Math.max(gap[0], rightOf(box)), gap[1]];
    else if (box.x >= middle) gap = [gap[0], Math.min(gap[1], box.x)];
    else return [middle, middle];
  }
  return gap;
}

function cutAt(whole: RecognizedLine, x: number): Row {
  const part = (words: readonly RecognizedWord[]) =>
    words.length === 0 ? null : { block: whole.block, box: around(words.map(({ box }) => box)), words };
  return {
    left: part(whole.words.filter(({ box }) => box.x < x)),
    right: part(whole.words.filter(({ box }) => box.x >= x)),
  };
}

function inColumns(rows: readonly Row[], unit: number, blocks: Blocks): RecognizedLine[] {
  return bandsOf(rows, unit).flatMap((band) => {
    const side = (of: 'left' | 'right') => {
      const block = blocks.next++;
      return apart(
        band.flatMap((row) => (row[of] ? { ...row[of], block } : [])),
        unit,
        blocks,
      );
    };
    return [...side('left'), ...side('right')];
  });
}

/** Rows of cards: cut where there is room for a signature. What one line says stands over the signature below it. */
function bandsOf(rows: readonly Row[], unit: number): Row[][] {
  if (areColumns(pairsOf(rows), unit)) return [[...rows]];
  const feet = rows.map((row) => footOf(row, unit));
  const steps = feet.slice(1).map((foot, i) => foot - feet[i]!);
  const usual = quartile(steps);
  const bands: Row[][] = [];
  for (const [i, row] of rows.entries())
    if (i > 0 && steps[i - 1]! <= APART * usual) bands.at(-1)!.push(row);
    else bands.push([row]);
  const heads = bands.some((band) => band.length > 1) || bands.length === 2;
  return heads ? joinHeads(bands) : bands;
}

/** `POR "EL MUNICIPIO"`, `EL SECRETARIO`: what a party is called, not the last words of a paragraph. */
const isHead = ({ left, right }: Row) => [left, right].every((side) => (side?.words.length ?? 0) <= HEAD);

/** In heights of a usual word. Higher is no letter, but the pen that crosses it. */
const PENNED = 1.5;

/** Where the letters of a row stand: boxes of lines reach up to accents and down to commas. */
function footOf({ left, right }: Row, unit: number): number {
  const boxes = [left, right].flatMap((side) => side?.words.map(({ box }) => box) ?? []);
  const typed = boxes.filter(({ height }) => height <= PENNED * unit);
  return median((typed.length > 0 ? typed : boxes).map(bottomOf));
}

function joinHeads(bands: readonly Row[][]): Row[][] {
  const joined: Row[][] = [];
  for (const band of bands)
    if (joined.at(-1)?.length === 1 && isHead(joined.at(-1)![0]!)) joined.at(-1)!.push(...band);
    else joined.push([...band]);
  return joined;
}

const quartile = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 4)] ?? 0;
