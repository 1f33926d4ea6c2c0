import type { DatabaseSync } from 'node:sqlite';
import type { HitRecord, SearchHit } from '../../../ports/search-index.ts';
import { placesOf } from '../../../search/hit/places.ts';
import { unpackLayout } from '../../../search/page/layout.ts';
import type { Plan } from '../../../search/query/plan.ts';

/** A hit as people see it: where on the page the query stands. */
export function showHit(reader: DatabaseSync, page: number, score: number, plan: Plan): SearchHit {
  const row = reader
    .prepare(
      `SELECT d.document_id, d.record, p.number, l.data FROM pages p
       JOIN documents d ON d.id = p.document JOIN layout l ON l.page = p.id WHERE p.id = ?`,
    )
    .get(page)!;
  return {
    documentId: String(row.document_id),
    page: Number(row.number),
    score,
    ...placesOf(unpackLayout(row.data as Uint8Array), plan.must),
    record: JSON.parse(String(row.record)) as HitRecord,
  };
}
