import { describe, expect, it } from 'vitest';
import type { RecognizedLine } from '../../../../src/ports/ocr-engine.ts';
import { letterWidth, spellOut } from '../../../../src/recognition/mends/spelling/letter-spacing.ts';

const X = 18;
const [WIDTH, HEIGHT] = [900, 60];

/** Letters as bars of ten pixels, one at each of these columns; a colon as two dots. */
function drawn(columns: readonly number[], colon?: number) {
  const data = new Uint8Array(WIDTH * HEIGHT).fill(255);
  for (const x of columns) for (let y = 20; y < 45; y++) data.fill(0, y * WIDTH + x, y * WIDTH + x + 10);
  if (colon !== undefined)
    for (const y of [30, 31, 32, 42, 43, 44]) data.fill(0, y * WIDTH + colon, y * WIDTH + colon + 4);
  return { data, width: WIDTH, height: HEIGHT };
}
const word = (text: string, x: number, width: number) => ({
  text,
  box: { x, y: 18, width, height: 28 },
  confidence: 0.9,
});
const lineOf = (...words: ReturnType<typeof word>[]): RecognizedLine => ({
  block: 0,
  box: { x: 0, y: 18, width: WIDTH, height: 28 },
  words,
});
const texts = ({ words }: RecognizedLine) => words.map(({ text }) => text);
const every = (from: number, step: number, count: number) =>
  Array.from({ length: count }, (_, i) => from + i * step);

describe('letter-spaced words', () => {
  it('are given a word a letter, each box on its letter', () => {
    const columns = every(100, 40, 8);
    const spelt = spellOut(lineOf(word('PRESENTE', 100, 290)), drawn(columns), X, null);
    expect(texts(spelt)).toEqual([...'PRESENTE']);
    expect(spelt.words.map(({ box }) => box.x)).toEqual(columns);
    expect(spelt.words.every(({ box }) => box.width === 10)).toBe(true);
  });

  it('keep the sign at their end', () => {
    const image = drawn(every(100, 40, 7), 360);
    expect(texts(spellOut(lineOf(word('CONSTAR:', 100, 264)), image, X, null))).toEqual([...'CONSTA', 'R:']);
  });

  it('have no more letters than there is ink: NM is an M', () => {
    const columns = every(100, 40, 11);
    expect(texts(spellOut(lineOf(word('ATENTANMENTE', 100, 410)), drawn(columns), X, null))).toEqual([
      ...'ATENTAMENTE',
    ]);
  });

  it('are seen where a letter is broken: by their pace, and the paper between them', () => {
    const columns = [...every(100, 46, 8), 172];
    const spelt = spellOut(lineOf(word('PRESENTE', 100, 332)), drawn(columns), X, null);
    expect(texts(spelt)).toEqual([...'PRESENTE']);
    for (const [i, { box }] of spelt.words.entries())
      expect(Math.abs(box.x - (100 + 46 * i))).toBeLessThan(X);
  });

  it.each([
    ['of which a carbon copy lost the thin strokes', [100, 118, 139, 156, 175, 200, 219, 243], 154],
    ['whose box reaches over other words', [100, 104], 700],
  ])('are not seen in a word %s', (_, columns, width) => {
    expect(texts(spellOut(lineOf(word('LOZANO', 100, width)), drawn(columns), X, null))).toEqual(['LOZANO']);
  });

  it('are seen above an underline, and with dirt between them', () => {
    const columns = every(100, 40, 8);
    const image = drawn(columns);
    for (let y = 43; y < 46; y++) image.data.fill(0, y * WIDTH + 98, y * WIDTH + 392);
    for (let y = 38; y < 41; y++) image.data.fill(0, y * WIDTH + 163, y * WIDTH + 166);
    expect(texts(spellOut(lineOf(word('PRESENTE', 100, 290)), image, X, null))).toEqual([...'PRESENTE']);
  });

  it('are not made of a word whose box reaches over the next ones', () => {
    const image = drawn([...every(100, 12, 8), ...every(300, 60, 6)]);
    const line = lineOf(word('CONTRATO', 100, 520), word('AL', 290, 40));
    expect(texts(spellOut(line, image, X, null))).toEqual(['CONTRATO', 'AL']);
  });

  it('take short words beside them along', () => {
    const image = drawn([...every(100, 40, 5), ...every(400, 40, 3), ...every(620, 40, 3)]);
    const line = lineOf(word('ORDEN', 100, 170), word('DEL', 400, 90), word('DÍA', 620, 90));
    expect(texts(spellOut(line, image, X, null))).toEqual([...'ORDENDELDÍA']);
  });

  it.each([
    ['type set as usual', 'PRESENTE', every(100, 15, 8)],
    ['initials', 'JLP', every(100, 40, 3)],
    ['ink that does not show as many letters as were read', 'PRESENTE', every(100, 40, 6)],
    ['small letters', 'presente', every(100, 40, 8)],
  ])('are not seen in %s', (_, text, columns) => {
    const line = lineOf(word(text, 100, columns.at(-1)! + 10 - 100));
    expect(spellOut(line, drawn(columns), X, null)).toEqual(line);
  });

  it('are told from letters that a carbon copy left in pieces by the other words of the page', () => {
    const columns = every(100, 40, 8);
    const line = lineOf(word('PRESENTE', 100, 290));
    for (const usual of [10, 20])
      expect(texts(spellOut(line, drawn(columns), X, usual))).toEqual([...'PRESENTE']);
    expect(spellOut(line, drawn(columns), X, 24)).toEqual(line);
  });

  it('are seen in bold, where one is broken, by their pace', () => {
    const { data, ...size } = drawn([]);
    const broken = [244, 259];
    for (const from of [100, 136, 172, 208, ...broken, 280]) {
      const to = from + (broken.includes(from) ? 8 : 23);
      for (let y = 20; y < 45; y++) data.fill(0, y * WIDTH + from, y * WIDTH + to);
    }
    const line = lineOf(word('NÚMERO', 100, 203));
    expect(texts(spellOut(line, { data, ...size }, X, 16))).toEqual([...'NÚMERO']);
    expect(spellOut(line, { data, ...size }, X, null)).toEqual(line);
  });
});

it('letters are as wide as in most words of a page that has some', () => {
  const words = every(0, 100, 10).map((x) => word('queda', x, 90));
  expect(letterWidth([lineOf(...words, word('PRESENTE', 0, 320), word('de', 0, 80))])).toBe(18);
  expect(letterWidth([lineOf(...words.slice(1), word('de', 0, 80))])).toBeNull();
});
