// Which archive this is, for what lies outside of it and may be shared by several. Kept in the archive, since machines may know
// the same one by other paths.
import { randomBytes } from 'node:crypto';
import { ConflictError } from '../model/errors.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import { getOrNull } from './ocfl/load.ts';

const KEY = 'identity.json';

/** The archive's name for itself, given to it when first asked for. One that is lost is given anew. */
export async function identityOf(store: ObjectStore): Promise<string> {
  const known = await getOrNull(store, KEY);
  if (known) return (JSON.parse(Buffer.from(known).toString()) as { id: string }).id;
  const id = randomBytes(6).toString('hex');
  try {
    await store.put(KEY, Buffer.from(`${JSON.stringify({ id })}\n`), { if: 'absent' });
    return id;
  } catch (error) {
    // Another process was asked at the same time.
    if (error instanceof ConflictError) return identityOf(store);
    throw error;
  }
}
