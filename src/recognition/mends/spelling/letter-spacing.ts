import { INK } from '../../../imaging/measure/drawing.ts';
import { median } from '../../../model/boxes.ts';
import type { Box } from '../../../model/document.ts';
import type { GrayImage, RecognizedLine, RecognizedWord } from '../../../ports/ocr-engine.ts';
import type { Mend, Reading } from '../mend.ts';

export const letterSpacing: Mend = {
  name: 'letter-spacing',
  why: 'Headings typed with a blank after each letter (`P R E S E N T E`) come closed up.',
  apply: spellHeadings,
};

/** Three letters with blanks between are initials; four are a word set wide (`M E S A`). */
const FEWEST = 4;
/** In heights of a small x: the least and the usual blank. Typed ones are 1.0 to 1.7, printed ones 0.6; letters of one word 0.4. */
const BLANK = { least: 0.5, usual: 0.65 };
/** Parts of a broken letter lie closer. */
const ATTACHED = 0.4;
/** In heights of a small x: what is lower and narrower than this between letters is dirt. Chosen between a typed full stop (0.27 and more) and the narrowest capital. */
const DIRT = 0.4;
/**
 * Width of a word for each of its letters, in heights of a small x: 1.65 to 3.6 where it is set wide, 1.1 in typed capitals. In printed ones up to 1.65,
 * and carbon copies lose their thin strokes, which leaves blanks within letters: where not every letter is seen apart, it takes more. Beyond
 * the most a box reaches over other words.
 */
const ADVANCE = { apart: 1.6, unseen: 1.7, most: 4.5 };
/**
 * From letter to letter, in the usual width of a letter of the page: typed 2.0 where it is set wide, printed 1.94 to 2.5; printed capitals up to 1.9 (18 carbon
 * copies, 12 bent and 12 stained pages). From the second on it is set wide, unless it is larger type.
 */
const PACE = { least: 1.75, wide: 2 };
/** The least blank between letters at that pace (`T A` 0.44), in heights of a small x, and the usual one as a share of a letter: 0.5 and more, of large type 0.2. */
const PACED = { least: 0.35, share: 0.4 };
/** Words of four letters or more that tell the usual width: most of a page of fewer may be headings. */
const FEWEST_WORDS = 10;
/** Share of a word that is paper, where its letters are broken or smeared: set wide at least 0.46, bold letters 0.38; large type 0.1. */
const PAPER = { usual: 0.42, wide: 0.3 };
/** Share of the advance that a letter set wide takes, where it cannot be seen. */
const LETTER = 0.45;
/** Share of its width that a row of letters set wide is inked at most; of an underline, nearly all. Its ragged edge is as thick as pixels. */
const UNDERLINE = { share: 0.6, edge: 2 };

/** Mexican typists set headings wide, and records keep them as typed; elsewhere they are what the engine takes them for, words. */
function spellHeadings(reading: Reading): Reading {
  const { lines, page, engine } = reading;
  if (!engine.languages.includes('spa')) return reading;
  const usual = letterWidth(lines);
  return { ...reading, lines: lines.map((line) => spellOut(line, page.image, page.letterHeight, usual)) };
}

/** The usual width of a letter, in pixels of `lines`; null where they are too few to tell. */
export function letterWidth(lines: readonly RecognizedLine[]): number | null {
  const words = lines.flatMap((line) => line.words).filter(({ text }) => text.length >= FEWEST);
  return words.length < FEWEST_WORDS ? null : median(words.map(({ text, box }) => box.width / text.length));
}

/**
 * Headings typed with a blank after each letter (`P R E S E N T E`) come from the engine closed up. They are given back as
 * they stand, a word a letter, where the ink shows one piece for each letter and a blank between all of them. Beside
 * such a word shorter ones are taken as spaced, too (`O R D E N   D E L   D Í A`).
 */
export function spellOut(
  line: RecognizedLine,
  image: GrayImage,
  letterHeight: number | null,
  usual: number | null,
): RecognizedLine {
  if (letterHeight === null) return line;
  const spell = (fewest: number) =>
    line.words.map((word, i) =>
      // A box that reaches over the words behind it says nothing of the width of its letters.
      word.box.x + word.box.width > (line.words[i + 1]?.box.x ?? Number.POSITIVE_INFINITY) + letterHeight
        ? [word]
        : lettersOf(word, image, letterHeight, fewest, usual),
    );
  const long = spell(FEWEST);
  return long.every((word) => word.length === 1) ? line : { ...line, words: spell(2).flat() };
}

