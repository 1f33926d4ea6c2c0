import { around, bottomOf, centreOf, median, rightOf, sharedHeight, sharedWidth } from '../boxes.ts';
import type { Box } from '../document.ts';
import type { GrayImage, OcrEngine, RecognizedLine, RecognizedWord } from '../ports/ocr-engine.ts';
import { type LinePicture, readLinePictures } from './line-pictures.ts';

/** Of words above, few are wrong. */
const DOUBTFUL = 0.75;
/** Exponent of gray as a share of white: pale strokes come out darker. 2.2 lost on carbon copies what it won on worn ribbons. */
const DARKER = 1.5;
/** Paper around a line, in heights of a small x. */
const MARGIN = { x: 1.2, y: 0.6 };
/** Words that share this much of the lower and of the shorter one stand at one place, lines of which so many words do. */
const SAME = 0.5;
/** Words of two readings stand at one place when they share this much of the shorter one. */
const SHARED = 0.3;
/** What a reading says with that finds no word where another does. */
const SILENCE = 0.55;

const darkened = Uint8Array.from({ length: 256 }, (_, value) => Math.round(255 * (value / 255) ** DARKER));
const darken = (pixels: Uint8Array) => {
  for (let i = 0; i < pixels.length; i++) pixels[i] = darkened[pixels[i]!]!;
};

/**
 * Reads the doubtful lines of a pale page again, each alone: once as the page was read, once drawn darker; the three readings
 * vote on every word. On 12 carbon copies and worn ribbons a quarter of the wrong letters of such lines went; on other pages nothing was
 * won (21 of seven kinds), so that only pale ones are asked about. EngineError as the engine says.
 */
export async function lookAgain(
  lines: readonly RecognizedLine[],
  images: { readonly read: GrayImage; readonly pale: GrayImage },
  letterHeight: number,
  engine: OcrEngine,
  signal?: AbortSignal,
): Promise<RecognizedLine[]> {
  const whole = joinHalves(lines);
  const doubtful = whole.filter(isDoubtful);
  const pictures = doubtful.flatMap((line): LinePicture[] => {
    const box = rowOf(line, letterHeight);
    return [
      { image: images.read, box },
      { image: images.pale, box, redraw: darken },
    ];
  });
  const again = await readLinePictures(pictures, engine, signal);
  const wordsOf = (i: number) => again[i]!.flatMap(({ words }) => words);
  return whole.flatMap((line) => {
    const i = doubtful.indexOf(line);
    if (i < 0) return [line];
    const words = vote([line.words, wordsOf(2 * i), wordsOf(2 * i + 1)]);
    return words.length > 0 ? [{ ...line, box: around(words.map(({ box }) => box)), words }] : [];
  });
}

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
function coincide({ words: a }: RecognizedLine, { words: b }: RecognizedLine): boolean {
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

/** Mean confidence, long words counting more; 0 of no words. */
function sureness(words: readonly RecognizedWord[]): number {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  return (
    words.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0) / Math.max(1, letters)
  );
}

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
