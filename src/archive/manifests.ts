import { ConflictError } from '../model/errors.ts';
import type { ObjectStore } from '../ports/object-store.ts';

/** Keeps a manifest as delivered, under its digest: the records and reports that cite it name that. */
export async function keepManifest(
  store: ObjectStore,
  { bytes, sha256 }: { readonly bytes: Uint8Array; readonly sha256: string },
): Promise<void> {
  try {
    await store.put(`manifests/${sha256}.csv`, bytes, { if: 'absent', sha256 });
  } catch (error) {
    // The same bytes are there already.
    if (!(error instanceof ConflictError)) throw error;
  }
}
