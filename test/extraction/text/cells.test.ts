import { describe, expect, it } from 'vitest';
import { cellOf, lettersTooMany } from '../../../src/extraction/text/cells.ts';
import { typedPage } from '../support/typed-page.ts';

const SENTENCE =
  'Por este conducto tengo el agrado de informar sobre trabajos realizados durante noviembre anterior mediante brigadas municipales permanentes conforme programa aprobado previamente';
const words = typedPage(SENTENCE).lines.flatMap((line) => line.words);
const long = words.find(({ text }) => text === 'permanentes')!;

describe('the cell of a page', () => {
  it('is that of its typewriter', () => {
    expect(cellOf(words)).toBeCloseTo(20, 0);
  });

  it('is none in print, where letters differ in width', () => {
    const printed = words.map((word, at) => ({
      ...word,
      upright: { ...word.upright, width: word.upright.width * (1 + 0.09 * ((at % 5) - 2)) },
    }));
    expect(cellOf(printed)).toBeNull();
  });

  it('is none where few words tell', () => {
    expect(cellOf(words.slice(0, 9))).toBeNull();
    expect(cellOf([])).toBeNull();
  });
});

describe('letters and cells', () => {
  it.each([
    ['permanentes', 0],
    ['permanen1tes', 1],
    ['permanents', -1],
  ])('%s: %d too many', (text, surplus) => {
    expect(lettersTooMany({ ...long, text }, 20)).toBe(surplus);
  });

  it('say nothing where the box ends between two cells', () => {
    const upright = { ...long.upright, width: long.upright.width + 10 };
    expect(lettersTooMany({ ...long, upright }, 20)).toBeNull();
  });
});
