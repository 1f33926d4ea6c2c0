import { run } from '../run.ts';
import type { Reader } from './reader.ts';

/** One engine thread a process, as foja's engines have: as many processes as pages at a time. */
const ONE_THREAD = { OMP_THREAD_LIMIT: '1' };

/** Native Tesseract on the scan as it is; null where it is not installed. */
export async function tesseractReader(): Promise<Reader | null> {
  const installed = await tesseractLanguages();
  if (installed === null) return null;
  return {
    name: 'tesseract',
    async refuses({ languages, type }) {
      const missing = languages.filter((language) => !installed.includes(language));
      if (missing.length > 0) return `no model for ${missing.join('+')}`;
      return type === 'application/pdf' ? 'reads no PDF' : null;
    },
    async read({ path, languages }) {
      // Finding which way is up needs a model of its own.
      const mode = installed.includes('osd') ? ['--psm', '1'] : [];
      const { stdout } = await run('tesseract', [path, '-', '-l', languages.join('+'), ...mode], {
        env: ONE_THREAD,
      });
      return { text: stdout };
    },
    async close() {},
  };
}

/** Languages that the installed Tesseract has; null where there is none. */
export async function tesseractLanguages(): Promise<readonly string[] | null> {
  const listed = await run('tesseract', ['--list-langs']).catch(() => null);
  return listed?.stdout.split('\n').slice(1).filter(Boolean) ?? null;
}

/** The folder of the models that the installed Tesseract reads with; null where there is none, or it does not say. */
export async function tesseractModels(): Promise<string | null> {
  const listed = await run('tesseract', ['--list-langs']).catch(() => null);
  return /^[^\n]*"([^"\n]+)"/.exec(listed?.stdout ?? '')?.[1] ?? null;
}

/** Reads one page as fast as Tesseract does: Spanish, no search for the direction. */
export const tesseractPlain = (page: string, models: string): Promise<unknown> =>
  run('tesseract', [page, '-', '-l', 'spa', '--tessdata-dir', models], { env: ONE_THREAD });
