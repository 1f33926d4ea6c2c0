import type { Rect } from './matrix.ts';
import type { Pdfium } from './pdfium.ts';

/** A character of a page's text as PDFium reads it, in its order. */
export interface Character {
  readonly text: string;
  /** In page space. */
  readonly rect: Rect;
  /** Clockwise quarters that would bring it upright, on the page before /Rotate. */
  readonly turns: number;
  readonly visible: boolean;
  /** Its font does not say what letter it is. */
  readonly unmapped: boolean;
}

/** White space that PDFium put between characters: within a line, or between two. */
type Gap = 'space' | 'line';

export type TextPiece = Character | Gap;

const HYPHEN = '-';
// Latin ligatures: one sign on paper, two or three letters to whoever searches.
const LIGATURE = /[\uFB00-\uFB06]/u;

/** Reads a page's text layer; `isVisible` says of a text object whether it leaves marks on paper. */
export function readCharacters(
  pdfium: Pdfium,
  page: number,
  isVisible: (object: number) => boolean,
): TextPiece[] {
  const { api } = pdfium;
  const text = api._FPDFText_LoadPage(page);
  if (!text) return [];
  try {
    const count = Math.max(0, api._FPDFText_CountChars(text));
    const pieces: TextPiece[] = [];
    for (let i = 0; i < count; i++) {
      const code = api._FPDFText_GetUnicode(text, i) >>> 0;
      const sign = api._FPDFText_IsHyphen(text, i) === 1 ? HYPHEN : signOf(code);
      if (/^\s$/u.test(sign)) {
        pieces.push(/[\r\n]/.test(sign) ? 'line' : 'space');
      } else {
        pieces.push({
          text: sign,
          rect: charRect(pdfium, text, i),
          turns: turnsOf(api, text, i),
          visible: isVisible(api._FPDFText_GetTextObject(text, i)),
          unmapped: api._FPDFText_HasUnicodeMapError(text, i) === 1,
        });
      }
    }
    return pieces;
  } finally {
    api._FPDFText_ClosePage(text);
  }
}

function signOf(code: number): string {
  const sign = code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
  return LIGATURE.test(sign) ? sign.normalize('NFKC') : sign;
}

function charRect(pdfium: Pdfium, text: number, index: number): Rect {
  const { api, scratch: p } = pdfium;
  // Left, right, bottom, top, as doubles.
  if (!api._FPDFText_GetCharBox(text, index, p, p + 8, p + 16, p + 24)) return [0, 0, 0, 0];
  const [left = 0, right = 0, bottom = 0, top = 0] = new Float64Array(api.HEAPU8.buffer, p, 4);
  return [left, bottom, right, top];
}

// PDFium gives how far the text leans clockwise, in radians 0…2π, and -1 where it cannot tell.
function turnsOf(api: Pdfium['api'], text: number, index: number): number {
  const angle = api._FPDFText_GetCharAngle(text, index);
  return angle > 0 ? (4 - Math.round(angle / (Math.PI / 2))) & 3 : 0;
}
