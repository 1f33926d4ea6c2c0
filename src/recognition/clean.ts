import { sharpen } from '../imaging/clean/sharpen.ts';
import { smooth } from '../imaging/clean/smooth.ts';
import { eraseSpecks } from '../imaging/clean/specks.ts';
import { type Canvas, draw } from '../imaging/draw/canvas.ts';
import { layUpright, type Sheet, squareSize } from '../imaging/draw/frame.ts';
import { compose, exifTurn, IDENTITY, invert, mapBox, scaling } from '../imaging/draw/geometry.ts';
import { mirror } from '../imaging/draw/mirror.ts';
import { READING_HEIGHT, readingScale } from '../imaging/draw/reading-size.ts';
import { bentBox, findCurve } from '../imaging/measure/curve.ts';
import { type Drawing, drawingOf } from '../imaging/measure/drawing.ts';
import { findGutter } from '../imaging/measure/gutter.ts';
import { isCarbon } from '../imaging/measure/ink.ts';
import { dropLeaders, letterHeight, levelPage, type Survey, survey } from '../imaging/measure/survey.ts';
import type { Inks } from '../imaging/measure/tone.ts';
import { decode } from '../imaging/open/decode.ts';
import { cutStrokes } from '../imaging/pens/cut-strokes.ts';
import type { Box, CleanPage, PageFlag, ScannedPage } from '../model/document.ts';
import type { PixelSource } from '../model/pixels.ts';
import type { GrayImage, OcrEngine } from '../ports/ocr-engine.ts';
import { orient } from './orient.ts';

/**
 * How strong the ink is. `carbon` and `worn` ribbons are hardly stronger than what shines through. What is gray on clear pages and on carbon copies shines
 * through or is left of stamps; on pages of worn type it may be type.
 */
export type Type = 'clear' | 'carbon' | 'worn';

/** A page ready to be read: what it is, and the picture that OCR gets. */
export interface Cleaned {
  readonly page: CleanPage;
  /** The upright frame drawn for the engine: larger or smaller, and flat where the page is curved. */
  readonly image: Drawing;
  /** The same, its strokes as they are; where ribbons are not worn, there is no other. */
  readonly plain: GrayImage;
  /** Where a box of the drawing lies in the frame. */
  readonly toFrame: (box: Box) => Box;
  readonly type: Type;
  /** Draws the page as it may read better where it reads badly; null for carbon copies, which read no better (docs/mends.md). */
  readonly otherwise: (() => Promise<GrayImage>) | null;
  /** Cleans the page by its black ink alone; null where all of its ink is black, or was left aside. */
  readonly byBlackInk: (() => Promise<Cleaned>) | null;
  /** Where the scan of an open book is to be cut, as x in the upright frame; null where it shows one page. */
  readonly gutter: number | null;
  /** Height of a small x in `image`, in pixels; null where there are too few letters to tell. */
  readonly letterHeight: number | null;
}

/** An A4 page at 330 dpi. Larger scans are reduced while they are decoded: memory is bounded by this. */
export const WORK_PIXELS = 12e6;

/** The pixels of a page, and what its file says of how they lie. */
export type CleanSource = Pick<Sheet, 'stretch'> & {
  readonly pixels: PixelSource;
  readonly orientation: number;
};

/**
 * Turns a page upright and straight, evens out its light and paper, and draws it at the size that the engine reads
 * best. Only this drawing changes, never the scan. Asks the engine about a few lines where the shapes of
 * the letters leave the direction in doubt. InputError when the pixels cannot be decoded.
 */
export async function clean(
  page: ScannedPage,
  source: CleanSource,
  engine: OcrEngine,
  inks: Inks = 'all',
): Promise<Cleaned> {
  const exif = exifTurn(source.orientation);
  const { stretch } = source;
  const sheet = { width: page.width, height: page.height, stretch };
  const decoded = await decode(source.pixels, WORK_PIXELS, stretch);
  const work = exif.mirrored ? mirror(decoded) : decoded;
  const reduction = work.width / squareSize(sheet).width;
  const found = survey(work, inks);
  const unmirrored = exif.mirrored ? ([-1, 0, 0, 1, page.width, 0] as const) : IDENTITY;
  const canvas: Canvas = {
    image: levelPage(work, found),
    fromScan: compose(unmirrored, scaling(work.width / page.width, work.height / page.height)),
  };
  const { rotation, unsure } = await orient({ survey: found, canvas, sheet, exif }, engine);
  dropLeaders(canvas.image, found, rotation);
  const frame = layUpright(sheet, exif.mirrored, rotation, found.direction.leans[rotation]);
  const drawn = letterHeight(found, rotation);
  const letters = drawn === null ? null : drawn / reduction;
  const scale = readingScale(frame, letters, page.dpi);
  const measured = compose(scaling(found.factor), invert(canvas.fromScan));
  const toFrame = compose(measured, frame.fromScan);
  const gutter = findGutter(found.letters, toFrame, frame);
  // Two pages bend each in its own way: they are flattened when they are read.
  const curve =
    letters === null || gutter !== null ? null : findCurve(found.letters, toFrame, letters, frame);
  const plain = draw(canvas, frame, scale, { curve });
  if (letters !== null) tidy(plain, letters * scale);
  const type: Type = !found.tone?.isPale ? 'clear' : isCarbon(found.mix) ? 'carbon' : 'worn';
  return {
    page: {
      ...page,
      rotation,
      skew: frame.lean,
      flags: [
        ...flagsOf(found, coarsest(letters, stretch)),
        ...(exif.mirrored ? ['mirrored' as const] : []),
        ...(unsure ? ['orientation-unsure' as const] : []),
        ...(curve ? ['curved' as const] : []),
      ],
      ...(curve && { bend: curve.most }),
      upright: { width: frame.width, height: frame.height },
      toSource: invert(frame.fromScan),
    },
    // A worn ribbon left its strokes in pieces: as drawn, words lose their palest letters, and nothing tells that they did.
    image: drawingOf(type === 'worn' ? await sharpen(plain, READING_HEIGHT) : plain),
    plain,
    type,
    otherwise: { clear: () => smooth(plain), carbon: null, worn: async () => plain }[type],
    byBlackInk: type === 'clear' || inks === 'black' ? null : () => clean(page, source, engine, 'black'),
    gutter,
    toFrame: (box) => bentBox(mapBox(scaling(1 / scale), box), curve),
    letterHeight: letters === null ? null : letters * scale,
  };
}

/** Takes away what hinders the engine around the letters: specks, and the strokes that tie lines together. */
function tidy(image: GrayImage, letterHeight: number): void {
  eraseSpecks(image, letterHeight);
  cutStrokes(image, letterHeight);
}

/** Letters as the scan's coarser axis resolves them. */
const coarsest = (height: number | null, { x, y }: Sheet['stretch']) =>
  height === null ? null : height / Math.max(x, y);

/** Fewer pieces of ink than a date has letters: nothing to read. */
const FEWEST_PIECES = 5;
/** Typed letters at 120 dpi. Below, accents and commas begin to merge with their letters. */
const LOW_RESOLUTION = 8.5;
/** Share of the picture. A page cut a little wide is no oddity. */
const BORDER_SHARE = 0.015;

function flagsOf({ letters, border }: Survey, height: number | null): PageFlag[] {
  const flags: PageFlag[] = [];
  if (letters.pieces.length < FEWEST_PIECES) flags.push('blank');
  if (height !== null && height < LOW_RESOLUTION) flags.push('low-resolution');
  if (border.share > BORDER_SHARE) flags.push('dark-border');
  return flags;
}
