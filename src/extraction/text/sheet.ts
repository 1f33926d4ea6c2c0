import { around, median, rightOf } from '../../model/boxes.ts';
import type { Box, Line, ReadPage, Word } from '../../model/document.ts';
import { cellOf } from './cells.ts';
import { type Flow, flowOf, type Token } from './flow.ts';
import { fold } from './fold.ts';
import { lineBox } from './line-box.ts';
import { joinSpacedLetters } from './spaced-letters.ts';

/** Words on one line with no column gap between them. `box` is upright. */
export interface Piece extends Flow {
  readonly page: number;
  readonly index: number;
  /** The line that the engine read it on: it knows of baselines that lean. */
  readonly row: number;
  readonly box: Box;
}

/** A page cut into pieces, in reading order. `size` is the height of a usual word, `letter` its width a letter. */
export interface Sheet {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly size: number;
  readonly letter: number;
  /** The width of a typewriter's cell; null on a printed page. */
  readonly cell: number | null;
  readonly pieces: readonly Piece[];
}

// A full page of small print holds about 12,000 letters; beyond this the page is noise.
const MOST_LETTERS = 20_000;
// A page of tables has about 500 cells; neighbours are looked for among all pieces.
const MOST_PIECES = 600;
// Longer than any line of type; a longer "word" is noise and is cut.
const LONGEST_WORD = 200;
// Justified print opens gaps of up to two letters; the gutter between two blocks is wider.
const COLUMN_GAP_LETTERS = 2.6;

/** Cuts a page into pieces: a line that two columns share becomes two pieces. */
export function sheetOf(page: ReadPage): Sheet {
  const lines: Word[][] = [];
  let room = MOST_LETTERS;
  for (const line of page.lines) {
    const words: Word[] = [];
    for (const word of legibleWords(line)) {
      room -= word.text.length + 1;
      if (room >= 0) words.push(word);
    }
    if (words.length > 0) lines.push(words);
    if (room < 0) break;
  }
  const all = lines.flat();
  const long = all.filter((word) => word.text.length > 1);
  const size = median(long.map((word) => word.upright.height)) || 1;
  const letter = median(long.map(letterWidth)) || 1;
  const pieces: Piece[] = [];
  for (const [row, words] of lines.entries()) {
    for (const run of cutAtGaps(joinSpacedLetters(words), letter)) {
      const index = pieces.length;
      const tokens: Token[] = run.map((group) => ({
        text: group.map((word) => word.text).join(''),
        words: group,
        box: around(group.map((word) => word.upright)),
        page: page.number,
        line: index,
      }));
      for (const part of cutAtLabels(tokens)) {
        const at = pieces.length;
        if (at >= MOST_PIECES) break;
        const own = part.map((token) => ({ ...token, line: at }));
        pieces.push({
          ...flowOf(own),
          page: page.number,
          index: at,
          row,
          box: lineBox(
            own.map((t) => t.box),
            size,
          ),
        });
      }
    }
  }
  const { width, height } = page.upright;
  return { page: page.number, width, height, size, letter, cell: cellOf(all), pieces };
}

const letterWidth = (word: Word): number => word.upright.width / word.text.length;

function legibleWords(line: Line): Word[] {
  return line.words
    .map((word) => ({ ...word, text: word.text.normalize('NFC').trim().slice(0, LONGEST_WORD) }))
    .filter((word) => word.text !== '')
    .sort((a, b) => a.upright.x - b.upright.x);
}

function cutAtGaps(groups: readonly Word[][], letter: number): Word[][][] {
  const runs: Word[][][] = [];
  let [right, before] = [0, 0];
  for (const group of groups) {
    const box = around(group.map((word) => word.upright));
    const run = runs.at(-1);
    // Letters set wide set their words wide apart too.
    const pitch = group.length > 1 ? box.width / group.length : letterWidth(group[0]!) * 0.8;
    const own = Math.max(letter, pitch);
    if (run && box.x - right <= COLUMN_GAP_LETTERS * Math.max(own, before)) run.push(group);
    else runs.push([group]);
    right = rightOf(box);
    before = group.length > 1 ? own : 0;
  }
  return runs;
}

// These never stand inside a sentence with a colon, so they start a piece of their own.
const LABEL_TOKEN = /^(?:A[S5]UNT[O0]|EXPEDIENTE|EXPTE|EXPED|EXP|DEPENDENCIA|SECCI[O0]N|MESA)\.?:/;

function cutAtLabels(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [];
  for (const token of tokens) {
    const part = parts.at(-1);
    if (part && !LABEL_TOKEN.test(fold(token.text))) part.push(token);
    else parts.push([token]);
  }
  return parts;
}
