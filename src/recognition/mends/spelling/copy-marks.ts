import { type Drawing, piecesIn } from '../../../imaging/measure/drawing.ts';
import type { Box } from '../../../model/document.ts';
import type { RecognizedLine, RecognizedWord } from '../../../ports/ocr-engine.ts';
import { everyLine, type Mend } from '../mend.ts';

export const copyMarks: Mend = {
  name: 'copy-marks',
  why: 'The engine has no word to go by where a copy is marked (`c.c.p.`), and guesses at capitals.',
  apply: everyLine((line, { page }) => mendCopyMark(line, page.image, page.letterHeight)),
};

/** `c.c.p.` as the engine reads it in small type: `c.C.Pp.`, `C.Cc.p.-`, `CeCeDe`. */
const STOPPED =
  /^([cCeEGoO]{1,2}?)([.,]|[eo](?=[A-Z]))([cCeEGoO]{1,2}?)([.,eo]?)[pPFD]{1,2}([.,:e]*)([—-]?)$/u;
/** Without stops only these: `COD`, `COP`, `coop` are words. */
const CLOSED = /^([cC])()([cC])(\.?)[pP]{1,2}([.,:]*)([—-]?)$/u;
const match = (text: string) => STOPPED.exec(text) ?? CLOSED.exec(text);

/** Whether a word may be the mark of a copy. */
export const maybeCopyMark = (text: string): boolean => match(text) !== null;

/** In heights of a small x: letters are higher and wider than the first, the stops between them lower than the second: 0.5 where a ribbon is new. */
const PIECE = { letter: 0.6, stop: 0.58 };
/** In heights of the first letter: a p hangs at least this far below the line, and a capital rises as much over a small letter. In small type at 98 dpi that is a pixel. */
const STEP = 0.15;

/**
 * The engine has no word to go by where a copy is marked (`c.c.p.`), and guesses at capitals. The shapes tell: a p hangs below the line on which
 * both c's stand, and small letters are all of one height. Only the first word of a line is looked at.
 */
function mendCopyMark(line: RecognizedLine, image: Drawing, letterHeight: number | null): RecognizedLine {
  const [first, ...others] = line.words;
  const read = first && match(first.text);
  if (letterHeight === null || !read) return line;
  const text = markIn(first, read.slice(1), image, letterHeight);
  return text === null ? line : { ...line, words: [{ ...first, text }, ...others] };
}

/** Of what was read: both c's, what stands behind each, behind the p, and a dash at the end. */
function markIn(
  { box }: RecognizedWord,
  [c1, first, c2, second, third, dash]: readonly string[],
  image: Drawing,
  x: number,
): string | null {
  const pieces = piecesIn(image, box).sort((a, b) => a.x - b.x);
  const letters = pieces.filter(({ width, height }) => Math.min(width, height) >= PIECE.letter * x);
  const [one, two, three] = letters;
  if (letters.length !== 3 || !one || !two || !three) return null;
  const foot = (letter: Box) => letter.y + letter.height;
  const line = Math.max(foot(one), foot(two));
  const step = Math.max(1, STEP * one.height);
  const hangs = foot(three) >= line + step;
  // In capitals the shapes tell no C from an E: initials stay as they were read.
  if (!hangs && /[^cC]/.test(`${c1}${c2}`)) return null;
  const capital = (letter: Box) => (hangs ? three.y - letter.y >= step : letter.y - three.y < step);
  const stopped = (from: Box, to: number) =>
    pieces.some(
      (it) =>
        it.height < PIECE.stop * x &&
        it.x >= from.x + from.width - 1 &&
        it.x + it.width <= to + 1 &&
        it.y > line - one.height / 2 &&
        it.y < line,
    );
  const stop = (sign: string | undefined, from: Box, to: number) => (sign || stopped(from, to) ? '.' : '');
  return [
    (capital(one) ? 'C' : 'c') + stop(first, one, two.x),
    (capital(two) ? 'C' : 'c') + stop(second, two, three.x),
    (hangs ? 'p' : 'P') + stop(third, three, Infinity),
    dash ? '-' : '',
  ].join('');
}
