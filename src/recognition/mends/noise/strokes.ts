import type { RecognizedLine, RecognizedWord } from '../../../ports/ocr-engine.ts';
import { meanConfidence } from '../../confidence.ts';
import { keepWords, type Mend } from '../mend.ts';

export const strokes: Mend = {
  name: 'strokes',
  why: 'Pen strokes, seals and coats of arms are read as letters.',
  apply: keepWords((line, { page }) => withoutStrokes(line, page).words),
};

/** In letters: what strokes and coats of arms are taken for. */
const SHORT = 4;
/**
 * Below these confidences a few short words, one or two letters, or a line of no more are strokes: of 60 on the measured pages
 * one was right.
 */
const DOUBTFUL = { few: 0.5, single: 0.8, line: 0.93 };
/** In letters: a doubtful line of such words, and of no more in all, is what a signature was taken for. */
const SIGNATURE = { word: 3, line: 5 };
/** In heights of a small x: what stands apart from its line by more is no word of it. */
const APART = 2.2;

/** A line without the short, doubtful words that stand by themselves: pen strokes, seals and arms read as letters. */
export function withoutStrokes(
  line: RecognizedLine,
  { letterHeight }: { readonly letterHeight: number | null },
): RecognizedLine {
  if (letterHeight === null) return line;
  if (isSignature(line.words)) return { ...line, words: [] };
  const groups: RecognizedWord[][] = [];
  for (const word of line.words) {
    const last = groups.at(-1)?.at(-1);
    if (last && word.box.x - right(last) <= APART * letterHeight) groups.at(-1)!.push(word);
    else groups.push([word]);
  }
  return { ...line, words: groups.filter((group) => !isStroke(group, groups.length === 1)).flat() };
}

function isStroke(words: readonly RecognizedWord[], isLine: boolean): boolean {
  const letters = words.reduce((sum, { text }) => sum + [...text].length, 0);
  const sure = mean(words.map(({ confidence }) => confidence));
  return (
    words.every(isShort) && sure < (letters > 2 ? DOUBTFUL.few : isLine ? DOUBTFUL.line : DOUBTFUL.single)
  );
}

function isSignature(words: readonly RecognizedWord[]): boolean {
  const [whole, sure] = [words.map(({ text }) => text).join(''), meanConfidence([{ words }]) ?? 1];
  return (
    !/\p{N}/u.test(whole) &&
    [...whole].length <= SIGNATURE.line &&
    words.every(({ text }) => [...text].length <= SIGNATURE.word) &&
    words.some(({ confidence }) => confidence < DOUBTFUL.few) &&
    sure < DOUBTFUL.single
  );
}

const isShort = ({ text }: RecognizedWord) =>
  [...text].length <= SHORT && !/\p{N}{2}/u.test(text) && !/^\p{N}[.)]-?$/u.test(text);
const right = ({ box }: RecognizedWord) => box.x + box.width;
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
