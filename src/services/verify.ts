import { type Verification, verify as verifyArchive } from '../archive/verify.ts';
import type { Actor } from '../model/actor.ts';
import type { Workspace } from '../workspace.ts';

/** Reads every digest again, of the archive or of one document (NotFoundError when there is none). */
export const verify = (
  { archive }: Workspace,
  _actor: Actor,
  { id }: { readonly id?: string | undefined },
  signal: AbortSignal,
): Promise<Verification> => verifyArchive(archive, id, signal);
