import {
  around,
  bottomOf,
  centreOf,
  median,
  overlap,
  rightOf,
  sharedHeight,
  sharedWidth,
} from '../../../model/boxes.ts';
import type { Box } from '../../../model/document.ts';
import type { GrayImage, OcrEngine, RecognizedLine, RecognizedWord } from '../../../ports/ocr-engine.ts';
import { meanConfidence, said } from '../../confidence.ts';
import { type LinePicture, readLinePictures } from '../../line-pictures.ts';
import type { Mend, Reading } from '../mend.ts';
import { isSure } from './drawn-otherwise.ts';

export const secondLook: Mend = {
  name: 'second-look',
  why: 'On a page that reads badly, doubtful lines read better each alone, drawn darker or lighter.',
  apply: lookAtDoubtful,
};

/** Of words above, few are wrong. */
const DOUBTFUL = 0.75;
/** As gray is a share of white: an exponent under which pale strokes come out darker. 2.2 lost on carbon copies what it won on worn ribbons. */
const DARKER = 1.5;
/** A factor of gray under which what shines through goes. 1.9 took strokes with it. */
const LIGHTER = 1.4;
/** So many doubtful lines, from all over the page, tell how the others are best drawn: 4 and 8 chose alike, or nearly, on 15 pages. */
const TRIED = 6;
/** Twice a full page of a gazette. A page with more doubtful lines is full of what is no type: reading each would cost minutes. */
const MOST_LINES = 200;
/** Paper around a line, in heights of a small x. */
const MARGIN = { x: 1.2, y: 0.6 };
/** Words that share this much of the lower and of the shorter one stand at one place, lines of which so many words do. */
const SAME = 0.5;
/** Words of two readings stand at one place when they share this much of the shorter one. */
const SHARED = 0.3;
/** What a reading says with that finds no word where another does. */
const SILENCE = 0.55;

/** Reads the doubtful lines of a page that reads badly again. */
async function lookAtDoubtful(reading: Reading): Promise<Reading> {
  const { lines, page, engine, doubted } = reading;
  if (page.letterHeight === null || (!doubted && isSure(reading))) return reading;
  const images = { read: page.image, drawn: page.plain };
  return { ...reading, lines: await lookAgain(lines, images, page.letterHeight, engine) };
}

/** A part of the page as it was read, or as it would be on a page with more or with less ink. */
interface Look {
  readonly image: GrayImage;
  readonly redraw?: (pixels: Uint8Array) => void;
}

const through = (curve: (gray: number) => number) => {
  const table = Uint8Array.from({ length: 256 }, (_, gray) => Math.min(255, Math.round(curve(gray))));
  return (pixels: Uint8Array) => {
    for (let i = 0; i < pixels.length; i++) pixels[i] = table[pixels[i]!]!;
  };
};
const darken = through((gray) => 255 * (gray / 255) ** DARKER);
const lighten = through((gray) => LIGHTER * gray);

/**
 * Reads the doubtful lines of a page that reads badly again, each alone, and lets both readings vote on every word. A few of them tell whether
 * lines are drawn as before, darker (worn ribbons, whose strokes break) or lighter (carbon copies on thin paper, through which the other
 * side shines). On 15 such pages a third of the wrong letters of doubtful lines went, on one of them more than half; on 21 clear ones
 * that read well nothing was won. EngineError as the engine says.
 */
export async function lookAgain(
  lines: readonly RecognizedLine[],
  images: { readonly read: GrayImage; readonly drawn: GrayImage },
  letterHeight: number,
  engine: OcrEngine,
): Promise<RecognizedLine[]> {
  const whole = joinHalves(lines);
  const doubtful = whole.filter(isDoubtful);
  if (doubtful.length > MOST_LINES) return [...lines];
  const drawn = (line: RecognizedLine, drawing: Look): LinePicture => ({
    ...drawing,
    box: rowOf(line, letterHeight),
  });
  const tried = evenly(doubtful, TRIED);
  const drawings: Look[] = [
    { image: images.read },
    { image: images.drawn, redraw: darken },
    { image: images.drawn, redraw: lighten },
  ];
  const trial = await readLinePictures(
    drawings.flatMap((drawing) => tried.map((line) => drawn(line, drawing))),
    engine,
  );
  const trials = drawings.map((drawing, i) => ({
    drawing,
    read: trial.slice(i * tried.length, (i + 1) * tried.length),
  }));
  const best = trials.reduce((one, other) => (said(other.read.flat()) > said(one.read.flat()) ? other : one));
  const rest = doubtful.filter((line) => !tried.includes(line));
  const read = await readLinePictures(
    rest.map((line) => drawn(line, best.drawing)),
    engine,
  );
  const again = new Map([...tried, ...rest].map((line, i) => [line, [...best.read, ...read][i]!]));
  const voted = whole.flatMap((line) => {
    const second = again.get(line);
    if (!second) return [line];
    const words = vote([line.words, second.flatMap((it) => it.words)]);
    return words.length > 0 ? [{ ...line, box: around(words.map(({ box }) => box)), words }] : [];
  });
  return withoutParts(voted);
}

