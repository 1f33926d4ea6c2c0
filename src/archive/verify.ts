import { NotFoundError } from '../model/errors.ts';
import { listObjects } from './list.ts';
import { objectRoot, ROOT, ROOT_FILES } from './ocfl/layout.ts';
import type { Archive } from './open-archive.ts';
import { type Finding, type Verdict, verifyObject, whyOf } from './verify-object.ts';

export interface Verification {
  /** Files whose bytes were read and compared. */
  readonly checked: number;
  /** Whether nothing is changed, missing, untracked or unreadable. */
  readonly ok: boolean;
  readonly changed: readonly Finding[];
  readonly missing: readonly Finding[];
  /** Files that no inventory names. */
  readonly untracked: readonly Finding[];
  readonly unreadable: readonly Finding[];
  /** Of receipts and versions that a crash interrupted or that are being written: no fault, `sweep` looks after them. */
  readonly unfinished: readonly Finding[];
}

/**
 * Reads everything again, of the archive or of one document (NotFoundError when there is none), and compares: content with
 * SHA-512 and the SHA-256 it was delivered by, inventories with their sidecars and copies, files with inventories.
 * Streams; holds the file names of one document at a time. A bad document is a finding, never an error.
 */
export async function verify(archive: Archive, id?: string, signal?: AbortSignal): Promise<Verification> {
  const found: Record<Exclude<Verdict, 'ok'>, Finding[]> = {
    changed: [],
    missing: [],
    untracked: [],
    unreadable: [],
    unfinished: [],
  };
  let checked = 0;
  let objects = 0;
  const report = (verdict: Verdict, finding: Finding) => {
    if (verdict === 'ok' || verdict === 'changed') checked++;
    if (verdict !== 'ok') found[verdict].push(finding);
  };
  try {
    for await (const { root, files } of listObjects(archive, id ? objectRoot(id) : ROOT, signal)) {
      objects++;
      if (root) await verifyObject(archive.store, root, files, report, signal);
      else
        for (const { key } of files) if (!isRootFile(key)) report('untracked', { document: null, path: key });
    }
  } catch (error) {
    signal?.throwIfAborted();
    report('unreadable', { document: id ?? null, path: id ? '' : ROOT, ...whyOf(error) });
  }
  if (id && objects === 0)
    throw new NotFoundError('document-not-found', `The archive has no document ${id}.`, { about: id });
  const { changed, missing, untracked, unreadable } = found;
  return {
    checked,
    ok: [changed, missing, untracked, unreadable].every((list) => list.length === 0),
    ...found,
  };
}

// openArchive has compared them already.
const isRootFile = (key: string) => ROOT_FILES.some(([path]) => ROOT + path === key);
