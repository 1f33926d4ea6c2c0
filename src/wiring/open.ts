// Which adapters stand behind an archive: each port is chosen by its URL. The readers of pages are in reading.ts.
import { openArchive } from '../archive/archive.ts';
import type { Config } from '../config.ts';
import type { Workspace } from '../workspace.ts';
import { indexBeside, openStore } from './object-stores.ts';
import { openIndex } from './search-indexes.ts';

/**
 * Opens an archive; without `create`, one that is not there is a NotFoundError (`no-archive`). `rebuildIndex` takes an index
 * of another version or a damaged one and empties it.
 */
export async function openWorkspace(
  config: Config,
  options: { create: boolean; rebuildIndex?: boolean },
): Promise<Workspace> {
  const indexUrl = config.index ?? indexBeside(config.archive);
  const store = await openStore(config.archive);
  return {
    store,
    archive: await openArchive(store, options),
    index: await openIndex(indexUrl, { key: config.indexKey, rebuild: options.rebuildIndex === true }),
  };
}
