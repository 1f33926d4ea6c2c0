import { records } from '../archive/records.ts';
import { type Expediente, gatherExpedientes, PLACE_NAMES } from '../description/expedientes.ts';
import type { Actor } from '../model/actor.ts';
import type { Workspace } from '../workspace.ts';
import { isAsked, type ListQuery } from './list-documents.ts';

export { type Expediente, PLACE_NAMES };

/** The expedientes of the documents that are asked for, in their order. */
export async function listExpedientes(
  { archive }: Workspace,
  _actor: Actor,
  query: ListQuery,
  signal: AbortSignal,
): Promise<readonly Expediente[]> {
  const gathered = gatherExpedientes();
  for await (const record of records(archive, signal)) if (isAsked(record, query)) gathered.add(record);
  return [...gathered.all()];
}
