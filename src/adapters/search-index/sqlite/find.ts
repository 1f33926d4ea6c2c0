import type { DatabaseSync } from 'node:sqlite';
import type { SearchQuery, SearchResult } from '../../../ports/search-index.ts';
import { checkRange } from '../../../search/query/page-range.ts';
import { CLOSENESS, type Plan, planOf } from '../../../search/query/plan.ts';
import { type ParsedQuery, parseQuery } from '../../../search/query/query.ts';
import { ftsExpression, ftsPhrase } from './expression.ts';
import { filtersOf } from './filters.ts';
import { showHit } from './show.ts';
import { vocabularyReader } from './vocabulary.ts';

type Rows = Record<string, string | number | null>[];
type Hits = { readonly sql: string; readonly values: readonly string[] };

// A value of the record says what the document is about; the same word in the text may be in passing.
const FIELD_WEIGHT = 4;
const ADJACENT = 2; // times the score, where the words stand just as typed
const TYPED = 1.5; // times the score, where the words are not inflected
const LONGEST_ADJACENT = 16;

/** Answers a query from one consistent state of the index. */
export function findPages(reader: DatabaseSync, query: SearchQuery): SearchResult {
  checkRange(query);
  const parsed = parseQuery(query.text);
  reader.exec('BEGIN');
  try {
    const plan = planOf(parsed, vocabularyReader(reader));
    const rows = run(
      reader,
      plan.must.length === 0 ? everyDocument(query) : hitsOf(parsed, plan, query),
      query,
    );
    const facets: Record<string, Record<string, number>> = { tipo: {}, dependencia: {}, anio: {} };
    for (const { kind, key, n } of rows) {
      if (key !== null && facets[String(kind)] !== undefined) facets[String(kind)]![String(key)] = Number(n);
    }
    return {
      total: Number(rows.find(({ kind }) => kind === 'total')?.n ?? 0),
      hits: rows
        .filter(({ kind }) => kind === 'hit')
        .map((row) => showHit(reader, Number(row.n), Number(row.score), plan)),
      facets,
    };
  } finally {
    reader.exec('COMMIT');
  }
}

// The closest alternatives come first whatever the words weigh; within them, relevance.
function hitsOf({ typed }: ParsedQuery, plan: Plan, query: SearchQuery): Hits {
  const levels = [CLOSENESS.slip, CLOSENESS.folded, CLOSENESS.inflected, CLOSENESS.typed].map((closeness) =>
    ftsExpression(plan, closeness),
  ) as [string, string | null, string | null, string | null];
  const [all, sure, right, exact] = levels;
  const adjacent = typed.length > 1 && typed.length <= LONGEST_ADJACENT ? ftsPhrase(typed) : null;
  const values: string[] = [];
  const among = (expression: string | null, base: string | null, yes: number, no: number) => {
    if (expression === null) return String(no);
    if (expression === base) return String(yes); // the same pages: no need to ask twice
    values.push(expression);
    return `iif(page IN (SELECT rowid FROM words WHERE words MATCH ?), ${yes}, ${no})`;
  };
  const tier = `${among(sure, all, 1, 0)} + ${among(right, all, 1, 0)}`;
  const boost = `${among(exact, all, TYPED, 1)} * ${among(adjacent, null, ADJACENT, 1)}`;
  const { where, values: filters } = filtersOf(query);
  return {
    // CROSS JOIN: the match drives, never the filter (120 ms instead of 3).
    sql: `WITH matched AS MATERIALIZED (
        SELECT rowid AS page, -bm25(words, 1, ${FIELD_WEIGHT}) AS weight FROM words WHERE words MATCH ?),
      boosted AS MATERIALIZED (SELECT page, ${tier} AS tier, weight * ${boost} AS weight FROM matched),
      hits AS MATERIALIZED (
        SELECT b.page, p.document, p.number, NULL AS day, b.tier + b.weight / (1 + b.weight) AS score
        FROM boosted b CROSS JOIN pages p ON p.id = b.page CROSS JOIN documents d ON d.id = p.document WHERE ${where})`,
    values: [all, ...values, ...filters],
  };
}

// Nothing asked: every document once, by its first page, in the order of time.
function everyDocument(query: SearchQuery): Hits {
  const { where, values } = filtersOf(query);
  return {
    sql: `WITH hits AS MATERIALIZED (
        SELECT p.id AS page, d.id AS document, p.number, d.first_day AS day, 0 AS score
        FROM documents d JOIN pages p ON p.document = d.id AND p.number = d.first_page WHERE ${where})`,
    values,
  };
}

function run(reader: DatabaseSync, hits: Hits, { limit, offset }: SearchQuery): Rows {
  const facet = (kind: string, name: string, group: string) =>
    `SELECT '${kind}' AS kind, ${name} AS key, sum(pages) AS n, 0 AS score
     FROM said WHERE ${group} IS NOT NULL GROUP BY ${group}`;
  return reader
    .prepare(
      `${hits.sql},
       tally AS MATERIALIZED (SELECT document, count(*) AS pages FROM hits GROUP BY document),
       said AS MATERIALIZED (
         SELECT t.pages, d.tipo, d.dependencia, d.dependencia_key, substr(d.first_day, 1, 4) AS anio
         FROM tally t CROSS JOIN documents d ON d.id = t.document)
       SELECT 'total' AS kind, NULL AS key, sum(pages) AS n, 0 AS score FROM tally
       UNION ALL ${facet('tipo', 'tipo', 'tipo')}
       UNION ALL ${facet('dependencia', 'max(dependencia)', 'dependencia_key')}
       UNION ALL ${facet('anio', 'anio', 'anio')}
       UNION ALL SELECT 'hit', NULL, page, score FROM (
         SELECT h.page, h.score FROM hits h CROSS JOIN documents d ON d.id = h.document
         ORDER BY h.score DESC, h.day IS NULL, h.day, d.document_id, h.number LIMIT ? OFFSET ?)`,
    )
    .all(...hits.values, limit, offset) as Rows;
}
