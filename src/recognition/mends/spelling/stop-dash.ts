import { around, rightOf } from '../../../model/boxes.ts';
import type { RecognizedLine, RecognizedWord } from '../../../ports/ocr-engine.ts';
import { everyLine, type Mend } from '../mend.ts';

export const stopDash: Mend = {
  name: 'stop-dash',
  why: 'The dash after a stop (`PRIMERA.-`) is given as a word of its own, so doubtful that it would pass for dirt.',
  apply: everyLine((line, { page }) => joinStopDash(line, page.letterHeight)),
};

/** In heights of a small x. Typed without a blank the dash begins 0.9 after the stop, with one 2.3. */
const BESIDE = 1.5;
const DASH = /^[-–—]$/u;

/**
 * Typists end a heading with a full stop and a dash (`PRIMERA.-`, `PRESENTE.-`). The engine gives the dash as a word of its own, of which it
 * is so unsure that it would pass for dirt: what stands right after a stop belongs to it.
 */
export function joinStopDash(line: RecognizedLine, letterHeight: number | null): RecognizedLine {
  if (letterHeight === null) return line;
  const words: RecognizedWord[] = [];
  for (const word of line.words) {
    const last = words.at(-1);
    const isDash = DASH.test(word.text) && last !== undefined && /\p{L}\.$/u.test(last.text);
    if (isDash && word.box.x - rightOf(last.box) <= BESIDE * letterHeight)
      words[words.length - 1] = { ...last, text: `${last.text}-`, box: around([last.box, word.box]) };
    else words.push(word);
  }
  return { ...line, words };
}
