import { around } from '../../model/boxes.ts';
import type { Affine, Box, Line, Word } from '../../model/document.ts';
import type { Character, TextPiece } from './characters.ts';
import { type Rect, toBox } from './matrix.ts';

/** The raster that boxes are given in, and how page space maps to it. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly toPixels: Affine;
  /** The page's own order is not to be relied on: lines go from the top down. */
  readonly topDown: boolean;
}

// A paragraph ends where the next line begins more than this many line heights lower, or higher up the page.
const PARAGRAPH_GAP = 1.2;
// A new line starts where PDFium says so, and where a word's middle is this much of its height off the one before.
const SAME_LEVEL = 0.8;

/**
 * The visible words of a page in the order that the page states, in lines and blocks, boxes in pixels of the raster,
 * which is upright: `box` and `upright` are the same.
 */
export function toLines(pieces: readonly TextPiece[], raster: Raster): Line[] {
  const rows: Word[][] = [];
  let row: Word[] = [];
  let letters: Character[] = [];
  const endWord = () => {
    if (letters.length > 0) row.push(toWord(letters, raster));
    letters = [];
  };
  const endLine = () => {
    endWord();
    if (row.length > 0) rows.push(row);
    row = [];
  };
  for (const piece of pieces) {
    if (piece === 'line') endLine();
    else if (piece === 'space') endWord();
    else if (piece.visible) {
      letters.push(piece);
    }
  }
  endLine();
  const lines = rows.flatMap(splitJumps);
  if (raster.topDown) lines.sort((a, b) => middle(a[0]!.box) - middle(b[0]!.box));
  return inBlocks(lines);
}

function toWord(letters: readonly Character[], { width, height, toPixels }: Raster): Word {
  const drawn = letters.filter(({ rect }) => rect[2] > rect[0] && rect[3] > rect[1]);
  const rects = (drawn.length > 0 ? drawn : letters).map(({ rect }) => rect);
  const rect: Rect = [0, 1, 2, 3].map((i) =>
    (i < 2 ? Math.min : Math.max)(...rects.map((each) => each[i as 0])),
  ) as unknown as Rect;
  const box = toBox(rect, toPixels, width, height);
  return { text: letters.map(({ text }) => text).join(''), box, upright: box, confidence: 1 };
}

// Table cells and columns reach PDFium as one line now and then; a word off the level of the one before starts anew.
function splitJumps(row: readonly Word[]): Word[][] {
  const parts: Word[][] = [];
  for (const word of row) {
    const before = parts.at(-1)?.at(-1);
    const level =
      before && Math.abs(middle(before.box) - middle(word.box)) <= SAME_LEVEL * tallest(before.box, word.box);
    if (level) parts.at(-1)!.push(word);
    else parts.push([word]);
  }
  return parts;
}

const middle = ({ y, height }: Box) => y + height / 2;
const tallest = (a: Box, b: Box) => Math.max(a.height, b.height);

function inBlocks(rows: readonly (readonly Word[])[]): Line[] {
  const lines: Line[] = [];
  for (const words of rows) {
    const box = around(words.map((word) => word.box));
    const before = lines.at(-1);
    const gap = before ? box.y - (before.box.y + before.box.height) : 0;
    const apart = before && (gap > PARAGRAPH_GAP * tallest(box, before.box) || box.y < before.box.y);
    const block = before ? before.block + (apart ? 1 : 0) : 0;
    lines.push({ block, box, upright: box, words });
  }
  return lines;
}
