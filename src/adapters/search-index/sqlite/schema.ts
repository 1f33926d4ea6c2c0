import type { DatabaseSync } from 'node:sqlite';

/** Marks the file as foja's, in its header: "foja" in ASCII. */
export const APPLICATION_ID = 0x666f6a61;

/** Raised whenever tables, folding or terms change: an older file must be built again. */
export const SCHEMA_VERSION = 1;

// The text is kept once, with its boxes, in `layout`; `words` is contentless and holds positions only.
// Terms arrive folded and joined by spaces, so the tokenizer has nothing left to decide.
const TABLES = `
  DROP TABLE IF EXISTS terms; DROP TABLE IF EXISTS words; DROP TABLE IF EXISTS vocabulary;
  DROP TABLE IF EXISTS layout; DROP TABLE IF EXISTS pages; DROP TABLE IF EXISTS documents;

  CREATE TABLE documents (
    id INTEGER PRIMARY KEY, document_id TEXT NOT NULL UNIQUE, record TEXT NOT NULL, first_page INTEGER NOT NULL,
    tipo TEXT, dependencia TEXT, dependencia_key TEXT, first_day TEXT, last_day TEXT);
  CREATE TABLE pages (id INTEGER PRIMARY KEY, document INTEGER NOT NULL, number INTEGER NOT NULL);
  CREATE INDEX pages_of_document ON pages (document, number);
  CREATE TABLE layout (page INTEGER PRIMARY KEY, data BLOB NOT NULL);

  CREATE TABLE vocabulary (term TEXT PRIMARY KEY, key TEXT NOT NULL, reversed TEXT) WITHOUT ROWID;
  CREATE INDEX vocabulary_key ON vocabulary (key);
  CREATE INDEX vocabulary_reversed ON vocabulary (reversed) WHERE reversed IS NOT NULL;

  CREATE VIRTUAL TABLE words USING fts5 (body, fields, content = '', contentless_delete = 1,
    tokenize = 'unicode61 remove_diacritics 0');
  CREATE VIRTUAL TABLE terms USING fts5vocab (words, row);
  PRAGMA user_version = ${SCHEMA_VERSION};
`;

/** Lays the tables anew, empty. Runs inside the caller's transaction. */
export const createSchema = (database: DatabaseSync): void => database.exec(TABLES);
