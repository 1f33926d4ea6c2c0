// The access copy in as many tries as it takes: what holds one up is left out of the next, so that a document is never lost for its copy.
import path from 'node:path';
import type { DocumentRecord, Problem, ReadPage } from '../../model/document.ts';
import { EngineError, problemOf } from '../../model/errors.ts';
import type { DocumentFlag } from '../../model/flags.ts';
import type { CopyRequest, PageReader, Spared } from '../../ports/page-reader.ts';

/** What became of the copy: where it lies and what it does without, or why there is none. */
export type Copy = { readonly path: string; readonly spared: Spared } | { readonly missing: Problem };

type Order = Omit<CopyRequest, 'target' | 'spared'>;

/** Makes the copy. A page that holds it up is first drawn instead of taken over, and then left to a notice. */
export async function makeCopy(
  reader: Pick<PageReader, 'copy'>,
  order: Order,
  scratch: string,
  signal?: AbortSignal,
): Promise<Copy> {
  // What did not open to be read will not open to be copied.
  const unopened = order.pages.filter(({ error }) => error?.code === 'open-timeout');
  let spared: Spared = { files: [], pages: unopened.map(({ number }) => number) };
  for (let attempt = 1; ; attempt++) {
    // A thread that was ended may still write for a moment: every try has a file of its own.
    const target = path.join(scratch, `access-${attempt}.pdf`);
    let page: ReadPage | undefined;
    const reached = (number: number) => {
      page = order.pages.find((it) => it.number === number);
    };
    try {
      await reader.copy({ ...order, target, spared }, reached, signal);
      return { path: target, spared };
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      // No page was to blame: it may have been this machine's moment.
      if (!page && attempt === 1) continue;
      const more = alsoSparing(spared, page, order.files);
      if (!more) return { missing: problemOf(error) };
      spared = more;
    }
  }
}

/** What to do without next, `page` having held up the copy; null where nothing is left. */
function alsoSparing(
  { files, pages }: Spared,
  page: ReadPage | undefined,
  delivered: Order['files'],
): Spared | null {
  if (!page || pages.includes(page.number)) return null;
  const { file } = page.source;
  const isTakenOver = !page.error && delivered[file]?.type === 'application/pdf' && !files.includes(file);
  return isTakenOver ? { files: [...files, file], pages } : { files, pages: [...pages, page.number] };
}

/**
 * The record with what is not in its copy as it should be. A page that was read but is not in the copy makes the document partial; one that was
 * not read says so itself.
 */
export function withCopyFlags(record: DocumentRecord, copy: Copy): DocumentRecord {
  if ('missing' in copy) return partial(record, { code: 'copy-missing', detail: copy.missing.code });
  const { files, pages } = copy.spared;
  const read = new Set(record.pages.filter(({ error }) => !error).map(({ number }) => number));
  const lost = pages.filter((number) => read.has(number));
  const drawn = files.map((file) => record.source[file]!.path);
  const said = drawn.length > 0 ? flagged(record, { code: 'copy-drawn', detail: drawn.join(', ') }) : record;
  return lost.length > 0 ? partial(said, { code: 'copy-incomplete', detail: lost.join(', ') }) : said;
}

const flagged = (record: DocumentRecord, flag: DocumentFlag): DocumentRecord => ({
  ...record,
  flags: [...(record.flags ?? []), flag],
});

const partial = (record: DocumentRecord, flag: DocumentFlag): DocumentRecord => ({
  ...flagged(record, flag),
  status: record.status === 'processed' ? 'partial' : record.status,
});
