interface Sure {
  readonly text: string;
  /** 0…1 */
  readonly confidence: number;
}

/** Mean over letters, not words: a full stop counts less than a name. Null without letters. */
export function meanConfidence(lines: readonly { readonly words: readonly Sure[] }[]): number | null {
  const words = lines.flatMap((line) => line.words);
  const letters = words.reduce((sum, word) => sum + word.text.length, 0);
  if (letters === 0) return null;
  return words.reduce((sum, word) => sum + word.confidence * word.text.length, 0) / letters;
}

/** Half of the words at this confidence are right. */
const GUESS = 0.5;

/** How much a reading says: letters, weighed by how sure the engine is of them beyond a guess. */
export const said = (lines: readonly { readonly words: readonly Sure[] }[]): number =>
  lines
    .flatMap(({ words }) => words)
    .reduce((sum, { text, confidence }) => sum + text.length * (confidence - GUESS), 0);

/** Below, what was read by itself was no type. Of the lines found on the measured pages those above were right. */
const SURE = 0.7;
/** Letters of a word that no stroke is taken for, and how sure of it the engine must be. */
const WORD = { letters: 5, sure: 0.8 };

/** Whether words read by themselves are type. A pen across a line takes the confidence of all its words but those it leaves alone. */
export const isType = (words: readonly Sure[]): boolean =>
  (meanConfidence([{ words }]) ?? 0) >= SURE ||
  words.some(
    ({ text, confidence }) => confidence >= WORD.sure && (text.match(/\p{L}/gu) ?? []).length >= WORD.letters,
  );
