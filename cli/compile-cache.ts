import { enableCompileCache } from 'node:module';
import { cacheFolder } from '../src/config.ts';

/**
 * Keeps what Node makes of the program's files (types stripped, compiled) for the next start, and for the threads that read pages, each of which
 * would make it anew. Node does without where it cannot write there, and where NODE_DISABLE_COMPILE_CACHE says so.
 */
export function keepCompiled(): void {
  const folder = cacheFolder();
  if (folder === null) return;
  // Threads, and the process that begins anew (steady-memory.ts), know it from here.
  process.env['NODE_COMPILE_CACHE'] ??= folder;
  enableCompileCache();
}
