import type { DatabaseSync } from 'node:sqlite';
import { NAMED } from '../../../search/page/names.ts';

/** Marks the file as foja's, in its header: "foja" in ASCII. */
export const APPLICATION_ID = 0x666f6a61;

/** Raised whenever tables, folding or terms change: an older file must be built again. */
export const SCHEMA_VERSION = 2;

const FORMER = ['terms', 'words', 'layout', 'pages']; // of version 1
// biome-ignore format: a list
const TABLES = [
  'state', 'scopes', 'names', 'documents', 'reviews', 'tallies', 'layouts', 'segments', 'merges', 'dictionary',
  'page_runs', 'place_runs', 'buried', 'vocabulary', 'slips',
];

// A segment is a run of documents with its own dictionary, never changed once it is whole (segment-writer.ts). Rows of
// `dictionary`, `page_runs` and `place_runs` stay below 2,030 bytes: four fill a page of 8 kB, none overflows.
// `names` is what facets and filters know of offices, people and places, each spelling once; it is asked by id only.
const SCHEMA = `
  CREATE TABLE state (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
  INSERT INTO state VALUES ('generation', 1), ('building', 0), ('document', 0), ('page', 0), ('segment', 0);
  CREATE TABLE scopes (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE);
  CREATE TABLE names (id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, label TEXT NOT NULL, key TEXT NOT NULL,
    UNIQUE (kind, key, label));

  CREATE TABLE documents (
    number INTEGER PRIMARY KEY, generation INTEGER NOT NULL, id TEXT NOT NULL, scope INTEGER NOT NULL,
    received TEXT NOT NULL, first_page INTEGER, pages INTEGER NOT NULL, place TEXT, worst TEXT,
    ${NAMED.map((name) => `${name} INTEGER NOT NULL`).join(', ')}, first_day INTEGER NOT NULL, last_day INTEGER NOT NULL,
    listed TEXT NOT NULL, shown TEXT NOT NULL);
  CREATE UNIQUE INDEX documents_by_id ON documents (generation, id);
  CREATE INDEX documents_by_expediente ON documents (generation, expediente);
  CREATE INDEX documents_by_status ON documents (generation, status);
  CREATE INDEX documents_by_receipt ON documents (generation, received, id);
  CREATE INDEX documents_by_place ON documents (generation, place, id) WHERE place IS NOT NULL;
  CREATE INDEX documents_by_worst ON documents (generation, worst, id) WHERE worst IS NOT NULL;
  CREATE TABLE reviews (document INTEGER PRIMARY KEY, item BLOB NOT NULL);
  CREATE TABLE tallies (generation INTEGER, scope INTEGER, status INTEGER, documents INTEGER NOT NULL,
    pages INTEGER NOT NULL, reviews INTEGER NOT NULL, PRIMARY KEY (generation, scope, status)) WITHOUT ROWID;
  CREATE TABLE layouts (page INTEGER PRIMARY KEY, number INTEGER NOT NULL, data BLOB NOT NULL);

  CREATE TABLE segments (id INTEGER PRIMARY KEY, generation INTEGER NOT NULL, level INTEGER NOT NULL,
    merge INTEGER, first_document INTEGER NOT NULL, documents INTEGER NOT NULL, first_page INTEGER NOT NULL,
    pages INTEGER NOT NULL, bytes INTEGER NOT NULL, columns BLOB NOT NULL);
  CREATE TABLE merges (id INTEGER PRIMARY KEY, generation INTEGER NOT NULL, level INTEGER NOT NULL, done TEXT,
    lists INTEGER NOT NULL, bytes INTEGER NOT NULL, dead BLOB NOT NULL);
  CREATE TABLE dictionary (segment INTEGER, first BLOB, data BLOB NOT NULL, PRIMARY KEY (segment, first)) WITHOUT ROWID;
  CREATE TABLE page_runs (segment INTEGER, list INTEGER, first INTEGER, data BLOB NOT NULL,
    PRIMARY KEY (segment, list, first)) WITHOUT ROWID;
  CREATE TABLE place_runs (segment INTEGER, list INTEGER, first INTEGER, data BLOB NOT NULL,
    PRIMARY KEY (segment, list, first)) WITHOUT ROWID;
  CREATE TABLE buried (document INTEGER PRIMARY KEY);

  CREATE TABLE vocabulary (key TEXT, term TEXT, PRIMARY KEY (key, term)) WITHOUT ROWID;
  CREATE TABLE slips (reversed TEXT PRIMARY KEY) WITHOUT ROWID;
  PRAGMA user_version = ${SCHEMA_VERSION};
`;

/** Lays the tables anew, empty. Runs inside the caller's transaction. */
export function createSchema(database: DatabaseSync): void {
  for (const table of [...FORMER, ...TABLES]) database.exec(`DROP TABLE IF EXISTS ${table}`);
  database.exec(SCHEMA);
}
