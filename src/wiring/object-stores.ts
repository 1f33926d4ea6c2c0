// Where an archive may lie. An adapter is loaded when it is asked for: who keeps a folder need not wait for the SDK.
import path from 'node:path';
import { UsageError } from '../model/errors.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import type { SetUpStore } from '../ports/store-setup.ts';
import { type Row, rowOf } from './table.ts';

interface Store extends Row {
  open(url: string): Promise<ObjectStore>;
  /** The index that lies beside the archive, where there is such a place. */
  readonly indexBeside?: (url: string) => string;
  /** Makes the place ready and finds out what it really offers; absent where nothing is needed. */
  readonly setUp?: SetUpStore;
}

const STORES: readonly Store[] = [
  {
    written: 's3://bucket/prefix',
    isMeant: (url) => /^s3:\/\//i.test(url),
    open: async (url) => (await import('../adapters/object-store/s3/s3.ts')).openS3Store(url),
    setUp: async (url, retention) =>
      (await import('../adapters/object-store/s3/setup/setup.ts')).setUpS3(url, retention),
  },
  {
    written: './archivo',
    isMeant: (url) => !/^[a-z0-9]+:\/\//i.test(url),
    open: async (url) => (await import('../adapters/object-store/fs/fs.ts')).openFsStore(path.resolve(url)),
    indexBeside: (url) => `sqlite:${path.resolve(url, 'index', 'foja.sqlite')}`,
  },
];

const storeOf = (url: string): Store =>
  rowOf(STORES, url, {
    code: 'unknown-archive-url',
    port: 'archive',
    setting: '--archive or FOJA_ARCHIVE',
  });

/** Opens the store that an archive lies in. */
export const openStore = (url: string): Promise<ObjectStore> => storeOf(url).open(url);

/**
 * Where the index of an archive is when nobody says so. UsageError where several machines may share the archive: an index that one of
 * them chose by itself would know only what that one took in, and searches would miss documents and say nothing.
 */
export function indexBeside(archive: string): string {
  const { indexBeside: beside } = storeOf(archive);
  if (beside) return beside(archive);
  throw new UsageError(
    'index-needed',
    `Where is the index of ${archive}? Set FOJA_INDEX to sqlite:PATH, or to the URL of a server that all machines share.`,
    { about: archive },
  );
}

/** What makes the place of an archive ready; null where nothing is needed. */
export const setUpOf = (archive: string): SetUpStore | null => storeOf(archive).setUp ?? null;
