import { expect, it } from 'vitest';
import type { RecognizedLine } from '../../../../src/ports/ocr-engine.ts';
import { mendDoubledDigits } from '../../../../src/recognition/mends/spelling/doubled-digits.ts';

const CELL = 20;

/** A line of words as a typewriter sets them; a word has as many cells as it is said to have. */
function typed(words: readonly (readonly [text: string, cells: number])[]): RecognizedLine {
  const box = { x: 0, y: 0, width: 1, height: 30 };
  let x = 0;
  return {
    block: 0,
    box,
    words: words.map(([text, cells]) => {
      const box = { x, y: 0, width: (cells - 0.2) * CELL, height: 30 };
      x += (cells + 1) * CELL;
      return { text, confidence: 0.9, box };
    }),
  };
}
const PROSE =
  'conducto informar trabajos realizados durante noviembre anterior mediante brigadas municipales permanentes conforme programa';
const prose = PROSE.split(' ').map((word) => [word, word.length] as const);
const textOf = (lines: readonly RecognizedLine[]) =>
  lines
    .at(-1)!
    .words.map(({ text }) => text)
    .join(' ');

it.each([
  ['396 read as 3596', [['3596', 3]], '396'],
  ['733.8/86 read as 7353.8/86', [['7353.8/86', 8]], '733.8/86'],
  ['3596 that has four cells', [['3596', 4]], '3596'],
  ['two that may be doubled', [['3553', 3]], '3553'],
  ['a word without a 3', [['2596', 3]], '2596'],
  ['1988 read as 19838', [['19838.', 5]], '1988.'],
  ['1959 read as 19593', [['19593', 4]], '1959'],
  ['1988 read as 19288', [['19288', 4]], '1988'],
  ['a year in which either may be doubled', [['19328', 4]], '19328'],
  ['an amount, though it has fewer cells', [['$93,500', 6]], '$93,500'],
] as const)('%s', (_, words, expected) => {
  expect(textOf(mendDoubledDigits([typed(prose), typed(words)]))).toBe(expected);
});

it('print has no cells, and stays', () => {
  const line = typed([...prose, ['3596', 3]]);
  const words = line.words.map((word, at) => ({
    ...word,
    box: { ...word.box, width: word.box.width * (1 + 0.09 * ((at % 5) - 2)) },
  }));
  expect(textOf(mendDoubledDigits([{ ...line, words }]))).toContain('3596');
});
