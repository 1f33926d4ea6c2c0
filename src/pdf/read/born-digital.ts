import type { Affine, Line, PageFlag } from '../../model/document.ts';
import { type Character, readCharacters, type TextPiece } from './characters.ts';
import { toLines } from './lines.ts';
import { displayMatrix, rectArea } from './matrix.ts';
import type { PageContent } from './page-content.ts';
import type { Pdfium } from './pdfium.ts';
import { isPlausible } from './text-trust.ts';

/** A page's own text, kept, and the clockwise quarters, after those of /Rotate, that make it stand upright. */
export interface KeptText {
  readonly pieces: readonly TextPiece[];
  readonly turns: number;
}

// A logo, a seal or a signature; more than this is paper that holds words of its own.
const MAX_IMAGE_SHARE = 0.15;
// Letters turned into curves show as many small paths beside little text; a coat of arms stays in its corner.
const OUTLINES_PER_CHARACTER = 0.2;
const MAX_OUTLINE_SHARE = 0.25;

/**
 * Decides whether the text that a page carries is all that can be read on it. It is kept when it is visible, plausible
 * (text-trust.ts), and nothing else on the page may hold words: images cover at most 15 % of it, letters have not been
 * turned into curves, and nothing is pinned onto it. Invisible text (an earlier OCR) and text under an image are
 * never kept; on a mixed page the whole is read anew. `carries` says whether there was any text to decide on.
 */
export function judgeText(
  pdfium: Pdfium,
  page: number,
  content: PageContent,
): { readonly carries: boolean; readonly kept: KeptText | null } {
  if (!content.drawn.some(({ kind }) => kind === 'text')) return { carries: false, kept: null };
  const seen = new Set(content.visible.flatMap(({ kind, object }) => (kind === 'text' ? [object] : [])));
  const pieces = readCharacters(pdfium, page, (object) => seen.has(object));
  const characters = pieces.filter((piece): piece is Character => typeof piece !== 'string');
  const visible = characters.filter((character) => character.visible);
  const kept = visible.length > 0 && !holdsMore(content, visible.length) && plausible(pieces, visible);
  if (!kept) return { carries: characters.length > 0, kept: null };
  return { carries: true, kept: { pieces, turns: (mainTurns(visible) - content.turns) & 3 } };
}

/** The kept text in lines, in pixels of the raster that was rendered with the same turns. */
export function keptLines(
  text: KeptText,
  content: PageContent,
  dpi: number,
  width: number,
  height: number,
): Line[] {
  const toPixels: Affine = displayMatrix(content.box, content.turns + text.turns, dpi / 72);
  // PDFium gives the lines of text that is shown sideways from the bottom up.
  return toLines(text.pieces, { width, height, toPixels, topDown: text.turns !== 0 });
}

/** What the record says of a page's text layer. */
export const textFlags = (carries: boolean, kept: boolean): PageFlag[] =>
  carries ? [kept ? 'text-layer' : 'text-layer-redone'] : [];

function holdsMore({ box, visible, annotated }: PageContent, characters: number): boolean {
  if (annotated) return true;
  const area = rectArea(box);
  const images = visible.filter(({ kind }) => kind === 'image' || kind === 'shading');
  if (images.reduce((sum, { bounds }) => sum + rectArea(bounds), 0) > MAX_IMAGE_SHARE * area) return true;
  const outlines = visible.filter(({ outline }) => outline);
  if (outlines.length <= OUTLINES_PER_CHARACTER * characters) return false;
  const [lefts, bottoms, rights, tops] = [0, 1, 2, 3].map((side) =>
    outlines.map(({ bounds }) => bounds[side as 0]),
  );
  const spread =
    (rights!.reduce((a, b) => Math.max(a, b)) - lefts!.reduce((a, b) => Math.min(a, b))) *
    (tops!.reduce((a, b) => Math.max(a, b)) - bottoms!.reduce((a, b) => Math.min(a, b)));
  return spread > MAX_OUTLINE_SHARE * area;
}

function plausible(pieces: readonly TextPiece[], visible: readonly Character[]): boolean {
  const words = pieces
    .map((piece) => (typeof piece === 'string' ? ' ' : piece.visible ? piece.text : ''))
    .join('')
    .split(' ')
    .filter((word) => word !== '');
  const unmapped = visible.filter((character) => character.unmapped).length;
  return isPlausible({ words, characters: visible.length, unmapped });
}

function mainTurns(visible: readonly Character[]): number {
  const counts = [0, 0, 0, 0];
  for (const { turns } of visible) counts[turns]!++;
  return counts.indexOf(Math.max(...counts));
}
