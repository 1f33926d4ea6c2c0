import { expect, it } from 'vitest';
import type { RecognizedLine } from '../../../../src/ports/ocr-engine.ts';
import { joinCutWords } from '../../../../src/recognition/mends/layout/cut-words.ts';

/** Words of letters 20 wide and 30 high. */
function line(block: number, y: number, ...words: [text: string, x: number][]): RecognizedLine {
  const placed = words.map(([text, x]) => ({
    text,
    box: { x, y, width: 20 * text.length, height: 30 },
    confidence: 0.9,
  }));
  const [from, to] = [placed[0]!.box.x, placed.at(-1)!.box];
  return { block, box: { x: from, y, width: to.x + to.width - from, height: 30 }, words: placed };
}
const texts = (lines: readonly RecognizedLine[]) =>
  lines.map(({ words }) => words.map(({ text }) => text).join(' '));

it('a part with letters of the end of a line, or of its beginning, makes it whole', () => {
  const lines = [line(1, 100, ['GUASAVE,', 0], ['SIN', 200]), line(2, 200, ['UECES', 300], ['DE', 460])];
  const parts = [line(7, 96, ['NALOA', 242]), line(8, 204, ['A', 200], ['JU', 276]), line(9, 300, ['X', 0])];
  const joined = joinCutWords([...lines, ...parts]);
  expect(texts(joined)).toEqual(['GUASAVE, SINALOA', 'A JUECES DE', 'X']);
  expect(joined.map(({ block, box }) => [block, box])).toEqual([
    [1, { x: 0, y: 96, width: 342, height: 34 }],
    [2, { x: 200, y: 200, width: 300, height: 34 }],
    [9, parts[2]!.box],
  ]);
});

it.each([
  ['other letters', 'TALOA', 242, 96],
  ['white between', 'NALOA', 262, 96],
  ['another line', 'NALOA', 242, 120],
  ['a word over the whole of the last', 'SINALOA', 201, 96],
])('stays by itself: %s', (_, text, x, y) => {
  const given = [line(1, 100, ['GUASAVE,', 0], ['SIN', 200])];
  const part = line(7, y, [text, x]);
  expect(joinCutWords([...given, part])).toEqual([...given, part]);
});
