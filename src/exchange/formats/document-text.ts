import { type Archive, readFile } from '../../archive/archive.ts';
import type { DocumentRecord, Line } from '../../model/document.ts';
import { altoPath, readAlto } from '../alto/alto.ts';

/** The document's text, line by line in reading order, a blank line between blocks; a form feed between pages. */
export async function documentText(archive: Archive, record: DocumentRecord): Promise<string> {
  const pages: string[] = [];
  for (const page of record.pages) {
    const xml = page.error ? null : await readFile(archive, record.id, altoPath(page.number));
    pages.push(xml ? textOf(readAlto(Buffer.from(xml).toString(), page).lines) : '');
  }
  return pages.map((text) => `${text}\n`).join('\f');
}

function textOf(lines: readonly Line[]): string {
  return lines
    .map((line, index) => {
      const gap = index > 0 && lines[index - 1]!.block !== line.block ? '\n' : '';
      return gap + line.words.map((word) => word.text).join(' ');
    })
    .join('\n');
}
