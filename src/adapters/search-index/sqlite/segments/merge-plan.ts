import type { DatabaseSync } from 'node:sqlite';
import { takeSegment } from './generations.ts';

/** So many segments of one level become one of the next: a posting is written again log16(documents) times. */
const FAN = 16;

// A large segment of which this share has been taken out is written again by itself.
const DEAD_SHARE = 4;
const LARGE = 64; // documents; smaller ones are merged soon enough

/** Begins the merges that are due, at most one a level: outputs of a level then come to be in the order of their pages. */
export function beginMerges(database: DatabaseSync, generation: number, hasBuried: boolean): void {
  const levels = database
    .prepare(
      `SELECT level, count(*) AS n FROM segments s WHERE generation = ? AND merge IS NULL
       AND NOT EXISTS (SELECT 1 FROM merges m WHERE m.generation = s.generation AND m.level = s.level + 1)
       GROUP BY level HAVING n >= ?`,
    )
    .all(generation, FAN);
  for (const { level } of levels) {
    const inputs = database
      .prepare(
        `SELECT id FROM segments WHERE generation = ? AND level = ? AND merge IS NULL
         ORDER BY first_page, id LIMIT ?`,
      )
      .all(generation, level!, FAN);
    begin(
      database,
      generation,
      Number(level) + 1,
      inputs.map(({ id }) => Number(id)),
    );
  }
  if (hasBuried) beginCompaction(database, generation);
}

function beginCompaction(database: DatabaseSync, generation: number): void {
  const worn = database
    .prepare(
      `SELECT id, level FROM segments s WHERE generation = ? AND merge IS NULL AND documents >= ${LARGE}
       AND NOT EXISTS (SELECT 1 FROM merges m WHERE m.generation = s.generation AND m.level = s.level)
       AND ${DEAD_SHARE} * (SELECT count(*) FROM buried
         WHERE document >= s.first_document AND document < s.first_document + s.documents) >= documents LIMIT 1`,
    )
    .get(generation);
  if (worn !== undefined) begin(database, generation, Number(worn.level), [Number(worn.id)]);
}

function begin(database: DatabaseSync, generation: number, level: number, inputs: readonly number[]): void {
  const id = takeSegment(database);
  for (const input of inputs) database.prepare('UPDATE segments SET merge = ? WHERE id = ?').run(id, input);
  // What is taken out from now on stays on record: part of its postings may have been copied by then.
  const dead = database
    .prepare(
      `SELECT document FROM buried b JOIN segments s
       ON b.document >= s.first_document AND b.document < s.first_document + s.documents WHERE s.merge = ?`,
    )
    .all(id)
    .map(({ document }) => Number(document));
  database
    .prepare('INSERT INTO merges VALUES (?, ?, ?, NULL, 0, 0, ?)')
    .run(id, generation, level, Buffer.from(new Float64Array(dead).buffer));
}
