import type { DatabaseSync } from 'node:sqlite';
import { NAMED, type Named } from '../../../../search/page/names.ts';
import { dependenciaKey } from '../../../../search/query/dependencia-key.ts';

const MOST_REMEMBERED = 50_000;

/** Gives each spelling of a name its number, in the caller's transaction. To be forgotten when one fails. */
export function nameWriter(database: DatabaseSync) {
  const find = database.prepare('SELECT id FROM names WHERE kind = ? AND key = ? AND label = ?');
  const insert = database.prepare('INSERT INTO names (kind, key, label) VALUES (?, ?, ?)');
  const known = new Map<string, number>();
  return {
    numberOf(name: Named, label: string | null): number {
      if (label === null || label === '') return 0;
      const kind = NAMED.indexOf(name);
      const remembered = known.get(`${kind} ${label}`);
      if (remembered !== undefined) return remembered;
      const key = dependenciaKey(label);
      const id = Number(find.get(kind, key, label)?.id ?? insert.run(kind, key, label).lastInsertRowid);
      if (known.size > MOST_REMEMBERED) known.clear();
      known.set(`${kind} ${label}`, id);
      return id;
    },
    forget: () => known.clear(),
  };
}

/** The spellings of a name: the whole of it, or every name that has these words side by side. */
export function spellingsOf(
  database: DatabaseSync,
  name: Named,
  asked: string,
  match: 'whole' | 'words',
): ReadonlySet<number> {
  const kind = NAMED.indexOf(name);
  const key = dependenciaKey(asked);
  const rows =
    match === 'whole'
      ? database.prepare('SELECT id FROM names WHERE kind = ? AND key = ?').all(kind, key)
      : database
          .prepare(`SELECT id FROM names WHERE kind = ? AND instr(' ' || key || ' ', ' ' || ? || ' ') > 0`)
          .all(kind, key);
  return new Set(rows.map(({ id }) => Number(id)));
}
