import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { AccessError, UnavailableError } from '../../../model/errors.ts';

/** Lets one at a time through, among all processes that use the same store. */
export interface Lock {
  run<T>(work: () => Promise<T>): Promise<T>;
  close(): void;
}

const BUSY = 5; // SQLITE_BUSY
/** The lock is held for a stat and a rename; a minute of waiting means a stopped process or a sick disk. */
const PATIENCE_MS = 60_000;

/**
 * A lock that the operating system takes back when its holder dies, however it dies. Node offers no flock, but SQLite
 * locks its file that way on every platform, so an empty database is the lock (9 µs to take and give back).
 * A lock file with a process number would need a guess about whether its writer still lives, and a guess can be wrong.
 */
export function openLock(path: string): Lock {
  let database: DatabaseSync | null = null;
  let last: Promise<unknown> = Promise.resolve();

  async function locked<T>(work: () => Promise<T>): Promise<T> {
    database ??= open(path);
    await take(database, path);
    try {
      return await work();
    } finally {
      database.exec('ROLLBACK');
    }
  }

  return {
    run(work) {
      // One connection cannot hold two turns, so turns within a process queue up here.
      const turn = last.then(() => locked(work));
      last = turn.catch(() => {});
      return turn;
    },
    close() {
      database?.close();
      database = null;
    },
  };
}

function open(path: string): DatabaseSync {
  try {
    mkdirSync(dirname(path), { recursive: true });
    return new DatabaseSync(path, { timeout: 0 });
  } catch (error) {
    throw new AccessError(
      'no-lock',
      `Cannot open the store's lock ${path}: give this user the right to write there.`,
      { about: path, cause: error },
    );
  }
}

async function take(database: DatabaseSync, path: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return database.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      const busy = error instanceof Error && 'errcode' in error && error.errcode === BUSY;
      if (!busy)
        throw new AccessError('no-lock', `Cannot lock ${path}: the store must be writable.`, {
          about: path,
          cause: error,
        });
      if (Date.now() > deadline)
        throw new UnavailableError(
          'store-busy',
          `Another process has held ${path} for a minute: is one stopped? End it, or try again.`,
          { about: path, cause: error },
        );
    }
    await sleep(1 + Math.random() * 10);
  }
}
