import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as breathe } from 'node:timers/promises';
import type { IndexedDocument } from '../../../ports/search-index.ts';
import { hitRecordOf } from '../../../search/page/hit-record.ts';
import { packLayout } from '../../../search/page/layout.ts';
import { firstPageOf, type PageEntry, pageEntries } from '../../../search/page/page-entry.ts';
import { daysOf } from '../../../search/query/date-range.ts';
import { dependenciaKey } from '../../../search/query/dependencia-key.ts';
import { BREAK } from '../../../search/words/tokens.ts';
import { vocabularyWriter } from './vocabulary.ts';

// The thread is let go after so many pages (about 20 ms), so that a long document holds up nobody.
const PAGES_AT_ONCE = 20;

/** Puts and removes documents; both run inside the caller's transaction. */
export function documentWriter(database: DatabaseSync) {
  const vocabulary = vocabularyWriter(database);
  let seenVersion: unknown;
  const forgetIfOthersWrote = () => {
    const version = database.prepare('PRAGMA data_version').get()?.data_version;
    if (version !== seenVersion) vocabulary.forget();
    seenVersion = version;
  };
  const remove = (documentId: string): void => {
    const found = database.prepare('SELECT id FROM documents WHERE document_id = ?').get(documentId);
    if (found === undefined) return;
    const pages = 'SELECT id FROM pages WHERE document = ?';
    database.prepare(`DELETE FROM words WHERE rowid IN (${pages})`).run(found.id!);
    database.prepare(`DELETE FROM layout WHERE page IN (${pages})`).run(found.id!);
    database.prepare('DELETE FROM pages WHERE document = ?').run(found.id!);
    database.prepare('DELETE FROM documents WHERE id = ?').run(found.id!);
  };

  const put = async (document: IndexedDocument, signal?: AbortSignal): Promise<void> => {
    forgetIfOthersWrote();
    remove(document.record.id);
    const row = insertDocument(database, document.record, firstPageOf(document));
    const writePage = pageWriter(database, row, vocabulary.learn);
    let written = 0;
    for (const page of pageEntries(document)) {
      writePage(page);
      if (++written % PAGES_AT_ONCE === 0) await breathe(undefined, signal === undefined ? {} : { signal });
    }
  };

  return { put, remove, forget: vocabulary.forget };
}

function insertDocument(
  database: DatabaseSync,
  record: IndexedDocument['record'],
  firstPage: number,
): number {
  const shown = hitRecordOf(record);
  const days = shown.fechaDocumento === null ? null : daysOf(shown.fechaDocumento);
  const { lastInsertRowid } = database
    .prepare(
      `INSERT INTO documents (document_id, record, first_page, tipo, dependencia, dependencia_key, first_day, last_day)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      record.id,
      JSON.stringify(shown),
      firstPage,
      shown.tipoDocumental,
      shown.dependenciaEmisora,
      shown.dependenciaEmisora === null ? null : dependenciaKey(shown.dependenciaEmisora),
      days?.first ?? null,
      days?.last ?? null,
    );
  return Number(lastInsertRowid);
}

function pageWriter(database: DatabaseSync, document: number, learn: (terms: readonly string[]) => void) {
  const insertPage = database.prepare('INSERT INTO pages (document, number) VALUES (?, ?)');
  const insertWords = database.prepare('INSERT INTO words (rowid, body, fields) VALUES (?, ?, ?)');
  const insertLayout = database.prepare('INSERT INTO layout (page, data) VALUES (?, ?)');

  return ({ number, lines, fields, tokens, halves }: PageEntry): void => {
    const runs = [
      ...halves.map(({ term }) => [term]),
      ...fields.filter(({ inPassing }) => inPassing).flatMap(({ forms }) => forms),
    ];
    const body = [...tokens.map(({ term }) => term), ...runs.flatMap((run) => [BREAK, ...run])];
    const own = fields.filter(({ inPassing }) => !inPassing);
    const named = own.flatMap(({ forms }) => forms.flatMap((form) => [...form, BREAK]));
    const { lastInsertRowid: page } = insertPage.run(document, number);
    insertWords.run(page, body.join(' '), named.join(' '));
    insertLayout.run(page, packLayout({ lines, fields }));
    learn([...body, ...named]);
  };
}
