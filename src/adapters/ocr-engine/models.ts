import { copyFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DependencyError } from '../../errors.ts';

const require = createRequire(import.meta.url);

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
  return { languages, files, label: `${languages.join('+')} ${folder ?? 'best_int'}` };
}

async function findModel(language: string, folder: string | undefined): Promise<string> {
  const path = folder === undefined ? packaged(language) : join(folder, `${language}.traineddata`);
  if (path !== null && (await stat(path).catch(() => null))?.isFile()) return path;
  const remedy =
    folder === undefined ? `npm install @tesseract.js-data/${language}` : `put ${language}.traineddata there`;
  const where = folder === undefined ? 'among the installed packages' : `in ${folder}`;
  throw new DependencyError(
    'language-missing',
    `No model for the language "${language}" ${where}: ${remedy}.`,
  );
}

function packaged(language: string): string | null {
  if (!/^[a-z]{3}(_[a-z]+)?$/i.test(language)) return null;
  try {
    const root = dirname(require.resolve(`@tesseract.js-data/${language}/package.json`));
    return join(root, '4.0.0_best_int', `${language}.traineddata.gz`);
  } catch {
    return null;
  }
}

/** tesseract.js reads all its models from one folder; npm keeps each in its own. Dispose once they are loaded. */
export async function gatherModels(models: Models): Promise<{ folder: string } & AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), 'foja-models-'));
  for (const [language, path] of models.files) await copyFile(path, join(folder, `${language}.traineddata`));
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}
