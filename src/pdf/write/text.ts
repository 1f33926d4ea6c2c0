import type { Box, Line, Word } from '../../model/document.ts';
import type { InvisibleFont } from './font.ts';
import { EM } from './font-file.ts';

/** The name of the invisible font in a page's resources. */
export const FONT_NAME = 'T';

// Control characters have no place in text that is copied out; a word of nothing else keeps its place with a blank.
const CONTROL = /\p{Cc}/gu;
const ADVANCE = EM.advance / EM.units;
const DESCENT = -EM.descent / EM.units;

interface Band {
  readonly top: number;
  readonly bottom: number;
}

/**
 * The lines as invisible text, in a frame whose unit is a pixel of the upright page and whose y grows upwards from
 * the page's foot. Every word is as wide as its box, every line as high as its words, in reading order.
 */
export function invisibleText(lines: readonly Line[], height: number, font: InvisibleFont): Buffer {
  const parts: Buffer[] = [];
  for (const { words } of lines) {
    if (words.length > 0) parts.push(...textObject(words, height, font));
  }
  return Buffer.concat(parts);
}

function textObject(words: readonly Word[], height: number, font: InvisibleFont): Buffer[] {
  const band = bandOf(words);
  const parts: Buffer[] = [Buffer.from('BT 3 Tr\n')];
  let size = 0;
  let at = { x: 0, y: 0 };
  for (const [i, word] of words.entries()) {
    const own = isOff(word.upright, band) ? { top: word.upright.y, bottom: bottomOf(word.upright) } : band;
    const wanted = Math.max(1, Math.round(own.bottom - own.top));
    if (wanted !== size) parts.push(Buffer.from(`/${FONT_NAME} ${wanted} Tf `));
    size = wanted;
    const text = word.text.replace(CONTROL, '') || ' ';
    const codes = font.encode(text);
    const stretch = (Math.max(1, word.upright.width) / ((codes.length / 2) * ADVANCE * size)) * 100;
    const to = { x: round(word.upright.x), y: round(height - own.bottom + DESCENT * size) };
    parts.push(
      Buffer.from(`${round(to.x - at.x)} ${round(to.y - at.y)} Td ${Math.round(stretch * 10) / 10} Tz `),
    );
    at = to;
    parts.push(
      literal(i < words.length - 1 ? Buffer.concat([codes, font.encode(' ')]) : codes),
      Buffer.from('Tj\n'),
    );
  }
  parts.push(Buffer.from('ET\n'));
  return parts;
}

// Words have tails or none: most of them tell where the line runs, and one wild box does not make it tall.
function bandOf(words: readonly Word[]): Band {
  const tops = words.map(({ upright }) => upright.y).sort((a, b) => a - b);
  const bottoms = words.map(({ upright }) => bottomOf(upright)).sort((a, b) => b - a);
  const quarter = Math.floor(words.length / 4);
  return { top: tops[quarter]!, bottom: bottoms[quarter]! };
}

// A word that shares less than half its height with the line (a curved page, a number set higher) is placed by its own box.
function isOff(box: Box, { top, bottom }: Band): boolean {
  const shared = Math.min(bottomOf(box), bottom) - Math.max(box.y, top);
  return shared < box.height / 2;
}

const bottomOf = ({ y, height }: Box) => y + height;
const round = (value: number) => Math.round(value * 100) / 100 + 0;

// A literal string holds any byte; these four must be escaped (PDF 32000-1, 7.3.4.2).
const ESCAPED: Readonly<Record<number, string>> = { 40: '\\(', 41: '\\)', 92: '\\\\', 13: '\\r' };

function literal(codes: Buffer): Buffer {
  let text = '';
  for (const byte of codes) text += ESCAPED[byte] ?? String.fromCharCode(byte);
  return Buffer.from(`(${text})`, 'latin1');
}
