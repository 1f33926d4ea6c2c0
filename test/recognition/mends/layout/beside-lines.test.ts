import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTesseractJs } from '../../../../src/adapters/ocr-engine/tesseract-js/tesseract-js.ts';
import { around } from '../../../../src/model/boxes.ts';
import type { OcrEngine, RecognizedLine } from '../../../../src/ports/ocr-engine.ts';
import { besideLines, findBeside, putBeside } from '../../../../src/recognition/mends/layout/beside-lines.ts';
import { mended } from '../../../support/reading.ts';
import { typedPage } from '../../../support/typed-page.ts';

const X = 18;
const line = (x: number, y: number): RecognizedLine => ({
  block: 0,
  box: { x, y, width: 900, height: 26 },
  words: Array.from({ length: 8 }, (_, i) => ({
    text: 'Queda',
    box: { x: x + 114 * i, y, width: 100, height: 26 },
    confidence: 0.96,
  })),
});
const digit = (x: number, y: number) => ({ box: { x, y, width: 12, height: 24 }, count: 1 });
const lines = [line(476, 1464), line(476, 1514), line(476, 1560), line(476, 1656)];

describe('marks of a list', () => {
  it('are looked for where letters stand before a line, below each other', () => {
    const found = findBeside([digit(378, 1466), digit(378, 1562), digit(378, 1658)], lines, X);
    expect(found.map(({ line: { box }, before, listed }) => [box.y, before, listed])).toEqual([
      [1464, true, true],
      [1560, true, true],
      [1656, true, true],
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
    expect(before).toMatchObject({ line: lines[0], before: true, listed: false, row: { count: 3 } });
    expect(before!.crop.x).toBeLessThan(390);
    expect(before!.crop.x + before!.crop.width).toBeLessThan(476 + 22 * X);
    const [after] = findBeside([letters(1400, 1466)], lines, X);
    expect(after).toMatchObject({ line: lines[0], before: false, listed: false });
    expect(after!.crop.x).toBeGreaterThan(1376 - 22 * X);
    expect(after!.crop.x + after!.crop.width).toBeGreaterThan(1460);
  });

  it('are looked for farther along where they may be the rest of a word', () => {
    const rest = (gap: number, wide: number) => ({
      box: { x: 1374 + gap * X, y: 1466, width: wide * X, height: 24 },
      count: 9,
    });
    expect(findBeside([rest(1, 11)], lines, X)).toHaveLength(1);
    expect(findBeside([rest(2, 11)], lines, X)).toEqual([]);
    expect(findBeside([rest(1, 13)], lines, X)).toEqual([]);
    // Though there is much dirt beside other lines.
    const dirt = Array.from({ length: 300 }, (_, i) => digit(378, 1464 + 0.01 * i));
    expect(findBeside([...dirt, rest(1, 11)], lines, X).map(({ row }) => row.count)).toEqual([9]);
  });

  it('are not single letters, nor far away, nor on another row', () => {
    expect(findBeside([letters(390, 1466, 1)], lines, X)).toEqual([]);
    expect(findBeside([letters(300, 1466)], lines, X)).toEqual([]);
    expect(findBeside([letters(390, 1486), letters(1400, 1490)], lines, X)).toEqual([]);
  });
});

describe('what was read beside a line', () => {
  const typed = (text: string, x: number, confidence = 0.9) => ({
    text,
    box: { x, y: 1464, width: 14 * text.length, height: 26 },
    confidence,
  });
  const lineOf = (...words: ReturnType<typeof typed>[]): RecognizedLine => ({
    block: 0,
    box: { x: words[0]!.box.x, y: 1464, width: 900, height: 26 },
    words,
  });
  const read = lineOf(typed('Queda', 476), typed('prohibido', 560));
  const mark = {
    row: { box: { x: 378, y: 1464, width: 40, height: 26 }, count: 1 },
    before: true,
    listed: true,
  };
  const word = { row: { ...mark.row, count: 2 }, before: true, listed: false };
  const textOf = (lines: readonly RecognizedLine[]) =>
    lines.map(({ words }) => words.map(({ text }) => text).join(' '));

  it('is a mark, its pieces joined', () => {
    const [line, added] = putBeside(read, mark, [
      lineOf(typed('2.', 378, 0.8), typed('-', 408), typed('Queda', 476)),
    ]);
    expect(line).toBe(read);
    expect(added).toEqual({
      block: 0,
      box: { x: 378, y: 1464, width: 44, height: 26 },
      words: [{ text: '2.-', box: { x: 378, y: 1464, width: 44, height: 26 }, confidence: 0.8 }],
    });
    for (const text of ['IV.-', 'b)', '10°', '(a)'])
      expect(textOf(putBeside(read, mark, [lineOf(typed(text, 378))]))).toEqual(['Queda prohibido', text]);
  });

  it('is a word where there were letters enough, and the engine is sure', () => {
    const found = (text: string, beside: typeof word, confidence = 0.9) =>
      textOf(putBeside(read, beside, [lineOf(typed(text, 378, confidence), typed('Queda', 476))]));
    expect(found('c.c.p.', word)).toEqual(['Queda prohibido', 'c.c.p.']);
    expect(found('c', word)).toEqual(['Queda prohibido']);
    expect(found('Archivo', word, 0.7)).toEqual(['Queda prohibido']);
    expect(found('c.c.p.', { ...word, row: mark.row })).toEqual(['Queda prohibido']);
  });

  it('is all that was read of letters that are enough for a line', () => {
    const found = (count: number, confidence: number) =>
      textOf(
        putBeside(read, { ...word, row: { ...word.row, count } }, [
          lineOf(typed('y', 378, confidence), typed('agua', 400, confidence)),
        ]),
      );
    expect(found(5, 0.75)).toEqual(['Queda prohibido', 'y agua']);
    expect(found(5, 0.6)).toEqual(['Queda prohibido']);
    expect(found(3, 0.75)).toEqual(['Queda prohibido']);
  });

  it('is the rest of a word of which a part was read', () => {
    const torso = lineOf(typed('p.-', 434), typed('Archivo', 500));
    const whole = (text: string) =>
      textOf(putBeside(torso, word, [lineOf(typed(text, 378), typed('Archivo', 500))]));
    expect(whole('c.c.p.-')).toEqual(['c.c.p.- Archivo']);
    expect(whole('Cecopa:')).toEqual(['p.- Archivo']);
    expect(textOf(putBeside(torso, word, [lineOf(typed('C.C.Pp.—', 378, 0.1))]))).toEqual([
      'C.C.Pp.— Archivo',
    ]);
    const behind = {
      row: { box: { x: 600, y: 1464, width: 40, height: 26 }, count: 2 },
      before: false,
      listed: false,
    };
    const end = lineOf(typed('Queda', 476), typed('prohi', 550));
    expect(textOf(putBeside(end, behind, [lineOf(typed('Queda', 476), typed('prohibido', 550))]))).toEqual([
      'Queda prohibido',
    ]);
  });

  it('is nothing where it does not look like one', () => {
    for (const text of ['y', '17', '~', 'lla.-', '---'])
      expect(putBeside(read, mark, [lineOf(typed(text, 378), typed('Queda', 476))])).toEqual([read]);
    expect(putBeside(read, mark, [lineOf(typed('Queda', 476))])).toEqual([read]);
    expect(putBeside(read, word, [])).toEqual([read]);
  });
});

describe('on a page', () => {
  let engine: OcrEngine;
  beforeAll(async () => {
    engine = await openTesseractJs({ languages: ['spa'] });
  });
  afterAll(() => engine.close());
  const textOf = ({ words }: RecognizedLine) => words.map(({ text }) => text).join(' ');

  it('the rest of a word within which a line ended is read', async () => {
    const { image } = await typedPage('memorandum', 5, 250);
    const read = await engine.recognize(image, { dpi: 250 });
    const whole = read.find(({ words }) => words.length > 5 && words.at(-1)!.text.length > 8)!;
    const last = whole.words.at(-1)!;
    const width = (3.3 * last.box.width) / last.text.length;
    const kept = { ...last, text: last.text.slice(0, 3), box: { ...last.box, width } };
    const words = [...whole.words.slice(0, -1), kept];
    const cut = { ...whole, words, box: around(words.map(({ box }) => box)) };
    const given = read.map((it) => (it === whole ? cut : it));
    const all = await mended(besideLines, given, { image, letterHeight: X, engine });
    expect(all.map(textOf)).toContainEqual(textOf(whole));
    expect(all).toHaveLength(read.length);
  });
});
