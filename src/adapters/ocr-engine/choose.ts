// Which OCR engine a URL names.
import path from 'node:path';
import { UsageError } from '../../model/errors.ts';
import type { OcrEngine } from '../../ports/ocr-engine.ts';
import { nameTesseract, openTesseract } from './tesseract/tesseract.ts';
import { nameTesseractJs, openTesseractJs } from './tesseract-js/tesseract-js.ts';

/** Both fail with a DependencyError when the program or the model of a language is missing. */
export interface EngineChoice {
  /** What the engine will call itself, without starting it. */
  name(): Promise<string>;
  open(): Promise<OcrEngine>;
}

/** `tesseract-js:` or `tesseract:`, either with a folder of models behind the colon. UsageError for anything else. */
export function chooseEngine(url: string, languages: readonly string[]): EngineChoice {
  const [, program, folder] = /^(tesseract|tesseract-js):(.*)$/s.exec(url) ?? [];
  const options = { languages, ...(folder && { models: path.resolve(folder) }) };
  switch (program) {
    case 'tesseract-js':
      return { name: () => nameTesseractJs(options), open: () => openTesseractJs(options) };
    case 'tesseract':
      return { name: () => nameTesseract(options), open: () => openTesseract(options) };
    default:
      throw new UsageError(
        'unknown-ocr-url',
        `No adapter for the OCR engine ${url}: --ocr and FOJA_OCR take tesseract-js: or tesseract:, either with a folder of models behind the colon.`,
        { about: `${url} → tesseract-js:, tesseract:` },
      );
  }
}
