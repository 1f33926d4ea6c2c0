import type { Box } from '../document.ts';
import type { GrayImage, RecognizedLine, RecognizedWord } from '../ports/ocr-engine.ts';

/** Three letters with blanks between are initials; four are a word set wide (`M E S A`). */
const FEWEST = 4;
/** In heights of a small x: the least and the usual blank. Typed ones are 1.0 to 1.7, printed ones 0.6; letters of one word 0.4. */
const BLANK = { least: 0.5, usual: 0.65 };
/** Parts of a broken letter lie closer. */
const ATTACHED = 0.4;
/** On the levelled drawing paper is white. */
const INK = 128;

/**
 * Headings typed with a blank after each letter (`P R E S E N T E`) come from the engine closed up. They are given back as
 * they stand, a word a letter, where the ink shows one piece for each letter and a blank between all of them. Beside
 * such a word shorter ones are taken as spaced, too (`O R D E N   D E L   D Í A`).
 */
export function spellOut(
  line: RecognizedLine,
  image: GrayImage,
  letterHeight: number | null,
): RecognizedLine {
  if (letterHeight === null) return line;
  const spell = (fewest: number) => line.words.map((word) => lettersOf(word, image, letterHeight, fewest));
  const long = spell(FEWEST);
  return long.every((word) => word.length === 1) ? line : { ...line, words: spell(2).flat() };
}

function lettersOf(word: RecognizedWord, image: GrayImage, x: number, fewest: number): RecognizedWord[] {
  const [, spaced = '', tail = ''] = /^([\p{Lu}\p{N}]+)([^\p{L}\p{N}]*)$/u.exec(word.text) ?? [];
  const letters = [...spaced];
  if (letters.length < fewest || word.box.width < (letters.length - 1) * 2 * BLANK.least * x) return [word];
  const pieces = piecesOf(word.box, image, ATTACHED * x);
  // A sign at the end (`R:`) stands with its letter.
  if (pieces.length < letters.length || pieces.length > letters.length + tail.length) return [word];
  const gaps = letters.slice(1).map((_, i) => pieces[i + 1]!.x - pieces[i]!.x - pieces[i]!.width);
  gaps.sort((a, b) => a - b);
  if (gaps[0]! < BLANK.least * x || gaps[Math.floor(gaps.length / 2)]! < BLANK.usual * x) return [word];
  return letters.map((letter, i) => {
    const last = i === letters.length - 1;
    const { x: left, y, height } = pieces[i]!;
    const end = pieces[last ? pieces.length - 1 : i]!;
    const box = { x: left, y, width: end.x + end.width - left, height };
    return { text: last ? letter + tail : letter, box, confidence: word.confidence };
  });
}

/** What stands apart by more than `apart` columns of paper. */
function piecesOf(word: Box, { data, width, height }: GrayImage, apart: number): Box[] {
  const [left, right] = [Math.max(0, Math.floor(word.x)), Math.min(width, Math.ceil(word.x + word.width))];
  const [top, bottom] = [Math.max(0, Math.floor(word.y)), Math.min(height, Math.ceil(word.y + word.height))];
  const pieces: { x: number; end: number }[] = [];
  for (let x = left; x < right; x++) {
    let inked = 0;
    for (let y = top; y < bottom; y++) if (data[y * width + x]! < INK) inked++;
    // One pixel in a column is a speck.
    if (inked < 2) continue;
    const last = pieces.at(-1);
    if (last && x - last.end <= apart) last.end = x;
    else pieces.push({ x, end: x });
  }
  return pieces.map(({ x, end }) => ({ x, y: word.y, width: end + 1 - x, height: word.height }));
}
