/** Mean over letters, not words: a full stop counts less than a name. Null without letters. */
export function meanConfidence(
  lines: readonly { readonly words: readonly { readonly text: string; readonly confidence: number }[] }[],
): number | null {
  const words = lines.flatMap((line) => line.words);
  const letters = words.reduce((sum, word) => sum + word.text.length, 0);
  if (letters === 0) return null;
  return words.reduce((sum, word) => sum + word.confidence * word.text.length, 0) / letters;
}
