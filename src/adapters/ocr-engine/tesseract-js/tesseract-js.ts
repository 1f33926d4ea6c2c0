import { createRequire } from 'node:module';
import { createWorker, OEM, type Worker } from 'tesseract.js';
import { DependencyError, EngineError } from '../../../model/errors.ts';
import type { GrayImage, OcrEngine, ReadingOptions, RecognizedLine } from '../../../ports/ocr-engine.ts';
import { findModels, gatherModels, type Models } from '../models.ts';
import { believable, type Layout, PAGE_SEGMENTATION, PARAMETERS } from '../parameters.ts';
import { tiff } from '../tiff.ts';
import { linesOfTsv } from '../tsv.ts';

const VERSION: string = createRequire(import.meta.url)('tesseract.js/package.json').version;

/** WASM memory never shrinks, so that one huge page would be paid for until the end. */
const PAGES_PER_WORKER = 250;

interface Options {
  readonly languages: readonly string[];
  /** A folder of `<language>.traineddata`; without it, the `best_int` models from npm. */
  readonly models?: string;
}

/** Tesseract as WebAssembly, in a thread of its own, offline. DependencyError when a language's model is absent. */
export async function openTesseractJs(options: Options): Promise<OcrEngine> {
  const models = await findModels(options.languages, options.models);
  const engine = new TesseractJs(models);
  await engine.start();
  return engine;
}

/** Program, version and models as records name them, without starting it. DependencyError when a model is absent. */
export const nameTesseractJs = async ({ languages, models }: Options): Promise<string> =>
  nameOf(await findModels(languages, models));

const nameOf = ({ label }: Models) => `tesseract.js ${VERSION} ${label}`;

class TesseractJs implements OcrEngine {
  readonly name: string;
  readonly languages: readonly string[];
  readonly #models: Models;
  #worker: Worker | null = null;
  #pages = 0;

  constructor(models: Models) {
    this.name = nameOf(models);
    this.languages = models.languages;
    this.#models = models;
  }

  async start(): Promise<Worker> {
    if (this.#worker !== null && this.#pages >= PAGES_PER_WORKER) await this.close();
    this.#worker ??= await startWorker(this.#models);
    return this.#worker;
  }

  recognize(image: GrayImage, options: ReadingOptions): Promise<readonly RecognizedLine[]> {
    return this.#read(image, 'page', options);
  }

  async recognizeLines(images: readonly GrayImage[], options: ReadingOptions) {
    const read: (readonly RecognizedLine[])[] = [];
    for (const image of images) read.push(await this.#read(image, 'line', options));
    return read;
  }

  async #read(image: GrayImage, layout: Layout, { dpi }: ReadingOptions): Promise<readonly RecognizedLine[]> {
    const stop = Promise.withResolvers<never>();
    stop.promise.catch(() => {});
    const onExit = (code: number) => stop.reject(new Error(`its thread ended with code ${code}`));
    let thread: NodeJS.EventEmitter | null = null;
    try {
      const worker = await this.start();
      thread = threadOf(worker);
      thread.on('error', stop.reject).on('exit', onExit);
      if (layout === 'page') this.#pages++;
      const reading = worker.recognize(
        tiff([image]),
        // @ts-expect-error any Tesseract parameter may be given for one page; the types know only four.
        { user_defined_dpi: believable(dpi), tessedit_pageseg_mode: PAGE_SEGMENTATION[layout] },
        { text: false, tsv: true },
      );
      reading.catch(() => {});
      const { data } = await Promise.race([reading, stop.promise]);
      return linesOfTsv(data.tsv ?? '');
    } catch (cause) {
      await this.close();
      if (cause instanceof DependencyError) throw cause;
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new EngineError('engine-failed', `Tesseract did not finish a page: ${why}.`, { cause });
    } finally {
      thread?.removeListener('error', stop.reject).removeListener('exit', onExit);
    }
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    this.#pages = 0;
    await worker?.terminate();
  }
}

async function startWorker(models: Models): Promise<Worker> {
  await using gathered = await gatherModels(models);
  const failed = Promise.withResolvers<never>();
  failed.promise.catch(() => {});
  try {
    const worker = await Promise.race([
      createWorker([...models.languages], OEM.LSTM_ONLY, {
        langPath: gathered.folder,
        cacheMethod: 'none',
        gzip: false,
        // Without a handler tesseract.js throws where nobody can catch it.
        errorHandler: failed.reject,
      }),
      failed.promise,
    ]);
    await worker.setParameters(PARAMETERS);
    return worker;
  } catch (cause) {
    throw new DependencyError(
      'model-unusable',
      `Tesseract cannot load its models (${models.label}): ${String(cause)}. Install them again.`,
      { about: models.label, cause },
    );
  }
}

// tesseract.js keeps its thread in `worker`, which its types leave out.
const threadOf = (worker: Worker): NodeJS.EventEmitter =>
  (worker as unknown as { worker: NodeJS.EventEmitter }).worker;
