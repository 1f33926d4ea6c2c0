import { mapBox } from '../imaging/draw/geometry.ts';
import { around, overlap } from '../model/boxes.ts';
import type { Box, Line, ReadPage, Word } from '../model/document.ts';
import type { GrayImage, OcrEngine, RecognizedLine } from '../ports/ocr-engine.ts';
import type { Cleaned } from './clean.ts';
import { meanConfidence, said } from './confidence.ts';
import { joinCutRows } from './layout/cut-rows.ts';
import { withMissed } from './layout/missed-ink.ts';
import { orderLines } from './layout/reading-order.ts';
import { partTangled } from './layout/tangled-lines.ts';
import { isInk, withoutStrokes } from './noise/ink-or-dirt.ts';
import { withoutShadows } from './noise/shadow.ts';
import { readInked } from './read-inked.ts';
import { readPage } from './read-page.ts';
import { lookAgain } from './reread/second-look.ts';
import { mendCommas } from './spelling/commas.ts';
import { mendCopyMark } from './spelling/copy-marks.ts';
import { mendDoubledDigits } from './spelling/doubled-digits.ts';
import { mendFirstMark } from './spelling/first-mark.ts';
import { letterWidth, spellOut } from './spelling/letter-spacing.ts';
import { joinStopDash } from './spelling/stop-dash.ts';

/**
 * A page that reads with less confidence is read a second time. Clear type that reads well has 0.91 and more; below are clotted and grainy type, old print, and
 * photocopies of copies (75 pages). Worn ribbons, sharpened, read as well at 0.9 as at 0.93 (CER 2.9 and 2.8 % of 24 pages).
 */
const SURE = { clear: 0.9, carbon: 0.93, worn: 0.9 };
/** A line that one reading alone has is type at this confidence, and not what shines through. */
const TRUSTED = 0.7;

/** Reads a cleaned page: words with their place in the upright frame and on the scan. EngineError as the engine says. */
export async function recognize(
  cleaned: Cleaned,
  engine: OcrEngine,
  signal?: AbortSignal,
): Promise<ReadPage> {
  const { page } = cleaned;
  const { image, read } = await bestReading(cleaned, engine, signal);
  const drawn = { ...cleaned, image };
  const inked = read
    .map((line) => joinStopDash(line, cleaned.letterHeight))
    .map((line) => ({ ...line, words: line.words.filter((word) => isInk(word, drawn)) }))
    .map((line) => (cleaned.type === 'worn' ? line : withoutShadows(line, image, cleaned.letterHeight)))
    .map((line) => withoutStrokes(line, drawn))
    .filter((line) => line.words.length > 0)
    // What was no ink may have stood far beside the words.
    .map((line) => ({ ...line, box: around(line.words.map(({ box }) => box)) }));
  // Mexican typists set headings wide (`P R E S E N T E`), and records keep them as typed; elsewhere they are what the engine takes them for, words.
  const spaced = engine.languages.includes('spa');
  const usual = letterWidth(inked);
  const lines = orderLines(inked)
    .map((line) => mendCommas(line, image, cleaned.letterHeight))
    .map((line) => mendCopyMark(line, image, cleaned.letterHeight))
    .map((line) => (spaced ? spellOut(line, image, cleaned.letterHeight, usual) : line))
    .map((line) => placeLine(line, cleaned));
  return readPage(page, mendFirstMark(mendDoubledDigits(lines)), engine.name);
}

interface Reading {
  readonly image: GrayImage;
  readonly read: readonly RecognizedLine[];
}

/** A page that reads badly is read again, drawn otherwise; of the reading that says more, doubtful lines are read once more. */
async function bestReading(cleaned: Cleaned, engine: OcrEngine, signal?: AbortSignal): Promise<Reading> {
  const { image, plain, type, otherwise, letterHeight } = cleaned;
  if (cleaned.page.flags.includes('blank')) return { image, read: [] };
  const first = await readWhole(cleaned, engine, signal);
  if ((meanConfidence(first.read) ?? 0) >= SURE[type]) return first;
  const second = await readWhole({ ...cleaned, image: await otherwise() }, engine, signal);
  const [best, other] = said(second.read) > said(first.read) ? [second, first] : [first, second];
  const both = [...best.read, ...onlyIn(other.read, best.read)];
  if (letterHeight === null) return { ...best, read: both };
  const images = { read: best.image, drawn: plain };
  return { ...best, read: await lookAgain(both, images, letterHeight, engine, signal) };
}

/** Lines of one reading where the other has nothing, as far as they are no guesses. */
function onlyIn(lines: readonly RecognizedLine[], others: readonly RecognizedLine[]): RecognizedLine[] {
  const taken = others.flatMap(({ words }) => words.map(({ box }) => box));
  const next = Math.max(0, ...others.map((line) => line.block + 1));
  return lines
    .filter((line) => (meanConfidence([line]) ?? 0) >= TRUSTED)
    .filter(({ words }) => !words.some(({ box }) => taken.some((it) => overlap(it, box))))
    .map((line) => ({ ...line, block: next + line.block }));
}

async function readWhole(cleaned: Cleaned, engine: OcrEngine, signal?: AbortSignal): Promise<Reading> {
  const { image } = cleaned;
  const lines = await readInked(image, engine, signal);
  const whole = await joinCutRows(lines, cleaned, engine, signal);
  const parted = await partTangled(whole, cleaned, engine, signal);
  return { image, read: await withMissed(parted, cleaned, engine, signal) };
}

function placeLine(line: RecognizedLine, cleaned: Cleaned): Line {
  const words = line.words.map(
    ({ text, box, confidence }): Word => ({ text, confidence, ...place(box, cleaned) }),
  );
  return { block: line.block, ...place(line.box, cleaned), words };
}

function place(box: Box, { page, toFrame }: Cleaned): { box: Box; upright: Box } {
  const upright = toFrame(box);
  return { box: within(mapBox(page.toSource, upright), page), upright };
}

/** Straightening tilts boxes: their corners may leave the scan by a hair. */
function within(
  { x, y, width, height }: Box,
  page: { readonly width: number; readonly height: number },
): Box {
  const left = Math.min(page.width, Math.max(0, x));
  const top = Math.min(page.height, Math.max(0, y));
  return {
    x: left,
    y: top,
    width: Math.max(0, Math.min(page.width, x + width) - left),
    height: Math.max(0, Math.min(page.height, y + height) - top),
  };
}
