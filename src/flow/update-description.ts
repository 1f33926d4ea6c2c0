// What a template or a manifest says of a document that the archive has already: a new version, where it is news.
import { isDeepStrictEqual } from 'node:util';
import type { Said } from '../description/delivered.ts';
import { withExpectations } from '../description/expected.ts';
import { keepOverrides, mergeDescriptions } from '../description/override.ts';
import type { Actor } from '../model/actor.ts';
import type { DocumentRecord } from '../model/document.ts';
import type { Workspace } from '../workspace.ts';
import { changeRecord } from './change-record.ts';
import { extract } from './steps/extract.ts';

/** A record of the archive with what is said of it; a person's word stands. One that is not read yet is left to its own run. */
export async function updateDescription(
  workspace: Workspace,
  actor: Actor,
  { present, said }: { readonly present: DocumentRecord; readonly said: Said },
  signal: AbortSignal,
): Promise<DocumentRecord> {
  if (present.status === 'received' || withSaid(present, said) === present) return present;
  const by = said.delivery?.manifest ?? 'its folders';
  const change = {
    id: present.id,
    message: `described by ${by}`,
    apply: (record: DocumentRecord) => withSaid(record, said),
  };
  return (await changeRecord(workspace, actor, change, signal)).record;
}

function withSaid(record: DocumentRecord, { description, delivery }: Said): DocumentRecord {
  const stated = delivery?.stated ?? {};
  const fields = record.fields ?? (Object.keys(stated).length > 0 ? extract([]) : null);
  const next = withExpectations({
    ...record,
    description: mergeDescriptions(description, record.description),
    ...(delivery && { delivery }),
    fields: fields && keepOverrides(fields, stated),
  });
  return isDeepStrictEqual(JSON.parse(JSON.stringify(next)), record) ? record : next;
}
