import type { Line, Word } from '../document.ts';
import { cellOf, lettersTooMany } from '../extraction/cells.ts';

/**
 * The engine reads a typewriter's 3 as 35 or 53 now and then (seven times on 126 generated pages, and no other digit): where a word has
 * one letter more than cells, the 5 goes. Printed pages have no cells, and stay as they are.
 */
export function mendThrees(lines: readonly Line[]): Line[] {
  const cell = cellOf(lines.flatMap(({ words }) => words));
  if (cell === null) return [...lines];
  return lines.map((line) => ({ ...line, words: line.words.map((word) => mended(word, cell)) }));
}

function mended(word: Word, cell: number): Word {
  const doubled = [...word.text.matchAll(/35|53/g)];
  return doubled.length === 1 && lettersTooMany(word, cell) === 1
    ? { ...word, text: word.text.replace(/35|53/, '3') }
    : word;
}
