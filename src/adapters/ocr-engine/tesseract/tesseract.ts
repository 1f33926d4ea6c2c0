import type { ExecFileException } from 'node:child_process';
import { DependencyError, EngineError } from '../../../model/errors.ts';
import type { GrayImage, OcrEngine, ReadingOptions, RecognizedLine } from '../../../ports/ocr-engine.ts';
import { findModels } from '../models.ts';
import { believable, type Layout, PAGE_SEGMENTATION, PARAMETERS } from '../parameters.ts';
import { tiff } from '../tiff.ts';
import { pagesOfTsv } from '../tsv.ts';
import { runTesseract } from './program.ts';

/** Only the neural models, as tesseract.js reads them: older ones in the same file would read differently. */
const NEURAL_ONLY = '1';

interface Options {
  readonly languages: readonly string[];
  /** A folder of `<language>.traineddata`; without it, the program's own. */
  readonly models?: string;
}

/**
 * The installed `tesseract` program, one process a call: nothing of one page is left for the next, and memory goes with it.
 * DependencyError when the program or a language's model is absent.
 */
export async function openTesseract(options: Options): Promise<OcrEngine> {
  const { name, folder } = await look(options);
  const fixed = [
    ...['--oem', NEURAL_ONLY, '-l', options.languages.join('+')],
    ...['--tessdata-dir', folder],
    ...Object.entries({ ...PARAMETERS, tessedit_create_tsv: '1' }).flatMap((it) => ['-c', it.join('=')]),
  ];
  let closing = new AbortController();
  const read = (images: readonly GrayImage[], layout: Layout, { dpi }: ReadingOptions) => {
    const options = [...fixed, '--psm', PAGE_SEGMENTATION[layout], '--dpi', believable(dpi)];
    return recognize(images, options, closing.signal);
  };
  return {
    name,
    languages: options.languages,
    recognize: async (image, options) => (await read([image], 'page', options))[0]!,
    recognizeLines: async (images, options) => (images.length > 0 ? read(images, 'line', options) : []),
    async close() {
      closing.abort();
      closing = new AbortController();
    },
  };
}

/** Program, version and models as records name them. DependencyError as when it opens. */
export const nameTesseract = async (options: Options): Promise<string> => (await look(options)).name;

async function look({ languages, models }: Options): Promise<{ name: string; folder: string }> {
  const version = /\d+\.\d+\S*/.exec(await asked('--version'))?.[0] ?? 'of unknown version';
  const folder = models ?? (await ownFolder());
  const { label } = await findModels(languages, folder);
  return { name: `tesseract ${version} ${label}`, folder };
}

/** The first line of the list names the folder: `List of available languages in "/…/tessdata/" (4):`. */
async function ownFolder(): Promise<string> {
  const folder = /^[^\n]*"([^"\n]+)"/.exec(await asked('--list-langs'))?.[1];
  if (folder !== undefined) return folder;
  throw new DependencyError(
    'program-too-old',
    'This tesseract does not say where its models are: name their folder (tesseract:/FOLDER), or install version 5.',
  );
}

async function asked(question: '--version' | '--list-langs'): Promise<string> {
  try {
    return await runTesseract([question]);
  } catch (cause) {
    if (cause instanceof DependencyError) throw cause;
    throw new DependencyError('program-broken', `tesseract ${question} fails: install tesseract-ocr again.`, {
      cause,
    });
  }
}

async function recognize(
  images: readonly GrayImage[],
  options: readonly string[],
  signal: AbortSignal,
): Promise<readonly (readonly RecognizedLine[])[]> {
  try {
    const input = tiff(images);
    return pagesOfTsv(await runTesseract(['-', '-', ...options], { input, signal }), images.length);
  } catch (cause) {
    if (cause instanceof DependencyError) throw cause;
    throw new EngineError('engine-failed', `Tesseract did not finish a page: ${reasonOf(cause)}.`, { cause });
  }
}

function reasonOf(cause: unknown): string {
  const { message, signal, stderr } = cause as ExecFileException;
  if (signal) return `the system ended it (${signal})`;
  return stderr?.trim().split('\n').at(-1) || message;
}
