import { records } from '../archive/records.ts';
import { placeKey } from '../description/same.ts';
import type { Actor } from '../model/actor.ts';
import type { DocumentRecord, Grade, Status } from '../model/document.ts';
import { sourceName } from '../model/source-name.ts';
import type { Workspace } from '../workspace.ts';

/** Which documents; what is absent does not matter. Names of places are compared without accents and case. */
export interface ListQuery {
  readonly status?: Status;
  readonly expediente?: string;
  readonly fondo?: string;
  readonly serie?: string;
}

export interface ListedDocument {
  readonly id: string;
  readonly source: string;
  readonly status: Status;
  readonly pages: number;
  readonly grade: Grade | null;
  readonly receivedAt: string;
}

/** The documents that are asked for, one by one: an archive does not fit into memory. */
export async function* listDocuments(
  { archive }: Workspace,
  _actor: Actor,
  query: ListQuery,
  signal: AbortSignal,
): AsyncGenerator<ListedDocument> {
  for await (const record of records(archive, signal)) {
    if (!isAsked(record, query)) continue;
    const { id, status, pages, grade, receivedAt } = record;
    yield { id, source: sourceName(record), status, pages: pages.length, grade, receivedAt };
  }
}

/** Whether a document is among those that are asked for. */
export function isAsked(record: DocumentRecord, query: ListQuery): boolean {
  if (query.status && record.status !== query.status) return false;
  return (['expediente', 'fondo', 'serie'] as const).every((name) => {
    const wanted = query[name];
    return wanted === undefined || placeKey(record.description?.[name]?.value ?? '') === placeKey(wanted);
  });
}
