import path from 'node:path';
import { readRecord, receive as receiveObject } from '../../archive/archive.ts';
import type { Said } from '../../description/delivered.ts';
import type { HashedFile } from '../../intake/identify.ts';
import type { Actor } from '../../model/actor.ts';
import type { DocumentRecord, SourceFile } from '../../model/document.ts';
import type { Workspace } from '../../workspace.ts';

/**
 * Takes the files into the archive as version 1: copied, synced, read back, compared. Returns null when this call received
 * them, or the record that the archive already had of the same bytes. `said` is what came with
 * them on paper: it is kept with the bytes, so that an interruption loses none of it.
 */
export async function receive(
  workspace: Workspace,
  actor: Actor,
  delivered: { id: string; batch: string; files: readonly HashedFile[]; said: Said | null },
  signal: AbortSignal,
): Promise<DocumentRecord | null> {
  const { id, batch, files, said } = delivered;
  const receivedAt = new Date().toISOString();
  const source = files.map(describe);
  const record: DocumentRecord = {
    id,
    status: 'received',
    batch,
    receivedAt,
    source,
    grade: null,
    pages: [],
    fields: null,
    ...(said && { description: said.description }),
    ...(said?.delivery && { delivery: said.delivery }),
  };
  const { created, head } = await receiveObject(
    workspace.archive,
    {
      id,
      files: files.map((file, index) => ({
        from: { path: file.location },
        to: source[index]!.stored,
        sha256: file.sha256,
      })),
      record,
      user: { name: actor.name },
      message: `received in batch ${batch}`,
      created: receivedAt,
    },
    signal,
  );
  return created ? null : readRecord(workspace.archive, id, head);
}

function describe(file: HashedFile, index: number): SourceFile {
  const { path: name, pathBytes, sha256, bytes, type } = file;
  return {
    path: name,
    ...(pathBytes ? { pathBytes } : {}),
    sha256,
    bytes,
    type,
    stored: storedName(name, index),
  };
}

// The delivered name may be anything; what is stored must be a safe key. The name itself is in the record.
function storedName(name: string, index: number): string {
  const extension = path.extname(name).toLowerCase();
  const safe = /^\.[a-z0-9]{1,8}$/.test(extension) ? extension : '';
  return `original/${String(index + 1).padStart(4, '0')}${safe}`;
}
