import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { isBusy } from './errors.ts';

// A 1,000-page document takes about two seconds to write; another writer may have several in a row.
const PATIENCE_MS = 30_000;
const PAUSE_MS = 20;

/** Runs the work as one transaction: all of it or nothing. Waits, without blocking the thread, for other writers. */
export async function inTransaction(
  database: DatabaseSync,
  work: () => void | Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  await begin(database, Date.now() + PATIENCE_MS, signal);
  try {
    await work();
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

async function begin(database: DatabaseSync, deadline: number, signal?: AbortSignal): Promise<void> {
  for (;;) {
    try {
      database.exec('BEGIN IMMEDIATE');
      return;
    } catch (error) {
      if (!isBusy(error) || Date.now() > deadline) throw error;
      await delay(PAUSE_MS, undefined, signal === undefined ? {} : { signal });
    }
  }
}
