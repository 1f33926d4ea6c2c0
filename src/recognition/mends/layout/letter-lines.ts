import type { Drawing } from '../../../imaging/measure/drawing.ts';
import { around, bottomOf, median, rightOf } from '../../../model/boxes.ts';
import type { Box } from '../../../model/document.ts';

/** In heights of a small x: how high letters are, and how wide with those they touch. */
const LETTER = { least: 0.55, most: 2.3, widest: 6 };
/** In heights of a small x: letters of one line lie no farther apart, sentences and letter-spaced headings included; a mark of few letters lies farther from its clause. */
const APART = { letters: 4, mark: 7 };
/** A mark has fewer letters than this: `1.-`, `IV.`, `c.c.p.` */
const MARK = 4;
/** So many letters tell where a line runs: one or two of them may hang below it. */
const BACK = 8;
/** A letter stands in a line when this share of it lies between the feet and the tops of small letters there. */
const WITHIN = 0.5;
/** In heights of a small x: where a small letter ends above the feet, and how much higher or lower a piece of the same line stands. */
const LINE = { top: 1.1, step: 0.5 };

/** A line of type as its letters show it, whatever it says. */
export interface LetterLine {
  /** From left to right. */
  readonly letters: readonly Box[];
  readonly box: Box;
}

/** The lines of type on an upright page, from its letters and where they stand. `x` is the height of a small x, in pixels. */
export function findLetterLines(image: Drawing, x: number): LetterLine[] {
  return joined(piecesOf(lettersOf(image, x), x), x).map(({ letters }) => ({
    letters,
    box: around(letters),
  }));
}

function lettersOf(image: Drawing, x: number): Box[] {
  const { count, x0, y0, x1, y1 } = image.pieces();
  const letters: Box[] = [];
  for (let i = 0; i < count; i++) {
    const [width, height] = [x1[i]! - x0[i]! + 1, y1[i]! - y0[i]! + 1];
    if (height >= LETTER.least * x && height <= LETTER.most * x && width <= LETTER.widest * x)
      letters.push({ x: x0[i]!, y: y0[i]!, width, height });
  }
  return letters.sort((a, b) => a.x - b.x);
}

interface Piece {
  readonly letters: Box[];
  right: number;
  /** Where its last letters stand. */
  foot: number;
}

const footOf = (letters: readonly Box[]) => median(letters.map(bottomOf));

/** Letters that follow each other, each at the height of those before it. */
function piecesOf(letters: readonly Box[], x: number): Piece[] {
  const all: Piece[] = [];
  let open: Piece[] = [];
  for (const letter of letters) {
    open = open.filter(({ right }) => letter.x - right <= APART.letters * x);
    let [best, most]: [Piece | null, number] = [null, WITHIN];
    for (const piece of open) {
      const shared = shareWithin(letter, piece.foot, x);
      if (shared > most) [best, most] = [piece, shared];
    }
    if (best) add(best, [letter]);
    else {
      const piece = { letters: [letter], right: rightOf(letter), foot: bottomOf(letter) };
      all.push(piece);
      open.push(piece);
    }
  }
  return all;
}

function shareWithin(letter: Box, foot: number, x: number): number {
  const shared = Math.min(bottomOf(letter), foot) - Math.max(letter.y, foot - LINE.top * x);
  return shared / Math.min(letter.height, LINE.top * x);
}

function add(piece: Piece, letters: readonly Box[]): void {
  piece.letters.push(...letters);
  piece.right = Math.max(piece.right, ...letters.map(rightOf));
  piece.foot = footOf(piece.letters.slice(-BACK));
}

/** Pieces at one height are one line: a mark and its clause, and what a stain or a stop at another height parted. */
function joined(pieces: readonly Piece[], x: number): Piece[] {
  const all: Piece[] = [];
  let open: Piece[] = [];
  for (const piece of pieces) {
    const from = piece.letters[0]!.x;
    open = open.filter(({ right }) => from - right <= APART.mark * x);
    const near = open.filter((it) => {
      const few = Math.min(it.letters.length, piece.letters.length) < MARK;
      return from - it.right <= (few ? APART.mark : APART.letters) * x;
    });
    const step = (it: Piece) => Math.abs(it.foot - footOf(piece.letters.slice(0, BACK)));
    const level = near.filter((it) => step(it) <= LINE.step * x);
    if (level.length === 0) {
      all.push(piece);
      open.push(piece);
    } else {
      const to = level.reduce((a, b) => (step(b) < step(a) ? b : a));
      add(to, piece.letters);
      to.letters.sort((a, b) => a.x - b.x);
    }
  }
  return all;
}