function lettersOf(
  word: RecognizedWord,
  image: GrayImage,
  x: number,
  fewest: number,
  usual: number | null,
): RecognizedWord[] {
  const [, spaced = '', tail = ''] = /^([\p{Lu}\p{N}]+)([^\p{L}\p{N}]*)$/u.exec(word.text) ?? [];
  if (spaced.length < fewest || word.box.width < (spaced.length - 1) * 2 * BLANK.least * x) return [word];
  const advance = word.box.width / spaced.length / x;
  const pace = usual === null ? null : paceOf(word, spaced.length, usual);
  // Beside a word set wide, the engine's box of another may begin within it.
  const byPace = pace !== null && spaced.length >= FEWEST && (pace >= PACE.least || fewest === FEWEST);
  if (spaced.length >= FEWEST && advance > ADVANCE.most) return [word];
  if (byPace ? pace < PACE.least : spaced.length >= FEWEST && advance < ADVANCE.apart) return [word];
  const pieces = piecesOf(word.box, image, x);
  // With blanks around it, the engine takes an M for NM.
  const letters = [...(pieces.length < spaced.length ? spaced.replace('NM', 'M') : spaced)];
  // A sign at the end (`R:`) stands with its letter.
  if (pieces.length < letters.length || pieces.length > letters.length + tail.length)
    return advance >= ADVANCE.unseen && isWide(word.box, pieces, pace) ? spread(word, letters, tail) : [word];
  const gaps = letters.slice(1).map((_, i) => pieces[i + 1]!.x - pieces[i]!.x - pieces[i]!.width);
  const [least, usually] = byPace
    ? [PACED.least * x, PACED.share * median(pieces.map(({ width }) => width))]
    : [BLANK.least * x, BLANK.usual * x];
  if (Math.min(...gaps) < least || median(gaps) < usually) return [word];
  return letters.map((letter, i) => {
    const last = i === letters.length - 1;
    const { x: left, y, height } = pieces[i]!;
    const end = pieces[last ? pieces.length - 1 : i]!;
    const box = { x: left, y, width: end.x + end.width - left, height };
    return { text: last ? letter + tail : letter, box, confidence: word.confidence };
  });
}

/** From the left of the first letter to that of the last, which is as wide as usual, with a sign behind it. */
const paceOf = ({ text, box }: RecognizedWord, letters: number, usual: number): number =>
  (box.width / usual - (text.length - letters) - 1) / (letters - 1);

function isWide({ width }: Box, pieces: readonly Box[], pace: number | null): boolean {
  const inked = pieces.reduce((sum, piece) => sum + piece.width, 0);
  const paper = pace !== null && pace >= PACE.wide ? PAPER.wide : PAPER.usual;
  return width - inked >= paper * width;
}

/** A word a letter, at even distances. */
function spread({ box, confidence }: RecognizedWord, letters: readonly string[], tail: string) {
  const advance = box.width / (letters.length - 1 + LETTER);
  return letters.map((letter, i) => ({
    text: i === letters.length - 1 ? letter + tail : letter,
    box: { ...box, x: box.x + i * advance, width: LETTER * advance },
    confidence,
  }));
}

/** What stands apart in the columns of a word, without dirt and underlines. */
function piecesOf(word: Box, { data, width, height }: GrayImage, x: number): Box[] {
  const [left, right] = [Math.max(0, Math.floor(word.x)), Math.min(width, Math.ceil(word.x + word.width))];
  const top = Math.max(0, Math.floor(word.y));
  let bottom = Math.min(height, Math.ceil(word.y + word.height));
  for (let y = bottom - 1; y > top + word.height / 2; y--) {
    const row = data.subarray(y * width + left, y * width + right);
    const inked = row.reduce((count, value) => count + Number(value < INK), 0);
    if (inked >= UNDERLINE.share * row.length) bottom = y - UNDERLINE.edge;
  }
  const pieces: { x: number; end: number; top: number; foot: number }[] = [];
  for (let column = left; column < right; column++) {
    let [inked, first, last] = [0, bottom, top];
    for (let y = top; y < bottom; y++) {
      if (data[y * width + column]! >= INK) continue;
      inked++;
      first = Math.min(first, y);
      last = y;
    }
    // One pixel in a column is a speck.
    if (inked < 2) continue;
    const piece = pieces.at(-1);
    if (piece && column - piece.end <= ATTACHED * x) {
      piece.end = column;
      piece.top = Math.min(piece.top, first);
      piece.foot = Math.max(piece.foot, last);
    } else pieces.push({ x: column, end: column, top: first, foot: last });
  }
  return pieces
    .filter((piece) => Math.max(piece.end - piece.x, piece.foot - piece.top) + 1 > DIRT * x)
    .map(({ x: at, end }) => ({ x: at, y: word.y, width: end + 1 - at, height: word.height }));
}
