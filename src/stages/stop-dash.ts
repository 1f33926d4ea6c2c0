import type { Box } from '../document.ts';
import type { RecognizedLine, RecognizedWord } from '../ports/ocr-engine.ts';

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
    if (isDash && word.box.x - (last.box.x + last.box.width) <= BESIDE * letterHeight)
      words[words.length - 1] = { ...last, text: `${last.text}-`, box: around(last.box, word.box) };
    else words.push(word);
  }
  return { ...line, words };
}

function around(a: Box, b: Box): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}
