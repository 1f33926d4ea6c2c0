import type { PageSource, Problem, SourceFile } from '../../model/document.ts';
import { concernsAll, problemOf } from '../../model/errors.ts';
import type { DeliveredFile, PageReader } from '../../ports/page-reader.ts';

/** What the files of a document hold, before any page is read: how many pages each, or why none. */
export type Survey = readonly { readonly pages: number; readonly error?: Problem }[];

/**
 * Counts the pages of every file. A file that cannot be opened, or that crashes what opens it, among others stands for one page, so that the gap is seen where it is;
 * a document of one unusable file has no pages.
 */
export async function survey(
  files: readonly SourceFile[],
  locate: (file: SourceFile) => Promise<DeliveredFile & AsyncDisposable>,
  reader: PageReader,
  signal: AbortSignal,
): Promise<Survey> {
  const found: Survey[number][] = [];
  for (const file of files) {
    try {
      await using local = await locate(file);
      found.push({ pages: await reader.count(local, signal) });
    } catch (error) {
      signal.throwIfAborted();
      if (concernsAll(error)) throw error;
      found.push({ pages: files.length > 1 ? 1 : 0, error: problemOf(error) });
    }
  }
  return found;
}

/** How many pages the document has. */
export const countPages = (survey: Survey): number => survey.reduce((sum, file) => sum + file.pages, 0);

/** Where page `number` (from 1) lies, and why it cannot be read where that is known already. */
export function locatePage(survey: Survey, number: number): { source: PageSource; error?: Problem } {
  let page = number - 1;
  for (const [index, file] of survey.entries()) {
    if (page < file.pages) {
      return { source: { file: index, page }, ...(file.error ? { error: file.error } : {}) };
    }
    page -= file.pages;
  }
  throw new RangeError(`page ${number} of a document of ${countPages(survey)}`);
}
