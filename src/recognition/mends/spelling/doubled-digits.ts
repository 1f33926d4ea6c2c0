import { cellOf, lettersTooMany } from '../../../extraction/text/cells.ts';
import type { RecognizedLine, RecognizedWord } from '../../../ports/ocr-engine.ts';
import type { Mend } from '../mend.ts';

export const doubledDigits: Mend = {
  name: 'doubled-digits',
  why: 'One digit of a typewriter is read as two: a 3 as 35.',
  apply: (reading) => ({ ...reading, lines: mendDoubledDigits(reading.lines) }),
};

/**
 * The engine reads one digit of a typewriter as two now and then, the second much like it: a 3 as 35 or 53 (seven times on 126 generated
 * pages), and an 8 or 9 with a 2 or 3 beside it (six times on some 400, all in years). Where a word has one letter more
 * than cells, the second goes. Printed pages have no cells, and stay as they are.
 */
export function mendDoubledDigits(lines: readonly RecognizedLine[]): RecognizedLine[] {
  const cell = cellOf(lines.flatMap(({ words }) => words.map(boxed)));
  if (cell === null) return [...lines];
  return lines.map((line) => ({ ...line, words: line.words.map((word) => mended(word, cell)) }));
}

const boxed = ({ text, box }: RecognizedWord) => ({ text, upright: box });

function mended(word: RecognizedWord, cell: number): RecognizedWord {
  const text = readOnce(word.text);
  return text !== null && lettersTooMany(boxed(word), cell) === 1 ? { ...word, text } : word;
}

/** A year with a digit too many. */
const YEAR = /^\P{N}?(?:19|20)\d{3}\P{N}?$/u;
const BESIDE = { three: /5(?=3)|(?<=3)5/g, year: /[23](?=[89])|(?<=[89])[23]/g };

function readOnce(text: string): string | null {
  if (/35|53/.test(text)) return without(text, BESIDE.three);
  return YEAR.test(text) ? without(text, BESIDE.year) : null;
}

/** Null where there is not one place, but several or none. */
const without = (text: string, digit: RegExp) =>
  text.match(digit)?.length === 1 ? text.replace(digit, '') : null;