/** The row of a line may run through a shorter one: what was read of it then is in both. */
const withoutParts = (lines: readonly RecognizedLine[]): RecognizedLine[] =>
  lines.filter(
    (line, i) =>
      !lines.some(
        (other, j) =>
          (other.words.length > line.words.length || (other.words.length === line.words.length && j < i)) &&
          isPartOf(line, other),
      ),
  );

function isPartOf(line: RecognizedLine, other: RecognizedLine): boolean {
  if (!overlap(line.box, other.box)) return false;
  const words = line.words.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  const same = words.filter(({ text, box }) =>
    other.words.some((word) => word.text === text && isSamePlace(word.box, box)),
  );
  return (
    same.length > SAME * words.length &&
    words.every(({ box }) => other.words.some((word) => overlap(word.box, box)))
  );
}

/** So many of all, from the first to the last. */
const evenly = <T>(all: readonly T[], most: number): T[] =>
  all.length <= most
    ? [...all]
    : Array.from({ length: most }, (_, i) => all[Math.floor((i * all.length) / most)]!);

const isDoubtful = ({ words }: RecognizedLine) => words.some(({ confidence }) => confidence < DOUBTFUL);

/** Two doubtful lines at one place are the upper and the lower half of one, each of which would be read as the whole. */
function joinHalves(lines: readonly RecognizedLine[]): RecognizedLine[] {
  const whole: RecognizedLine[] = [];
  for (const line of lines) {
    const half = isDoubtful(line) ? whole.findIndex((it) => isDoubtful(it) && coincide(it, line)) : -1;
    if (half < 0) whole.push(line);
    else whole[half] = join(whole[half]!, line);
  }
  return whole;
}

/** Boxes of lines tell less: one word that was read askew makes a line as high as two. */
function coincide(one: RecognizedLine, other: RecognizedLine): boolean {
  if (!overlap(one.box, other.box)) return false;
  const [a, b] = [one.words, other.words];
  const [few, many] = a.length < b.length ? [a, b] : [b, a];
  const shared = few.filter((word) => many.some(({ box }) => isSamePlace(word.box, box)));
  return shared.length >= SAME * few.length;
}

const isSamePlace = (a: Box, b: Box) =>
  sharedHeight(a, b) > SAME * Math.min(a.height, b.height) &&
  sharedWidth(a, b) > SAME * Math.min(a.width, b.width);

const join = (a: RecognizedLine, b: RecognizedLine): RecognizedLine => ({
  ...a,
  box: around([a.box, b.box]),
  words: [...a.words, ...b.words].sort((one, other) => one.box.x - other.box.x),
});

/** The words that most of the readings of a line have, place by place, each reading with the weight of its confidence. */
export function vote(readings: readonly (readonly RecognizedWord[])[]): RecognizedWord[] {
  return placesOf(readings.flat().map(({ box }) => box)).flatMap((place) => {
    const candidates = new Map<string, { weight: number; words: readonly RecognizedWord[] }>();
    for (const reading of readings) {
      const words = reading.filter(({ box }) => isWithin(centreOf(box), place));
      const text = words.map((word) => word.text).join(' ');
      const weight = words.length > 0 ? sureness(words) : SILENCE;
      const known = candidates.get(text);
      candidates.set(text, {
        weight: weight + (known?.weight ?? 0),
        words: known && sureness(known.words) >= sureness(words) ? known.words : words,
      });
    }
    return [...candidates.values()].reduce((best, it) => (it.weight > best.weight ? it : best)).words;
  });
}

const sureness = (words: readonly RecognizedWord[]): number => meanConfidence([{ words }]) ?? 0;

interface Place {
  readonly from: number;
  to: number;
}

/** Where words stand along a line, what overlaps taken together. */
function placesOf(boxes: readonly Box[]): Place[] {
  const places: Place[] = [];
  for (const box of boxes.toSorted((a, b) => a.x - b.x)) {
    const last = places.at(-1);
    const shared = last ? Math.min(rightOf(box), last.to) - box.x : 0;
    if (last && shared > SHARED * Math.min(box.width, last.to - last.from))
      last.to = Math.max(last.to, rightOf(box));
    else places.push({ from: box.x, to: rightOf(box) });
  }
  return places;
}

const isWithin = (x: number, { from, to }: Place) => x >= from && x <= to;

/** The row on which most words of a line stand, with paper around it. */
function rowOf({ words }: RecognizedLine, letter: number): Box {
  const { x, y, width, height } = around(words.map(({ box }) => box));
  const top = Math.max(y, median(words.map(({ box }) => box.y)) - letter);
  const bottom = Math.min(y + height, median(words.map(({ box }) => bottomOf(box))) + letter);
  return {
    x: x - MARGIN.x * letter,
    y: top - MARGIN.y * letter,
    width: width + 2 * MARGIN.x * letter,
    height: bottom - top + 2 * MARGIN.y * letter,
  };
}
