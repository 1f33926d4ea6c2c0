import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';

/** A folder below bench/out that is gone afterwards: archives and inputs may be larger than /tmp. */
export async function scratchFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  const out = path.join(import.meta.dirname, 'out');
  await mkdir(out, { recursive: true });
  const folder = await mkdtemp(path.join(out, 'run-'));
  return { path: folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}
