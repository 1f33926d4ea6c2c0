import { rightOf } from '../../../model/boxes.ts';
import type { GrayImage, RecognizedLine, RecognizedWord } from '../../../ports/ocr-engine.ts';
import { keepWords, type Mend } from '../mend.ts';

export const shadows: Mend = {
  name: 'shadows',
  why: 'What shines through from the other side, and what is left of stamps, is read as words.',
  apply: (reading, again) => (reading.page.type === 'worn' ? reading : dropShadows(reading, again)),
};

/** Of words above, hardly one is a shadow. */
const DOUBTFUL = 0.75;
/** Darker pixels are ink or its shadow. */
const MARK = 200;
/** So gray is the darkest quarter of a shadow at least: of 60 doubtful words none that was typed, and what shone through from 140 on. */
const SHADOW = 135;

/** In heights of a small x: words of one line stand no farther apart. */
const APART = 4;

const dropShadows = keepWords((line, { page }) => withoutShadows(line, page.image, page.letterHeight).words);

/**
 * A line without what shines through at its ends. Between words that were read for sure a carbon copy is as pale in places: of eight doubtful words there
 * all were typed, of nineteen others none (45 pages).
 */
export function withoutShadows(
  line: RecognizedLine,
  image: GrayImage,
  letterHeight: number | null,
): RecognizedLine {
  const pale = line.words.map((word) => isShadow(word, image));
  const [first, last] = [pale.indexOf(false), pale.lastIndexOf(false)];
  const near = (i: number) =>
    letterHeight !== null && line.words[i + 1]!.box.x - rightOf(line.words[i]!.box) <= APART * letterHeight;
  const isKept = (i: number) => !pale[i] || (i > first && i < last && near(i - 1) && near(i));
  return { ...line, words: line.words.filter((_, i) => isKept(i)) };
}

/**
 * Whether a doubtful word on a page of black type is so pale that it shines through from the other side, or is what was left of a
 * stamp. On pages of worn type (faded ribbons) half of such words are type.
 */
function isShadow({ box, confidence }: RecognizedWord, { data, width, height }: GrayImage): boolean {
  if (confidence >= DOUBTFUL) return false;
  const [left, top] = [Math.max(0, Math.floor(box.x)), Math.max(0, Math.floor(box.y))];
  const right = Math.min(width, Math.ceil(box.x + box.width));
  const bottom = Math.min(height, Math.ceil(box.y + box.height));
  let [marks, dark] = [0, 0];
  for (let y = top; y < bottom; y++)
    for (let i = y * width + left; i < y * width + right; i++) {
      if (data[i]! < MARK) marks++;
      if (data[i]! < SHADOW) dark++;
    }
  return marks > 0 && dark < marks / 4;
}
