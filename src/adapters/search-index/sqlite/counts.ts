import type { DatabaseSync } from 'node:sqlite';

/** How much the index holds. */
export function countsOf(reader: DatabaseSync): { documents: number; pages: number } {
  const count = (table: string) => Number(reader.prepare(`SELECT count(*) AS n FROM ${table}`).get()!.n);
  return { documents: count('documents'), pages: count('pages') };
}
