import type { ReadPage, ScannedPage } from '../model/document.ts';
import type { OcrEngine } from '../ports/ocr-engine.ts';
import { type Cleaned, type CleanSource, clean } from './clean.ts';
import type { Mend } from './mends/mend.ts';
import { recognize } from './recognize.ts';
import { readSpread } from './spread.ts';

/** Cleans and reads a scan. InputError when its pixels cannot be decoded; EngineError as the engine says. */
export const readPage = async (
  page: ScannedPage,
  source: CleanSource,
  engine: OcrEngine,
): Promise<ReadPage> => readCleaned(await clean(page, source, engine), source, engine);

/** Reads a page that was cleaned, an open book side by side. `source` is what it was cleaned from. */
export const readCleaned = (
  cleaned: Cleaned,
  source: CleanSource,
  engine: OcrEngine,
  mends?: readonly Mend[],
): Promise<ReadPage> =>
  cleaned.gutter === null
    ? recognize(cleaned, engine, mends)
    : readSpread(cleaned.page, cleaned.gutter, source, engine, mends);
