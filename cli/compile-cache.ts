import { enableCompileCache } from 'node:module';
import { nameCompileCache } from '../src/config.ts';

/**
 * Keeps what Node makes of the program's files (types stripped, compiled) for the next start, and for the threads that read pages, each of which
 * would make it anew. Node does without where it cannot write there, and where NODE_DISABLE_COMPILE_CACHE says so.
 */
export function keepCompiled(): void {
  if (nameCompileCache()) enableCompileCache();
}
