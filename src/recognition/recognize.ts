import { mapBox } from '../imaging/draw/geometry.ts';
import type { Box, Line, ReadPage, Word } from '../model/document.ts';
import type { OcrEngine, RecognizedLine } from '../ports/ocr-engine.ts';
import { asRead } from './as-read.ts';
import type { Cleaned } from './clean.ts';
import type { Mend, Reading } from './mends/mend.ts';
import { MENDS } from './mends/mends.ts';
import { readInked } from './read-inked.ts';

/**
 * Reads a cleaned page: the engine reads the whole, the mends put right what it got wrong, one after the other, and the words are placed in the
 * upright frame and on the scan. EngineError as the engine says.
 */
export async function recognize(
  cleaned: Cleaned,
  engine: OcrEngine,
  mends: readonly Mend[] = MENDS,
): Promise<ReadPage> {
  const { lines, page } = await readMended(cleaned, engine, mends);
  return asRead(
    page.page,
    lines.map((line) => placeLine(line, page)),
    engine.name,
  );
}

async function readMended(page: Cleaned, engine: OcrEngine, mends: readonly Mend[]): Promise<Reading> {
  const lines = page.page.flags.includes('blank') ? [] : await readInked(page.image, engine);
  let reading: Reading = { lines, page, engine, doubted: false };
  for (const [i, mend] of mends.entries())
    reading = await mend.apply(reading, (other) => readMended(other, engine, mends.slice(0, i)));
  return reading;
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
