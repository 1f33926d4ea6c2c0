import { median } from '../../model/boxes.ts';
import type { Word } from '../../model/document.ts';

// A typewriter gives every letter a cell of one width, so that the box of a word tells how many letters it has, whatever OCR read.
// The first and the last one leave about a tenth of their cells empty, a dot at the end nearly half of its own.
const EMPTY = 0.2;
const EMPTY_DOT = 0.5;
const FEWEST_LETTERS = 6;
const FEWEST_WORDS = 12;
// Of 57 generated pages the typed ones had at least 0.69, mostly over 0.85 of their long words within this of a whole number; printed ones at most 0.55.
const NEAR_WHOLE = 0.3;
const TYPED_SHARE = 0.75;

/** The width of a typewriter's cell on a page, in pixels; null where the page is printed or has too few words to tell. */
export function cellOf(words: readonly Word[]): number | null {
  const long = words.filter(({ text }) => text.length >= FEWEST_LETTERS && /^[\p{L}\d]+$/u.test(text));
  if (long.length < FEWEST_WORDS) return null;
  const cell = median(long.map(({ text, upright }) => upright.width / (text.length - EMPTY)));
  const fitting = long.filter((word) => Math.abs(cellsIn(word, cell) - word.text.length) < NEAR_WHOLE);
  return cell > 0 && fitting.length >= TYPED_SHARE * long.length ? cell : null;
}

const cellsIn = ({ text, upright }: Word, cell: number): number =>
  upright.width / cell + (/[.,:;]$/.test(text) ? EMPTY_DOT : EMPTY);

/** How many letters more than it has cells a word was read with; negative where letters are missing, null where its box does not tell. */
export function lettersTooMany(word: Word, cell: number): number | null {
  const cells = cellsIn(word, cell);
  const whole = Math.round(cells);
  return Math.abs(cells - whole) < NEAR_WHOLE ? word.text.length - whole : null;
}
