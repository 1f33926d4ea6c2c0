import { PAGE_SECONDS } from '../../src/config.ts';
import type { Line, ReadPage } from '../../src/model/document.ts';
import { DependencyError } from '../../src/model/errors.ts';
import type { PageReader } from '../../src/ports/page-reader.ts';
import { chooseEngine } from '../../src/wiring/ocr-engines.ts';
import { openPool } from '../../workers/pool.ts';
import type { Reader } from './reader.ts';

/** foja as its command line runs it: the same threads, the same `read` of src/pipeline.ts, on the file itself. `ocr` as in FOJA_OCR. */
export function fojaReader(jobs: number, ocr: string): Reader {
  // One set of threads: pages come language by language.
  let open: { language: string; pool: PageReader } | null = null;
  const poolOf = async (languages: readonly string[]) => {
    const language = languages.join('+');
    if (open?.language !== language) {
      await open?.pool.close();
      open = {
        language,
        pool: openPool({ threads: jobs, ocr, languages, recipe: 'bench', pageSeconds: PAGE_SECONDS }),
      };
    }
    return open.pool;
  };
  return {
    name: 'foja',
    refuses: ({ languages }) =>
      chooseEngine(ocr, languages)
        .name()
        .then(() => null, whyNot),
    async read({ path, type, languages }) {
      const pool = await poolOf(languages);
      const file = { path, name: path, type };
      const pages: ReadPage[] = [];
      const count = await pool.count(file);
      for (let page = 0; page < count; page++)
        pages.push(await pool.read({ file, number: page + 1, source: { file: 0, page } }));
      const [first] = pages;
      return {
        text: pages.map(({ lines }) => textOf(lines)).join('\n'),
        ...(first && { rotation: first.rotation, skew: first.skew }),
      };
    },
    async close() {
      await open?.pool.close();
      open = null;
    },
  };
}

/** Lines as text. */
export const textOf = (lines: readonly Line[]) =>
  lines.map(({ words }) => words.map(({ text }) => text).join(' ')).join('\n');

function whyNot(error: unknown): string {
  if (error instanceof DependencyError) return error.message;
  throw error;
}
