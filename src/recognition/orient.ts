import { type Canvas, draw } from '../imaging/draw/canvas.ts';
import { layUpright, type Sheet, squareSize } from '../imaging/draw/frame.ts';
import { compose, invert, mapBox, scaling } from '../imaging/draw/geometry.ts';
import { readingScale } from '../imaging/draw/reading-size.ts';
import { busiestStrip } from '../imaging/measure/letters.ts';
import { letterHeight, type Survey } from '../imaging/measure/survey.ts';
import type { Box, Rotation } from '../model/document.ts';
import type { OcrEngine, RecognizedLine } from '../ports/ocr-engine.ts';
import { readInked } from './read-inked.ts';

/** Below these, shapes alone have been wrong on real pages: few letters, capitals only, a torn carbon. */
const CLEAR = { letters: 200, axis: 1.5, up: 1.15 };
/** The best reading must say this many times as much as the next one. */
const MARGIN = 1.3;
/**
 * A strip that says this much, and this much a letter, is upright: no need to read it the other ways. Of 48 readings of 12 pages (curved,
 * faded, photocopy; each in four directions) the upright ones said 40 and more, 0.35 a letter; the others 25 and 0.06 at most.
 */
const PLAIN = { said: 35, perLetter: 0.3 };

/** Whether a page needs turning, decided; `unsure` asks for a person's eye. */
export interface Orientation {
  readonly rotation: Rotation;
  readonly unsure: boolean;
}

/** The scan as the survey found it, and what EXIF says of it. */
export interface Unturned {
  readonly survey: Survey;
  readonly canvas: Canvas;
  readonly sheet: Sheet;
  readonly exif: { readonly mirrored: boolean; readonly rotation: Rotation };
}

/**
 * Decides the quarter turn. What the camera wrote into EXIF counts only where the text itself does not tell: by
 * the shapes of its letters, and where those are in doubt, by reading a strip of it each way.
 */
export async function orient(page: Unturned, engine: OcrEngine): Promise<Orientation> {
  const { direction, letters } = page.survey;
  const count = letters.pieces.length;
  if (count === 0) return { rotation: page.exif.rotation, unsure: false };
  const sureAxis = count >= CLEAR.letters && direction.axis >= CLEAR.axis;
  if (sureAxis && direction.up >= CLEAR.up) return { rotation: direction.rotation, unsure: false };

  const readings: { rotation: Rotation; said: number }[] = [];
  for (const turn of sureAxis ? [0, 180] : [0, 180, 90, 270]) {
    const rotation = ((direction.rotation + turn) % 360) as Rotation;
    const lines = await readStrip(page, rotation, engine);
    const said = sense(lines);
    if (said >= PLAIN.said && said >= PLAIN.perLetter * lettersOf(lines)) return { rotation, unsure: false };
    readings.push({ rotation, said });
  }
  readings.sort((a, b) => b.said - a.said);
  const [best, next] = readings;
  if (best!.said > next!.said * MARGIN) return { rotation: best!.rotation, unsure: false };
  return { rotation: page.exif.rotation, unsure: true };
}

function readStrip(page: Unturned, rotation: Rotation, engine: OcrEngine) {
  const { survey, canvas, sheet, exif } = page;
  const frame = layUpright(sheet, exif.mirrored, rotation, survey.direction.leans[rotation]);
  const toScan = compose(scaling(survey.factor), invert(canvas.fromScan));
  // A strip of a nearly empty page may hold dirt alone.
  const strip: Box | undefined =
    survey.letters.pieces.length < CLEAR.letters
      ? undefined
      : mapBox(compose(toScan, frame.fromScan), busiestStrip(survey.letters, survey, rotation % 180 !== 0));
  const x = letterHeight(survey, rotation);
  const onFrame = x === null ? null : (x * squareSize(sheet).width) / canvas.image.width;
  const image = draw(canvas, frame, readingScale(frame, onFrame, null), { region: strip });
  return readInked(image, engine);
}

const lettersOf = (lines: readonly RecognizedLine[]) =>
  lines.flatMap(({ words }) => words).reduce((sum, { text }) => sum + text.length, 0);

/**
 * How much a reading says: letters of plausible words, weighed by the engine's own confidence. Words that run down
 * the picture do not count: the engine turns columns of type by itself, and would read well what lies sideways.
 */
function sense(lines: readonly RecognizedLine[]): number {
  const words = lines
    .flatMap((line) => line.words)
    .filter(({ text, box }) => /^\P{L}*\p{L}{3,}\P{L}*$/u.test(text) && box.width > box.height);
  return words.reduce((sum, word) => sum + word.text.length * Math.max(0, word.confidence - 0.4), 0);
}
