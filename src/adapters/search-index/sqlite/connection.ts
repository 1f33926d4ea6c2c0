import { mkdir, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AccessError } from '../../../model/errors.ts';
import { isBusy, translated } from './errors.ts';
import { APPLICATION_ID, createSchema, SCHEMA_VERSION } from './schema.ts';
import { inTransaction } from './transaction.ts';

const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';
// Losing power loses no more than the last documents put, which `foja reindex` brings back: no sync on each.
const SETTINGS =
  'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 4000; PRAGMA cache_size = -32000';
const APPLICATION_ID_AT = 68; // sqlite.org/fileformat: the database header

/** Opens the file for writing, ready to use: created, checked, or started afresh where `rebuild` allows it. */
export async function openWriter(
  path: string,
  options: { readonly rebuild?: boolean; readonly signal?: AbortSignal },
): Promise<DatabaseSync> {
  await refuseForeign(path);
  try {
    return await translated(path, () => opened(path, options));
  } catch (error) {
    const damaged = error instanceof AccessError && error.code === 'index-damaged';
    if (!damaged || options.rebuild !== true) throw error;
    for (const suffix of ['', '-wal', '-shm']) await rm(path + suffix, { force: true });
    return translated(path, () => opened(path, options));
  }
}

/** A second connection that sees only what has been committed. */
export const openReader = (path: string): DatabaseSync =>
  new DatabaseSync(path, { readOnly: true, timeout: 5_000 });

async function opened(path: string, options: { readonly rebuild?: boolean; readonly signal?: AbortSignal }) {
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    await configured(database);
    await inTransaction(database, () => useSchema(database, path, options.rebuild === true), options.signal);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

// The mark goes in before the journal turns to WAL, so that it lies in the file's own header at once.
async function configured(database: DatabaseSync): Promise<void> {
  try {
    if (numberOf(database, 'application_id') === 0) {
      database.exec(`PRAGMA page_size = 8192; PRAGMA application_id = ${APPLICATION_ID}`);
    }
    database.exec(SETTINGS);
  } catch (error) {
    if (!isBusy(error)) throw error;
    database.exec(`PRAGMA busy_timeout = 5000; ${SETTINGS}; PRAGMA busy_timeout = 0`);
  }
}

function useSchema(database: DatabaseSync, path: string, rebuild: boolean): void {
  const version = numberOf(database, 'user_version');
  if (version === SCHEMA_VERSION) return; // a rebuild is made beside what is there: see generations.ts
  if (version !== 0 && !rebuild) {
    throw new AccessError(
      'index-outdated',
      `the search index ${path} was made by another version of foja (${version}, not ${SCHEMA_VERSION}); run \`foja reindex\``,
    );
  }
  createSchema(database);
}

const numberOf = (database: DatabaseSync, pragma: string): number =>
  Number(Object.values(database.prepare(`PRAGMA ${pragma}`).get() ?? {})[0]);

// A wrong path must not cost somebody their file: only an empty one, or one with foja's mark, is written.
async function refuseForeign(path: string): Promise<void> {
  const header = await headerOf(path);
  if (header.length === 0) return;
  const ours =
    header.toString('latin1', 0, MAGIC.length) === MAGIC &&
    header.length === HEADER_BYTES &&
    header.readInt32BE(APPLICATION_ID_AT) === APPLICATION_ID;
  if (!ours) {
    throw new AccessError(
      'not-an-index',
      `${path} is no search index of foja; remove it or choose another path`,
    );
  }
}

async function headerOf(path: string): Promise<Buffer> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await using file = await open(path, 'r');
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw new AccessError('index-unusable', `the search index ${path} cannot be opened`, { cause });
  }
}
