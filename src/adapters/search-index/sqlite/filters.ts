import type { SearchQuery } from '../../../ports/search-index.ts';
import { dayRange } from '../../../search/query/date-range.ts';
import { dependenciaKey } from '../../../search/query/dependencia-key.ts';

/** The conditions on `documents d` and their parameters. UsageError for a date that is none. */
export function filtersOf({ from, to, tipo, dependencia }: SearchQuery): { where: string; values: string[] } {
  const { first, last } = dayRange(from, to);
  const conditions: [sql: string, value: string | undefined][] = [
    ['d.last_day >= ?', first],
    ['d.first_day <= ?', last],
    ['d.tipo = upper(?)', tipo],
    // Whole words of the name: `obras publicas` finds the Dirección de Obras Públicas.
    [
      `instr(' ' || d.dependencia_key || ' ', ' ' || ? || ' ') > 0`,
      dependencia && dependenciaKey(dependencia),
    ],
  ];
  const given = conditions.filter((condition): condition is [string, string] => condition[1] !== undefined);
  return {
    where: ['true', ...given.map(([sql]) => sql)].join(' AND '),
    values: given.map(([, value]) => value),
  };
}
