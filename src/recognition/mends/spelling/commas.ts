import { partOf } from '../../../imaging/draw/part-of.ts';
import { findComponents } from '../../../imaging/measure/components.ts';
import { INK } from '../../../imaging/measure/drawing.ts';
import { median } from '../../../model/boxes.ts';
import type { GrayImage, RecognizedLine, RecognizedWord } from '../../../ports/ocr-engine.ts';
import { everyLine, type Mend } from '../mend.ts';

export const commas: Mend = {
  name: 'commas',
  why: 'A comma of a typewriter is read as an s where the two make a word: `Arroyos`.',
  apply: everyLine((line, { page }) => mendCommas(line, page.image, page.letterHeight)),
};

/** In heights of a small x: what stands higher above the foot of its line is a letter. A comma begins at 0.2 to 0.35, an s at 1. */
const LOW = 0.55;
/** In heights of a small x: a comma hangs at least this far below the line, and an s does not. */
const HANGS = 0.12;
/** In widths of a letter: what ends nearer to the end of the word is its last letter, and what lies below that a speck. */
const CELL = 0.4;
/** Letters of a word whose feet show where its line is. */
const FEWEST = 3;

/**
 * The engine reads a typewriter's comma as an s where the two make a word (`Arroyos`, `Guadalupes`). A last letter that begins near the
 * foot of the line and hangs below it is a comma.
 */
export function mendCommas(
  line: RecognizedLine,
  image: GrayImage,
  letterHeight: number | null,
): RecognizedLine {
  if (letterHeight === null) return line;
  return {
    ...line,
    words: line.words.map((word) =>
      /\p{L}{3}s$/u.test(word.text) && endsInComma(word, image, letterHeight)
        ? { ...word, text: word.text.replace(/s$/, ',') }
        : word,
    ),
  };
}

function endsInComma({ text, box }: RecognizedWord, image: GrayImage, x: number): boolean {
  // A tail may lie below the box of the word.
  const area = { ...box, height: box.height + Math.round(LOW * x) };
  const { count, x1, y0, y1 } = findComponents(partOf(image, area), INK);
  const pieces = Array.from({ length: count }, (_, i) => ({ right: x1[i]!, top: y0[i]!, foot: y1[i]! }));
  const letters = pieces.filter(({ top, foot }) => foot - top >= LOW * x);
  const last = pieces.toSorted((a, b) => a.right - b.right).at(-1);
  if (!last || letters.length < FEWEST || last.right < box.width - x) return false;
  const others = letters.filter((it) => it !== last);
  if (box.width - Math.max(...others.map(({ right }) => right)) < (CELL * box.width) / text.length)
    return false;
  const line = median(others.map(({ foot }) => foot));
  return last.top > line - LOW * x && last.foot >= line + HANGS * x;
}
