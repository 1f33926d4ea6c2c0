import type { Head } from '../archive/archive.ts';
import { requireDocument } from '../archive/records.ts';
import { countsOf } from '../description/counts.ts';
import { fieldsOf } from '../description/override.ts';
import type { Actor } from '../model/actor.ts';
import type { DocumentRecord, Field } from '../model/document.ts';
import { sourceName } from '../model/source-name.ts';
import type { Workspace } from '../workspace.ts';

/** A document as it is shown. */
export interface ShownDocument {
  readonly record: DocumentRecord;
  /** What it was called when it was delivered. */
  readonly source: string;
  readonly counts: ReturnType<typeof countsOf>;
  /** Where it belongs first, then what it says of itself. */
  readonly fields: readonly (readonly [name: string, field: Field<unknown>])[];
  /** Oldest first. */
  readonly versions: Head['versions'];
}

/** The record of a document with its versions. NotFoundError when the archive has no such document. */
export async function showDocument(
  { archive }: Workspace,
  _actor: Actor,
  { id }: { readonly id: string },
  signal: AbortSignal,
): Promise<ShownDocument> {
  signal.throwIfAborted();
  const { record, versions } = await requireDocument(archive, id);
  return {
    record,
    source: sourceName(record),
    counts: countsOf(record),
    fields: [...fieldsOf(record.description), ...fieldsOf(record.fields)],
    versions,
  };
}
