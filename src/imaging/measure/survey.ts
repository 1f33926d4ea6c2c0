import type { Rotation } from '../../model/document.ts';
import type { Pixels } from '../../model/pixels.ts';
import type { GrayImage } from '../../ports/ocr-engine.ts';
import { level } from '../clean/level.ts';
import { shrink } from '../draw/shrink.ts';
import { type Border, eraseBorder, findBorder } from './border.ts';
import { findComponents } from './components.ts';
import { type Direction, findDirection } from './direction.ts';
import { chooseMix, type Mix } from './ink.ts';
import { erasePieces, findLeaders } from './leaders.ts';
import { findLetters, type Letters, measureLetters } from './letters.ts';
import { estimatePaper, type Paper, TILE } from './paper.ts';
import { applyTone, type Inks, measureTone, type Tone } from './tone.ts';

/** What a small copy of the page tells, before anything is decided about the page itself. */
export interface Survey {
  /** Pixels of the page per pixel of the small copy. */
  readonly factor: number;
  readonly width: number;
  readonly height: number;
  readonly paper: Paper;
  readonly mix: Mix;
  /** Null on a page without ink. */
  readonly tone: Tone | null;
  readonly border: Border;
  readonly letters: Letters;
  readonly direction: Direction;
}

/** Long side of the small copy: A4 at 150 dpi, where type is still 11 pixels high and a pass costs 10 ms. */
const LONG_SIDE = 1700;

/** Measures a page. */
export function survey(page: Pixels, inks: Inks = 'all'): Survey {
  const factor = Math.max(1, Math.round(Math.max(page.width, page.height) / LONG_SIDE));
  const small = shrink(page, factor);
  const { width, height } = small;
  const paper = estimatePaper(small);
  const mix = chooseMix(small, paper);
  const gray = level(small, paper, TILE, mix);
  const border = findBorder(gray, paper);
  eraseBorder(gray, border, TILE);
  const tone = measureTone(gray, inks);
  const letters = findLetters(findComponents(gray, tone?.threshold ?? 0), width, height);
  return {
    factor,
    width,
    height,
    paper,
    mix,
    tone,
    border,
    letters,
    direction: findDirection(letters, width, height),
  };
}

/** The page itself under even light on white paper, without its dark border. */
export function levelPage(page: Pixels, { factor, paper, mix, tone, border }: Survey): GrayImage {
  const gray = level(page, paper, TILE * factor, mix);
  if (tone !== null) applyTone(gray, tone);
  eraseBorder(gray, border, TILE * factor);
  return gray;
}

/** The height of a small x on the page itself, in its pixels, lines running as after `rotation`; null if unknown. */
export function letterHeight({ letters, factor }: Survey, rotation: number): number | null {
  const height = measureLetters(letters, rotation % 180 !== 0);
  return height === null ? null : height * factor;
}

/** Takes dotted lines out of the levelled page, once its direction is known. */
export function dropLeaders(
  image: GrayImage,
  { letters, factor, direction }: Survey,
  rotation: Rotation,
): void {
  const turned = rotation % 180 !== 0;
  const x = measureLetters(letters, turned);
  if (x === null) return;
  const dots = findLeaders(letters.components, x, direction.leans[rotation], turned);
  erasePieces(image, letters.components, dots, factor);
}
