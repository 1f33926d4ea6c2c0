import type { Box, Line, ReadPage, Word } from '../../../src/model/document.ts';

/** A typewriter's cell at 200 dpi, and how much of it a letter fills. */
const CELL = { width: 20, height: 34, letter: 18, tall: 22 };
const MARGIN = 120;

export interface TypedOptions {
  /** Whether OCR read what stands side by side as one line, as it does on a skewed page; default apart. */
  readonly merged?: boolean;
  readonly confidence?: number;
  readonly number?: number;
  /** Half-line shifts, up negative, of lines whose text begins with the key: a baseline that slipped. */
  readonly slipped?: Readonly<Record<string, number>>;
}

const boxAt = (column: number, letters: number, row: number): Box => ({
  x: MARGIN + column * CELL.width,
  y: Math.round(MARGIN + row * CELL.height),
  width: letters * CELL.width - (CELL.width - CELL.letter),
  height: CELL.tall,
});

const union = (words: readonly Word[]): Box => {
  const left = Math.min(...words.map((w) => w.box.x));
  const top = Math.min(...words.map((w) => w.box.y));
  const right = Math.max(...words.map((w) => w.box.x + w.box.width));
  const bottom = Math.max(...words.map((w) => w.box.y + w.box.height));
  return { x: left, y: top, width: right - left, height: bottom - top };
};

function wordsOf(text: string, row: number, options: TypedOptions): Word[] {
  return [...text.matchAll(/\S+/g)].map((match) => {
    const box = boxAt(match.index, match[0].length, row);
    return { text: match[0], box, upright: box, confidence: options.confidence ?? 0.95 };
  });
}

/** A page as a typewriter sets it: one letter a cell, columns and blank lines as in the text. */
export function typedPage(text: string, options: TypedOptions = {}): ReadPage {
  const rows = text.replace(/^\n/, '').split('\n');
  const lines: Line[] = rows.flatMap((row, at) => {
    const runs = options.merged ? [row] : row.split(/(?<=\S)(?= {3,})/);
    let column = 0;
    return runs.flatMap((run) => {
      const padded = ' '.repeat(column) + run;
      column += run.length;
      const slip =
        Object.entries(options.slipped ?? {}).find(([start]) => run.trim().startsWith(start))?.[1] ?? 0;
      const words = wordsOf(padded, at + slip / 2, options);
      return words.length === 0 ? [] : [{ block: at, box: union(words), upright: union(words), words }];
    });
  });
  const width = MARGIN * 2 + Math.max(80, ...rows.map((row) => row.length)) * CELL.width;
  const height = Math.max(2200, MARGIN * 2 + rows.length * CELL.height);
  return {
    number: options.number ?? 1,
    source: { file: 0, page: (options.number ?? 1) - 1 },
    width,
    height,
    dpi: 200,
    rotation: 0,
    skew: 0,
    flags: [],
    upright: { width, height },
    toSource: [1, 0, 0, 1, 0, 0],
    lines,
    confidence: lines.length === 0 ? null : (options.confidence ?? 0.95),
    engine: 'typed for a test',
  };
}
