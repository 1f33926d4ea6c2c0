import type { BatchFile } from './batches.ts';

/** The counts of a batch report, from its files. */
export function countFiles(files: readonly BatchFile[]) {
  const count = (status: BatchFile['status']) => files.filter((file) => file.status === status).length;
  return {
    found: files.filter((file) => file.sha256 !== null).length,
    processed: count('processed') + count('partial'),
    duplicate: count('duplicate'),
    failed: count('failed'),
  };
}
