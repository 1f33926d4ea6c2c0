import { around, middleOf, sharedWidth } from '../../../model/boxes.ts';
import type { RecognizedLine, RecognizedWord } from '../../../ports/ocr-engine.ts';
import type { Mend } from '../mend.ts';

export const cutWords: Mend = {
  name: 'cut-words',
  why: 'The engine begins a line within a word, and what it passed over is read by itself: `A LOS CC. JU` and `UECES`.',
  apply: (reading) => ({ ...reading, lines: joinCutWords(reading.lines) }),
};

/** Letters that both parts of a word may have: what is read by itself has some paper, and half a letter, at its ends. */
const MOST = 2;

/**
 * The engine's layout begins a line within a word (`UECES`), and what it passed over is read by itself (`A LOS CC. JU`). Where such a part overlaps the end or the
 * beginning of a line, by letters that both have, they are one line with the whole word. Each part goes to one line at most.
 */
export function joinCutWords(lines: readonly RecognizedLine[]): RecognizedLine[] {
  const joined: RecognizedLine[] = [];
  for (const part of lines) {
    const at = joined.findIndex((line) => wholeOf(line, part) !== null);
    if (at < 0) joined.push(part);
    else joined[at] = wholeOf(joined[at]!, part)!;
  }
  return joined;
}

function wholeOf(line: RecognizedLine, part: RecognizedLine): RecognizedLine | null {
  const words = joinedAt(line.words, part.words) ?? joinedAt(part.words, line.words);
  return words && { ...line, words, box: around(words.map(({ box }) => box)) };
}

function joinedAt(
  left: readonly RecognizedWord[],
  right: readonly RecognizedWord[],
): RecognizedWord[] | null {
  const [last, first] = [left.at(-1), right[0]];
  if (!last || !first || !isOver(last, first)) return null;
  const shared = [MOST, 1].find((n) => last.text.endsWith(first.text.slice(0, n)));
  if (shared === undefined) return null;
  const word = {
    text: last.text + first.text.slice(shared),
    box: around([last.box, first.box]),
    confidence: Math.min(last.confidence, first.confidence),
  };
  return [...left.slice(0, -1), word, ...right.slice(1)];
}

/** On one line, the second reaching a little over the end of the first. */
function isOver({ box: a }: RecognizedWord, { box: b }: RecognizedWord): boolean {
  const shared = sharedWidth(a, b);
  const height = Math.min(a.height, b.height);
  return (
    shared > 0 && shared <= MOST * height && b.x > a.x && Math.abs(middleOf(a) - middleOf(b)) < height / 2
  );
}
