import { describe, expect, it } from 'vitest';
import type { RecognizedLine } from '../../src/ports/ocr-engine.ts';
import { besideIn, findBeside } from '../../src/stages/beside-lines.ts';

const X = 18;
const line = (x: number, y: number): RecognizedLine => ({
  block: 0,
  box: { x, y, width: 900, height: 26 },
  words: [{ text: 'Queda', box: { x, y, width: 100, height: 26 }, confidence: 0.96 }],
});
const digit = (x: number, y: number) => ({ box: { x, y, width: 12, height: 24 }, count: 1 });
const lines = [line(476, 1464), line(476, 1514), line(476, 1560), line(476, 1656)];

describe('marks of a list', () => {
  it('are looked for where letters stand before a line, below each other', () => {
    const found = findBeside([digit(378, 1466), digit(378, 1562), digit(378, 1658)], lines, X);
    expect(found.map(({ to, listed }) => [to, listed])).toEqual([
      [476, true],
      [476, true],
      [476, true],
    ]);
    const [{ crop }] = found as [(typeof found)[0]];
    expect(crop.x).toBeLessThan(378);
    expect(crop.x + crop.width).toBeGreaterThan(476 + 5 * X);
    expect(crop.y + crop.height).toBeGreaterThan(1490);
  });

  it('are not one stroke alone, nor what stands elsewhere', () => {
    expect(findBeside([digit(378, 1466)], lines, X)).toEqual([]);
    expect(findBeside([digit(378, 1466), digit(420, 1562)], lines, X)).toEqual([]);
    expect(findBeside([digit(100, 1466), digit(100, 1562)], lines, X)).toEqual([]);
    expect(findBeside([digit(378, 1490), digit(378, 1600)], lines, X)).toEqual([]);
  });

  it('are so many that it is no list: none are read', () => {
    const many = Array.from({ length: 30 }, (_, i) => 100 + 50 * i);
    const rows = many.map((y) => line(476, y));
    const marks = many.map((y) => digit(378, y));
    expect(findBeside(marks, rows, X)).toEqual([]);
    expect(findBeside(marks.slice(0, 20), rows, X)).toHaveLength(20);
    const dirt = Array.from({ length: 300 }, (_, i) => digit(378, 100 + 50 * (i % 30)));
    expect(findBeside([...marks.slice(0, 2), ...dirt], rows, X)).toEqual([]);
  });
});

describe('words beside a line', () => {
  const letters = (x: number, y: number, count = 3) => ({ box: { x, y, width: 60, height: 24 }, count });

  it('are looked for at both ends of it, together with a part of it', () => {
    const [before] = findBeside([letters(390, 1466)], lines, X);
    expect(before).toMatchObject({ from: -Infinity, to: 476, listed: false, letters: 3 });
    expect(before!.crop.x).toBeLessThan(390);
    expect(before!.crop.x + before!.crop.width).toBeLessThan(476 + 15 * X);
    const [after] = findBeside([letters(1400, 1466)], lines, X);
    expect(after).toMatchObject({ from: 1376, to: Infinity, listed: false });
    expect(after!.crop.x).toBeGreaterThan(1376 - 15 * X);
    expect(after!.crop.x + after!.crop.width).toBeGreaterThan(1460);
  });

  it('are not single letters, nor far away, nor on another row', () => {
    expect(findBeside([letters(390, 1466, 1)], lines, X)).toEqual([]);
    expect(findBeside([letters(300, 1466)], lines, X)).toEqual([]);
    expect(findBeside([letters(390, 1486), letters(1400, 1490)], lines, X)).toEqual([]);
  });
});

describe('what was read before a line', () => {
  const crop = { x: 360, y: 1450, width: 320, height: 50 };
  const mark = { crop, from: -Infinity, to: 476, listed: true, letters: 1 };
  const word = { ...mark, listed: false, letters: 3 };
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
    expect(besideIn(read(['2.', 378], ['-', 408], ['Queda', 476]), mark)).toEqual([
      {
        block: 0,
        box: { x: 378, y: 1464, width: 44, height: 26 },
        words: [{ text: '2.-', box: { x: 378, y: 1464, width: 44, height: 26 }, confidence: 0.8 }],
      },
    ]);
    for (const text of ['IV.-', 'b)', '10°', '(a)'])
      expect(besideIn(read([text, 378]), mark)).toHaveLength(1);
  });

  it('is a word where there were letters enough, and the engine is sure', () => {
    expect(besideIn(read(['c.c.p.', 378], ['Queda', 476]), word)).toMatchObject([
      { box: { x: 378, width: 84 }, words: [{ text: 'c.c.p.' }] },
    ]);
    expect(besideIn(read(['c', 378], ['Queda', 476]), word)).toEqual([]);
    expect(besideIn(read(['c.c.p.', 378]), { ...word, letters: 1 })).toEqual([]);
    const [line] = read(['c.c.p.', 378]);
    const unsure = [{ ...line!, words: line!.words.map((it) => ({ ...it, confidence: 0.7 })) }];
    expect(besideIn(unsure, word)).toEqual([]);
  });

  it('is nothing where it does not look like one', () => {
    for (const text of ['y', '17', '~', 'lla.-', '---'])
      expect(besideIn(read([text, 378], ['Queda', 476]), mark)).toEqual([]);
    expect(besideIn(read(['Queda', 476]), mark)).toEqual([]);
  });
});
