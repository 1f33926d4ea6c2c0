// One group of files of a batch becomes a document of the archive, or turns out to be there already.
import { type Delivered, type Lookup, lookUp, type Said, saidOtherwise } from '../description/delivered.ts';
import { archivedEvent } from '../intake/events.ts';
import type { FileGroup } from '../intake/group.ts';
import { documentId, type HashedFile, hashFiles } from '../intake/identify.ts';
import { failedOutcome, type Outcome } from '../intake/outcome.ts';
import type { Actor } from '../model/actor.ts';
import { concernsAll } from '../model/errors.ts';
import type { Workspace } from '../workspace.ts';
import { receive } from './steps/receive.ts';
import { updateDescription } from './update-description.ts';

/** What a batch remembers from one of its documents to the next. */
export interface BatchMemory {
  readonly batch: string;
  readonly delivery: Delivered<FileGroup>;
  /** Documents that it has received to be read. */
  readonly received: Set<string>;
  /** What is said of documents, by the first of their files of which anything is. */
  readonly said: Map<string, Said>;
}

/** A group whose files have been read, and what is said of its document. */
interface Identified extends Lookup {
  readonly group: FileGroup;
  readonly files: readonly HashedFile[];
}

/** A document that is received and has to be read. */
export interface Received extends Identified {
  readonly id: string;
}

/**
 * Receives a group. An outcome where there is nothing more to do: the archive has its bytes already, whatever their name, or it
 * cannot be received. What concerns more than this document is thrown.
 */
export async function receiveGroup(
  workspace: Workspace,
  actor: Actor,
  { group, memory }: { readonly group: FileGroup; readonly memory: BatchMemory },
  signal: AbortSignal,
): Promise<Received | Outcome> {
  let identified: Identified = { group, files: [], said: null, mismatches: [] };
  try {
    const files = await hashFiles(group.files, signal);
    identified = { group, files, ...lookUp(memory.delivery, group, files) };
    return await receiveIdentified(workspace, actor, { identified, memory }, signal);
  } catch (error) {
    if (signal.aborted || concernsAll(error)) throw error;
    return failedOutcome(identified, error, null);
  }
}

async function receiveIdentified(
  workspace: Workspace,
  actor: Actor,
  { identified, memory }: { readonly identified: Identified; readonly memory: BatchMemory },
  signal: AbortSignal,
): Promise<Received | Outcome> {
  const { group, files } = identified;
  const id = documentId(files);
  // Of bytes that come twice, what is said first stands; what is said otherwise is listed.
  const first = memory.said.get(id);
  const otherwise = first && identified.said ? saidOtherwise(first, identified.said, group.source) : [];
  const said = first ? null : identified.said;
  if (said) memory.said.set(id, said);

  const looked = { ...identified, mismatches: [...identified.mismatches, ...otherwise] };
  const known = await receive(workspace, actor, { id, batch: memory.batch, files, said }, signal);
  // Received before an interruption and never finished: this run takes it up.
  if (!known || (known.status === 'received' && !memory.received.has(id))) {
    memory.received.add(id);
    return { id, ...looked };
  }
  const isOurs = known.batch === memory.batch && known.source[0]?.path === files[0]!.path;
  const record = said ? await updateDescription(workspace, actor, { present: known, said }, signal) : known;
  return {
    ...looked,
    pages: record.status === 'received' ? null : record.pages.length,
    event: archivedEvent(group.source, record, isOurs ? record.status : 'duplicate'),
  };
}
