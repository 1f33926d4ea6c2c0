// Which adapters stand behind an archive: each port is chosen by its URL. The readers of pages are in reading.ts.
import path from 'node:path';
import { openFsStore } from '../adapters/object-store/fs/fs.ts';
import { isS3Url } from '../adapters/object-store/s3/address.ts';
import { openSqliteIndex } from '../adapters/search-index/sqlite/sqlite.ts';
import { openArchive } from '../archive/archive.ts';
import type { Config } from '../config.ts';
import { UsageError } from '../model/errors.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import type { SearchIndex } from '../ports/search-index.ts';
import type { Workspace } from '../workspace.ts';

/**
 * Opens an archive; without `create`, one that is not there is a NotFoundError (`no-archive`). `rebuildIndex` takes an index
 * of another version or a damaged one and empties it.
 */
export async function openWorkspace(
  config: Config,
  options: { create: boolean; rebuildIndex?: boolean },
): Promise<Workspace> {
  const indexUrl = indexUrlOf(config);
  const store = await openStore(config.archive);
  return {
    store,
    archive: await openArchive(store, options),
    index: await openIndex(indexUrl, config.indexKey, options.rebuildIndex === true),
  };
}

async function openStore(archive: string): Promise<ObjectStore> {
  if (isS3Url(archive)) {
    // Loaded when it is needed: who keeps a folder need not wait for the SDK.
    const { openS3Store } = await import('../adapters/object-store/s3/s3.ts');
    return openS3Store(archive);
  }
  if (/^[a-z0-9]+:\/\//i.test(archive)) {
    throw new UsageError(
      'unknown-archive-url',
      `No adapter for the archive ${archive}: give a folder or s3://bucket/prefix.`,
    );
  }
  return openFsStore(path.resolve(archive));
}

// Beside the archive, where there is such a place. Several machines may share an S3, and an index that one of them chose by itself
// would know only what that one took in: searches would miss documents and say nothing.
function indexUrlOf(config: Config): string {
  if (config.index !== null) return config.index;
  if (!isS3Url(config.archive)) return `sqlite:${path.resolve(config.archive, 'index', 'foja.sqlite')}`;
  throw new UsageError(
    'index-needed',
    `Where is the index of ${config.archive}? Set FOJA_INDEX to sqlite:PATH, or to the URL of a server that all machines share.`,
  );
}

async function openIndex(url: string, key: string | null, rebuild: boolean): Promise<SearchIndex> {
  if (url.startsWith('sqlite:'))
    return openSqliteIndex(path.resolve(url.slice('sqlite:'.length)), { rebuild });
  if (/^https?:/i.test(url)) {
    const { openMeiliIndex } = await import('../adapters/search-index/meilisearch/meilisearch.ts');
    return openMeiliIndex(url, { key, rebuild });
  }
  throw new UsageError(
    'unknown-index-url',
    `No adapter for the index ${url}: FOJA_INDEX takes sqlite:PATH, or http(s)://HOST of a Meilisearch server.`,
  );
}
