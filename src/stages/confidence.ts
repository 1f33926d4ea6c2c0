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
