import { describe, expect, it } from 'vitest';
import type { RecognizedLine } from '../../src/ports/ocr-engine.ts';
import { findListMarks, listMarkIn } from '../../src/stages/list-marks.ts';

const X = 18;
const line = (x: number, y: number): RecognizedLine => ({
  block: 0,
  box: { x, y, width: 900, height: 26 },
  words: [{ text: 'Queda', box: { x, y, width: 100, height: 26 }, confidence: 0.96 }],
});
const digit = (x: number, y: number) => ({ x, y, width: 12, height: 24 });
const lines = [line(476, 1464), line(476, 1514), line(476, 1560), line(476, 1656)];

describe('marks of a list', () => {
  it('are looked for where letters stand before a line, below each other', () => {
    const found = findListMarks([digit(378, 1466), digit(378, 1562), digit(378, 1658)], lines, X);
    expect(found.map(({ line: at }) => at)).toEqual([476, 476, 476]);
    const [{ crop }] = found as [(typeof found)[0]];
    expect(crop.x).toBeLessThan(378);
    expect(crop.x + crop.width).toBeGreaterThan(476 + 5 * X);
    expect(crop.y + crop.height).toBeGreaterThan(1490);
  });

  it('are not one stroke alone, nor what stands elsewhere', () => {
    expect(findListMarks([digit(378, 1466)], lines, X)).toEqual([]);
    expect(findListMarks([digit(378, 1466), digit(420, 1562)], lines, X)).toEqual([]);
    expect(findListMarks([digit(100, 1466), digit(100, 1562)], lines, X)).toEqual([]);
    expect(findListMarks([digit(378, 1490), digit(378, 1600)], lines, X)).toEqual([]);
  });

  it('are so many that it is no list: none are read', () => {
    const many = Array.from({ length: 30 }, (_, i) => 100 + 50 * i);
    const rows = many.map((y) => line(476, y));
    const marks = many.map((y) => digit(378, y));
    expect(findListMarks(marks, rows, X)).toEqual([]);
    expect(findListMarks(marks.slice(0, 20), rows, X)).toHaveLength(20);
    const dirt = Array.from({ length: 300 }, (_, i) => digit(378, 100 + 50 * (i % 30)));
    expect(findListMarks([...marks.slice(0, 2), ...dirt], rows, X)).toEqual([]);
  });
});

describe('what was read before a line', () => {
  const mark = { crop: { x: 360, y: 1450, width: 320, height: 50 }, line: 476 };
  const read = (...texts: readonly [string, number][]): RecognizedLine[] => [
    {
      ...line(378, 1464),
      words: texts.map(([text, x]) => ({
        text,
        box: { x, y: 1464, width: 14 * text.length, height: 26 },
        confidence: x < 476 ? 0.8 : 0.9,
      })),
    },
  ];

  it('is a mark, its pieces joined', () => {
    expect(listMarkIn(read(['2.', 378], ['-', 408], ['Queda', 476]), mark)).toEqual([
      {
        block: 0,
        box: { x: 378, y: 1464, width: 44, height: 26 },
        words: [{ text: '2.-', box: { x: 378, y: 1464, width: 44, height: 26 }, confidence: 0.8 }],
      },
    ]);
    for (const text of ['IV.-', 'b)', '10°', '(a)'])
      expect(listMarkIn(read([text, 378]), mark)).toHaveLength(1);
  });

  it('is nothing where it does not look like one', () => {
    for (const text of ['y', '17', '~', 'lla.-', '---'])
      expect(listMarkIn(read([text, 378], ['Queda', 476]), mark)).toEqual([]);
    expect(listMarkIn(read(['Queda', 476]), mark)).toEqual([]);
  });
});
