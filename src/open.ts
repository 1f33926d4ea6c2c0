// Which adapters stand behind an archive: each port is chosen by its URL. The readers of pages are in reading.ts.
import path from 'node:path';
import { openFsStore } from './adapters/object-store/fs.ts';
import { openSqliteIndex } from './adapters/search-index/sqlite.ts';
import { openArchive } from './archive/archive.ts';
import type { Config } from './config.ts';
import { UsageError } from './errors.ts';
import type { Foja } from './foja.ts';
import type { SearchIndex } from './ports/search-index.ts';

/**
 * Opens an archive; without `create`, one that is not there is a NotFoundError (`no-archive`). `rebuildIndex` takes an index
 * of another version or a damaged one and empties it.
 */
export async function openFoja(
  config: Config,
  options: { create: boolean; rebuildIndex?: boolean },
): Promise<Foja> {
  if (/^[a-z0-9]+:\/\//i.test(config.archive)) {
    throw new UsageError(
      'unknown-archive-url',
      `No adapter for the archive ${config.archive}: give a folder.`,
    );
  }
  const root = path.resolve(config.archive);
  const store = await openFsStore(root);
  return {
    store,
    archive: await openArchive(store, options),
    index: await openIndex(config, root, options.rebuildIndex === true),
    user: config.user,
  };
}

async function openIndex(config: Config, root: string, rebuild: boolean): Promise<SearchIndex> {
  const url = config.index ?? `sqlite:${path.join(root, 'index', 'foja.sqlite')}`;
  if (!url.startsWith('sqlite:')) {
    throw new UsageError(
      'unknown-index-url',
      `No adapter for the index ${url}: FOJA_INDEX takes sqlite:PATH.`,
    );
  }
  return openSqliteIndex(path.resolve(url.slice('sqlite:'.length)), { rebuild });
}
