import type { RecognizedLine } from '../../../ports/ocr-engine.ts';
import type { Mend } from '../mend.ts';

export const firstMark: Mend = {
  name: 'first-mark',
  why: 'The first number of a list is one stroke, read as an l, an I or a 1.',
  apply: (reading) => ({ ...reading, lines: mendFirstMark(reading.lines) }),
};

/** `l.-` for `1.-` of a list, as the engine guesses at a single stroke. */
const FIRST = /^[1Il|](?=\.[-–—]$)/u;
const MARK = /^(\d{1,2}|[IVXl]{1,5})\.[-–—]/u;
/** Two strokes are no eleven right after a one. */
const ROMAN = /^(?:11|[IVXl]{2,}|[VX])$/u;

/**
 * The first number of a list is one stroke, read as an l, an I or a 1 (14 of 58 on some 200 pages as an l). The next number tells which: `2.-` follows
 * `1.-`, `II.-` follows `I.-`. An l that nothing follows was a 1, for which typewriters had no key of its own.
 */
export function mendFirstMark(lines: readonly RecognizedLine[]): RecognizedLine[] {
  const starts = lines.map(({ words }) => words[0]?.text ?? '');
  return lines.map((line, i) => {
    const [first, ...others] = line.words;
    if (!first || !FIRST.test(first.text)) return line;
    const next = starts.find((text, j) => j > i && MARK.test(text));
    // Where another list begins, nothing is known of this one.
    const second = next === undefined || FIRST.test(next) ? null : MARK.exec(next)![1]!;
    const one = second === null ? first.text[0]!.replace(/[l|]/, '1') : ROMAN.test(second) ? 'I' : '1';
    return { ...line, words: [{ ...first, text: first.text.replace(FIRST, one) }, ...others] };
  });
}
