import { overlap } from '../../model/boxes.ts';
import type { Box } from '../../model/document.ts';
import type { OcrEngine, RecognizedLine } from '../../ports/ocr-engine.ts';
import type { Cleaned } from '../clean.ts';
import { isType } from '../confidence.ts';
import { readLinePictures } from '../line-pictures.ts';
import { findBeside, goesOn, putBeside } from './beside-lines.ts';
import { joinCutWords } from './cut-words.ts';
import { FEWEST_LETTERS, type LetterRow, lettersOutside, linesOf, rowsOf } from './letter-rows.ts';

/** A page with more is full of what is no type: handwriting, stains. Reading all would cost more than it gives. */
const MOST_LINES = 12;

/**
 * The lines that were read, and what is read line by line where letters stand that the engine's page layout passed over: a short line beside
 * a longer one, a name between stamps, what hangs beside lines. A second look
 * at single lines costs some 50 ms each. EngineError as the engine says.
 */
export async function withMissed(
  lines: readonly RecognizedLine[],
  { image, letterHeight }: Pick<Cleaned, 'image' | 'letterHeight'>,
  engine: OcrEngine,
  signal?: AbortSignal,
): Promise<RecognizedLine[]> {
  if (letterHeight === null) return [...lines];
  const rows = rowsOf(lettersOutside(lines, image, letterHeight), letterHeight);
  const isLoose = (row: LetterRow) => row.count < FEWEST_LETTERS || goesOn(row, lines, letterHeight);
  const missed = linesOf(
    rows.filter((row) => !isLoose(row)),
    letterHeight,
  );
  if (missed.length > MOST_LINES) return [...lines];
  const look = (boxes: readonly Box[]) =>
    readLinePictures(
      boxes.map((box) => ({ image, box })),
      engine,
      signal,
    );
  const alone = (await look(missed)).flatMap((read) => read.filter(({ words }) => isType(words)));
  const next = Math.max(0, ...lines.map((line) => line.block + 1));
  const all = joinCutWords(
    lines.filter((line) => !alone.some((it) => isPartOf(line, it))),
    alone.map((line, i) => ({ ...line, block: next + i })),
  );
  const beside = findBeside(rows.filter(isLoose), all, letterHeight);
  const readBeside = await look(beside.map(({ crop }) => crop));
  let block = next + alone.length;
  return all.flatMap((line) => {
    let whole = line;
    const added: RecognizedLine[] = [];
    for (const [i, it] of beside.entries()) {
      if (it.line !== line) continue;
      const [grown, ...apart] = putBeside(whole, it, readBeside[i]!);
      whole = grown!;
      // One word may lie beside the line in several pieces.
      const fresh = apart.filter(({ box }) => !added.some((other) => overlap(other.box, box)));
      added.push(...fresh.map((other) => ({ ...other, block: block++ })));
    }
    return [whole, ...added];
  });
}

/** A letter of a line that was passed over has been read by itself, and now with the others. */
const isPartOf = ({ box, words }: RecognizedLine, other: RecognizedLine): boolean =>
  2 * box.width < other.box.width &&
  words.every((word) => other.words.some((it) => overlap(word.box, it.box)));
