// Which engine reads text. What it needs is loaded when it is asked for; the thread that reads pages asks too, so this lies below
// workers/.
import path from 'node:path';
import type { OcrEngine } from '../ports/ocr-engine.ts';
import { type Row, rowOf } from './table.ts';

interface Options {
  readonly languages: readonly string[];
  /** A folder of models; absent: those that come with the engine. */
  readonly models?: string;
}

interface Engine extends Row {
  name(options: Options): Promise<string>;
  open(options: Options): Promise<OcrEngine>;
}

const tesseractJs = () => import('../adapters/ocr-engine/tesseract-js/tesseract-js.ts');
const tesseract = () => import('../adapters/ocr-engine/tesseract/tesseract.ts');

const ENGINES: readonly Engine[] = [
  {
    written: 'tesseract-js:',
    isMeant: (url) => url.startsWith('tesseract-js:'),
    name: async (options) => (await tesseractJs()).nameTesseractJs(options),
    open: async (options) => (await tesseractJs()).openTesseractJs(options),
  },
  {
    written: 'tesseract:',
    isMeant: (url) => url.startsWith('tesseract:'),
    name: async (options) => (await tesseract()).nameTesseract(options),
    open: async (options) => (await tesseract()).openTesseract(options),
  },
];

/** Both fail with a DependencyError when the program or the model of a language is missing. */
export interface EngineChoice {
  /** What the engine will call itself, without starting it. */
  name(): Promise<string>;
  open(): Promise<OcrEngine>;
}

/** The engine of an address, with a folder of models behind its colon where there is one. UsageError for an address of none. */
export function chooseEngine(url: string, languages: readonly string[]): EngineChoice {
  const refusal = { code: 'unknown-ocr-url', port: 'OCR engine', setting: '--ocr and FOJA_OCR' } as const;
  const engine = rowOf(ENGINES, url, refusal);
  const folder = url.slice(url.indexOf(':') + 1);
  const options = { languages, ...(folder && { models: path.resolve(folder) }) };
  return { name: () => engine.name(options), open: () => engine.open(options) };
}
