import type { DatabaseSync } from 'node:sqlite';

// Each generation counts its documents and pages in a range of its own, so that two that are written side by side leave
// no holes in each other.
const RANGE = 2 ** 32;

type Name = 'generation' | 'building' | 'segment';

export const stateOf = (database: DatabaseSync, name: Name): number =>
  Number(database.prepare('SELECT value FROM state WHERE name = ?').get(name)?.value ?? 0);

const setState = (database: DatabaseSync, name: Name, value: number): void => {
  database.prepare('UPDATE state SET value = ? WHERE name = ?').run(value, name);
};

/** Takes the next numbers of a kind; returns the first. Numbers are never given twice. */
export function take(database: DatabaseSync, kind: string, count: number): number {
  const row = database
    .prepare(
      `INSERT INTO state VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = value + excluded.value RETURNING value`,
    )
    .get(kind, count)!;
  return Number(row.value) - count;
}

export const takeDocument = (database: DatabaseSync, generation: number): number =>
  generation * RANGE + take(database, `document ${generation}`, 1);
export const takePages = (database: DatabaseSync, generation: number, pages: number): number =>
  generation * RANGE + take(database, `page ${generation}`, pages);
export const takeSegment = (database: DatabaseSync): number => take(database, 'segment', 1);

/** Begins a generation that nobody is shown until `swap`; one that was begun before and left is dropped. */
export function beginGeneration(database: DatabaseSync): number {
  const left = stateOf(database, 'building');
  if (left !== 0) drop(database, left);
  const next = Math.max(left, stateOf(database, 'generation')) + 1;
  setState(database, 'building', next);
  return next;
}

/** Lets a generation take the place of the one that was shown. False where somebody else has begun another meanwhile. */
export function swap(database: DatabaseSync, generation: number): boolean {
  if (stateOf(database, 'building') !== generation) return false;
  drop(database, stateOf(database, 'generation'));
  setState(database, 'generation', generation);
  setState(database, 'building', 0);
  return true;
}

function drop(database: DatabaseSync, generation: number): void {
  const own = `segment IN (SELECT id FROM segments WHERE generation = ${generation})`;
  for (const table of ['dictionary', 'page_runs', 'place_runs'])
    database.exec(`DELETE FROM ${table} WHERE ${own}`);
  const [from, to] = [generation * RANGE, (generation + 1) * RANGE - 1];
  database.exec(`DELETE FROM layouts WHERE page BETWEEN ${from} AND ${to};
    DELETE FROM reviews WHERE document BETWEEN ${from} AND ${to};
    DELETE FROM buried WHERE document BETWEEN ${from} AND ${to}`);
  for (const table of ['documents', 'tallies', 'segments', 'merges'])
    database.exec(`DELETE FROM ${table} WHERE generation = ${generation}`);
}
