import type { DocumentRecord } from './document.ts';

/** What to call a document: its file, or the folder of its loose pages. */
export function sourceName(record: Pick<DocumentRecord, 'source'>): string {
  const [first] = record.source;
  if (!first) return '';
  return record.source.length === 1 ? first.path : first.path.replace(/\/[^/]*$/, '');
}
