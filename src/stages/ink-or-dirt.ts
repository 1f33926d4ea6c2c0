import type { RecognizedLine, RecognizedWord } from '../ports/ocr-engine.ts';

/** Signs alone (`|`, `_`, `~`) are rules, specks and edges of paper unless the engine is this sure. */
const SURE_SIGN = 0.8;
/** In heights of a small x: a headline is up to five. */
const HIGHEST = 8;

/**
 * Whether a recognised word is writing, rather than dirt, a rule or a shadow that looked like some. Words of letters
 * or digits stay whatever the confidence: tesseract gives 0 to right words beside which it saw a stain.
 */
export function isInk(
  { text, box, confidence }: RecognizedWord,
  { letterHeight }: { readonly letterHeight: number | null },
): boolean {
  if (!/[\p{L}\p{N}]/u.test(text) && confidence < SURE_SIGN) return false;
  return letterHeight === null || box.height <= HIGHEST * letterHeight;
}

/** In letters: what strokes and coats of arms are taken for. */
const SHORT = 4;
/** Short words by themselves are strokes below this confidence: of 40 on the measured pages none was right. */
const DOUBTFUL = 0.5;
/** In heights of a small x: what stands apart from its line by more is no word of it. */
const APART = 2.2;

/** A line without the short, doubtful words that stand by themselves: pen strokes, seals and arms read as letters. */
export function withoutStrokes(
  line: RecognizedLine,
  { letterHeight }: { readonly letterHeight: number | null },
): RecognizedLine {
  const { words } = line;
  if (letterHeight === null) return line;
  if (words.every(isShort) && mean(words.map(({ confidence }) => confidence)) < DOUBTFUL)
    return { ...line, words: [] };
  const kept = words.filter((word, i) => {
    const before = i === 0 ? Infinity : word.box.x - right(words[i - 1]!);
    const after = i === words.length - 1 ? Infinity : words[i + 1]!.box.x - right(word);
    const alone = Math.min(before, after) > APART * letterHeight;
    return !(alone && isShort(word) && word.confidence < DOUBTFUL);
  });
  return { ...line, words: kept };
}

const isShort = ({ text }: RecognizedWord) => [...text].length <= SHORT && !/\p{N}{2}/u.test(text);
const right = ({ box }: RecognizedWord) => box.x + box.width;
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
