import { around, bottomOf, centreOf, middleOf, overlap, rightOf } from '../boxes.ts';
import type { Box } from '../document.ts';
import { findComponents } from '../imaging/components.ts';
import type { GrayImage, OcrEngine, RecognizedLine } from '../ports/ocr-engine.ts';
import { findBeside, type LetterRow, putBeside } from './beside-lines.ts';
import type { Cleaned } from './clean.ts';
import { meanConfidence, said } from './confidence.ts';
import { readLinePictures } from './line-pictures.ts';

/** On a levelled page. */
const INK = 128;
/** In heights of a small x: letters that stand alone are as high, and as wide with one or two they touch. */
const LETTER = { least: 0.6, most: 2.2, widest: 4 };
/** In heights of a small x: letters of one line lie no farther apart, sentences and letter-spaced headings included, and a letter between that was read by itself. */
const APART = 4;
/** Fewer letters are strokes and stamps more often than words. */
const FEWEST = 4;
/** In heights of a small x: a line as high as this may be two. Letters with accents and tails reach 2.6. */
const TANGLED = 2.8;
/** A page with more is full of what is no type: handwriting, stains. Reading all would cost more than it gives. */
const MOST_LINES = 12;
/** Below, it was no type. Of the lines found on the measured pages those above were right. */
const SURE = 0.7;

/**
 * The lines that were read, and what is read line by line where letters stand that the engine's page layout passed over: a short line beside
 * a longer one, a name between stamps, what hangs beside lines, lines that stand so close that it took them for one. A second look at single lines costs some 50 ms each. EngineError as the engine says.
 */
export async function withMissed(
  lines: readonly RecognizedLine[],
  { image, letterHeight }: Pick<Cleaned, 'image' | 'letterHeight'>,
  engine: OcrEngine,
  signal?: AbortSignal,
): Promise<RecognizedLine[]> {
  if (letterHeight === null) return [...lines];
  const tangled = lines.filter(({ box }) => box.height > TANGLED * letterHeight);
  const single = lines.filter((line) => !tangled.includes(line));
  const rows = rowsOf(lettersOutside(single, image, letterHeight), letterHeight);
  const missed = linesOf(rows, letterHeight);
  if (missed.length > MOST_LINES) return [...lines];
  const look = (boxes: readonly Box[]) =>
    readLinePictures(
      boxes.map((box) => ({ image, box })),
      engine,
      signal,
    );
  const read = (await look(missed)).flatMap((found) => found.filter(isType));
  const parted = tangled.filter((line) => isParted(line, read));
  const kept = tangled.filter((line) => !parted.includes(line));
  const alone = read.filter((line) => !kept.some(({ box }) => isWithin(line.box, box)));
  // Of a line that was passed over, some letters may stand apart, too.
  const loose = rows.filter(({ count }) => count < FEWEST);
  const next = Math.max(0, ...lines.map((line) => line.block + 1));
  const all = [
    ...lines.filter((line) => !parted.includes(line) && !alone.some((it) => isPartOf(line, it))),
    ...alone.map((line, i) => ({ ...line, block: next + i })),
  ];
  const beside = findBeside(loose, all, letterHeight);
  const readBeside = await look(beside.map(({ crop }) => crop));
  let block = next + alone.length;
  return all.flatMap((line) => {
    let whole = line;
    const added: RecognizedLine[] = [];
    for (const [i, it] of beside.entries()) {
      if (it.line !== line) continue;
      const [grown, ...apart] = putBeside(whole, it, readBeside[i]!);
      whole = grown!;
      added.push(...apart.map((other) => ({ ...other, block: block++ })));
    }
    return [whole, ...added];
  });
}

/** Of what was read row by row, this many times as much must be said as by the line that holds the rows. */
const CLEARER = 1.1;

/** The engine takes lines that stand close for one, and mixes their words: read row by row they say more. */
function isParted(line: RecognizedLine, read: readonly RecognizedLine[]): boolean {
  const rows = read.filter(({ box }) => isWithin(box, line.box));
  return rows.length > 1 && said(rows) > CLEARER * said([line]);
}

const isWithin = (box: Box, other: Box): boolean =>
  middleOf(box) > other.y &&
  middleOf(box) < bottomOf(other) &&
  centreOf(box) > other.x &&
  centreOf(box) < rightOf(other);

/** A letter of a line that was passed over has been read by itself, and now with the others. */
const isPartOf = ({ box, words }: RecognizedLine, other: RecognizedLine): boolean =>
  2 * box.width < other.box.width &&
  words.every((word) => other.words.some((it) => overlap(word.box, it.box)));

/** Letters of a word that no stroke is taken for, and how sure of it the engine must be. */
const WORD = { letters: 5, sure: 0.8 };

/** A pen across a line takes the confidence of all its words but those it leaves alone. */
const isType = (line: RecognizedLine): boolean =>
  (meanConfidence([line]) ?? 0) >= SURE ||
  line.words.some(
    ({ text, confidence }) => confidence >= WORD.sure && (text.match(/\p{L}/gu) ?? []).length >= WORD.letters,
  );

/** The boxes of letters that no word covers. */
function lettersOutside(lines: readonly RecognizedLine[], image: GrayImage, x: number): Box[] {
  const { count, x0, y0, x1, y1 } = findComponents(image, INK);
  const words = lines.flatMap((line) => line.words.map(({ box }) => box));
  const letters: Box[] = [];
  for (let i = 0; i < count; i++) {
    const [width, height] = [x1[i]! - x0[i]! + 1, y1[i]! - y0[i]! + 1];
    if (height < LETTER.least * x || height > LETTER.most * x || width > LETTER.widest * x) continue;
    const [cx, cy] = [(x0[i]! + x1[i]!) / 2, (y0[i]! + y1[i]!) / 2];
    const covers = (box: Box) =>
      cx >= box.x - x / 2 &&
      cx <= box.x + box.width + x / 2 &&
      cy >= box.y - x / 2 &&
      cy <= box.y + box.height + x / 2;
    if (!words.some(covers)) letters.push({ x: x0[i]!, y: y0[i]!, width, height });
  }
  return letters;
}

function rowsOf(letters: readonly Box[], x: number): LetterRow[] {
  const open: { box: Box; count: number }[] = [];
  for (const letter of letters.toSorted((a, b) => a.x - b.x)) {
    const line = open.find(
      ({ box }) =>
        letter.x - (box.x + box.width) < APART * x &&
        Math.abs(letter.y + letter.height / 2 - (box.y + box.height / 2)) < 0.6 * x,
    );
    if (line) {
      line.box = around([line.box, letter]);
      line.count++;
    } else open.push({ box: letter, count: 1 });
  }
  return open;
}

/** Rows that are long enough to be a line, as the box around them with some paper. */
const linesOf = (rows: readonly LetterRow[], x: number): Box[] =>
  rows
    .filter(({ box, count }) => count >= FEWEST && box.height <= 2 * LETTER.most * x)
    .map(({ box }) => ({ x: box.x - x, y: box.y - x / 2, width: box.width + 2 * x, height: box.height + x }));
