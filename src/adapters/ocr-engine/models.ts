import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DependencyError } from '../../model/errors.ts';

const require = createRequire(import.meta.url);

const DIGEST_DIGITS = 12;

/** Which trained model reads which language. `label` says it in records. */
export interface Models {
  readonly languages: readonly string[];
  readonly files: ReadonlyMap<string, string>;
  readonly label: string;
}

/** Finds every language's model, in `folder` or in its npm package. DependencyError names what to install. */
export async function findModels(languages: readonly string[], folder?: string): Promise<Models> {
  const files = new Map<string, string>();
  for (const language of languages) files.set(language, await findModel(language, folder));
  const made = folder === undefined ? 'best_int' : await digests([...files.values()]);
  return { languages, files, label: `${languages.join('+')} ${made}` };
}

async function findModel(language: string, folder: string | undefined): Promise<string> {
  // Languages come from the command line and become part of a path.
  const path = !/^[a-z]{3}(_[a-z]+)?$/i.test(language)
    ? null
    : folder === undefined
      ? packaged(language)
      : join(folder, `${language}.traineddata`);
  if (path !== null && (await stat(path).catch(() => null))?.isFile()) return path;
  const [where, remedy] =
    folder === undefined
      ? ['among the installed packages', `npm install @tesseract.js-data/${language}`]
      : [
          `in ${folder}`,
          `put ${language}.traineddata there, or apt-get install tesseract-ocr-${language.replaceAll('_', '-')}`,
        ];
  throw new DependencyError(
    'language-missing',
    `No model for the language "${language}" ${where}: ${remedy}.`,
    { about: folder === undefined ? `${language}: ${remedy}` : `${join(folder, `${language}.traineddata`)}` },
  );
}

/** The same folder may hold another model tomorrow: only its bytes say which one it is. */
async function digests(paths: readonly string[]): Promise<string> {
  const models = await Promise.all(paths.map(readModel));
  return models
    .map((model) => createHash('sha256').update(model).digest('hex').slice(0, DIGEST_DIGITS))
    .join('+');
}

function packaged(language: string): string | null {
  try {
    const root = dirname(require.resolve(`@tesseract.js-data/${language}/package.json`));
    return join(root, '4.0.0_best_int', `${language}.traineddata.gz`);
  } catch {
    return null;
  }
}

/**
 * Lays the models into one folder, as tesseract.js reads them from one and npm keeps each in its own. Dispose once
 * they are loaded. DependencyError when one is damaged.
 */
export async function gatherModels(models: Models): Promise<{ folder: string } & AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), 'foja-models-'));
  const gathered = { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
  try {
    for (const [language, path] of models.files)
      await writeFile(join(folder, `${language}.traineddata`), await readModel(path));
    return gathered;
  } catch (cause) {
    await gathered[Symbol.asyncDispose]();
    throw cause;
  }
}

/** The model's bytes, unpacked. DependencyError when they are none: Tesseract would end the process. */
async function readModel(path: string): Promise<Buffer> {
  try {
    return checked(await readFile(path), path);
  } catch (cause) {
    if (cause instanceof DependencyError) throw cause;
    throw damaged(path, cause);
  }
}

/** Slot of the LSTM network in the table at the head of a model (tesseract's tessdatamanager.h). */
const LSTM = 17;

function checked(file: Buffer, path: string): Buffer {
  const model = file[0] === 0x1f && file[1] === 0x8b ? gunzipSync(file) : file;
  const slots = model.length < 4 ? 0 : model.readInt32LE(0);
  if (slots <= LSTM || slots > 64 || model.length < 4 + 8 * slots) throw damaged(path);
  const offsets = Array.from({ length: slots }, (_, i) => Number(model.readBigInt64LE(4 + 8 * i)));
  if (offsets[LSTM]! <= 0 || offsets.some((offset) => offset > model.length)) throw damaged(path);
  return model;
}

const damaged = (path: string, cause?: unknown) =>
  new DependencyError('model-damaged', `${path} is no model that Tesseract can read: install it again.`, {
    about: path,
    cause,
  });
