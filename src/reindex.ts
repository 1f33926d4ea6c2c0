// Rebuilds the search index from the archive alone: records and ALTO.
import { readFile } from './archive/archive.ts';
import { records } from './archive/records.ts';
import { altoPath, readAlto } from './exchange/alto.ts';
import type { Foja } from './foja.ts';
import { indexDocument } from './stages/index.ts';

/** Empties the index and fills it again; returns what it holds. */
export async function reindex(
  foja: Foja,
  signal: AbortSignal,
): Promise<{ documents: number; pages: number }> {
  await foja.index.clear(signal);
  for await (const record of records(foja.archive, signal)) {
    if (record.status === 'received') continue;
    const pages = [];
    for (const page of record.pages) {
      const xml = page.error ? null : await readFile(foja.archive, record.id, altoPath(page.number));
      pages.push({
        number: page.number,
        lines: xml ? readAlto(Buffer.from(xml).toString(), page).lines : [],
      });
    }
    await indexDocument(foja, record, pages, signal);
  }
  await foja.index.refresh(signal);
  return foja.index.counts(signal);
}
