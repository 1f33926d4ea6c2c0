import type { DocumentEvent } from '../src/services/ingest.ts';
import { explain } from '../src/words/es/explain.ts';
import { GRADE, STATUS } from '../src/words/es/labels.ts';
import { M } from '../src/words/es/messages.ts';
import { oneLine, strong } from './output.ts';

/** What became of a document; where it failed, below it why, and what to do. */
export function documentLine({ status, source, pages, grade, id, error }: DocumentEvent): string {
  const facts = [STATUS[status].padEnd(10), strong(oneLine(source)), M.pages(pages)];
  if (grade) facts.push(M.quality(GRADE[grade]));
  if (id) facts.push(id);
  return facts.join('  ') + (error ? `\n            ${explain(error)}` : '');
}
