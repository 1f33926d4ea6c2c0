import type { EnqueuedTask } from 'meilisearch';
import { AccessError } from '../../../../model/errors.ts';
import type { Connection } from './connection.ts';
import { missing } from './errors.ts';
import { PAGE_SETTINGS, SETTINGS_VERSION, WORD_SETTINGS } from './settings.ts';
import { done } from './tasks.ts';

/** Two indexes that belong together: the pages, and the words that stand on them. */
export interface Generation {
  readonly pages: string;
  readonly words: string;
}

/** Kept among the words, so that it moves with them: what the settings are, and which making of the index this is. */
export interface About {
  readonly version: number;
  readonly made: number;
}

/** What answers searches. */
export const live = ({ name }: Connection): Generation => ({
  pages: `${name}_pages`,
  words: `${name}_words`,
});

/** What is being built beside it. */
export const next = ({ name }: Connection): Generation => ({
  pages: `${name}_pages_next`,
  words: `${name}_words_next`,
});

const ABOUT = 'about';

/** Null where there is none, or none that was made whole. */
export async function aboutOf(
  connection: Connection,
  { words }: Generation,
  signal?: AbortSignal,
): Promise<About | null> {
  try {
    return await connection.ask<About>('get', `indexes/${words}/documents/${ABOUT}`, undefined, signal);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** AccessError when the index cannot be written or asked as it is. */
export function checked(connection: Connection, about: About | null): About {
  if (about === null) throw missing(connection.host);
  if (about.version === SETTINGS_VERSION) return about;
  throw new AccessError(
    'index-outdated',
    `the index on ${connection.host} has settings ${about.version}, this foja writes ${SETTINGS_VERSION}; run \`foja reindex\``,
    { about: connection.host },
  );
}

/** Makes both indexes ready, settings first and `about` last: one that lacks it was not made whole. Safe to repeat. */
export async function make(
  connection: Connection,
  { pages, words }: Generation,
  signal?: AbortSignal,
): Promise<void> {
  let made = 0;
  for (const [uid, settings] of [
    [pages, PAGE_SETTINGS],
    [words, WORD_SETTINGS],
  ] as const) {
    made = await done(connection, create(connection, uid, signal), signal, ['index_already_exists']);
    await done(connection, connection.ask('patch', `indexes/${uid}/settings`, settings, signal), signal);
  }
  const about = [{ id: ABOUT, version: SETTINGS_VERSION, made }];
  await done(connection, connection.ask('post', `indexes/${words}/documents`, about, signal), signal);
}

/** Makes sure that both names are there, so that they can be swapped. */
export async function reserve(
  connection: Connection,
  { pages, words }: Generation,
  signal?: AbortSignal,
): Promise<void> {
  for (const uid of [pages, words])
    await done(connection, create(connection, uid, signal), signal, ['index_already_exists']);
}

/** Removes both, if they are there. */
export async function drop(
  connection: Connection,
  { pages, words }: Generation,
  signal?: AbortSignal,
): Promise<void> {
  for (const uid of [pages, words])
    await done(connection, connection.ask('delete', `indexes/${uid}`, undefined, signal), signal, [
      'index_not_found',
    ]);
}

/** Puts what was built in the place of what answers, at one stroke, and removes the old. */
export async function swap(connection: Connection, signal?: AbortSignal): Promise<void> {
  const [old, built] = [live(connection), next(connection)];
  const pairs = [{ indexes: [old.pages, built.pages] }, { indexes: [old.words, built.words] }];
  await done(connection, connection.ask('post', 'swap-indexes', pairs, signal), signal);
  await drop(connection, built, signal);
}

const create = (connection: Connection, uid: string, signal?: AbortSignal) =>
  connection.ask<EnqueuedTask>('post', 'indexes', { uid, primaryKey: 'id' }, signal);

const isMissing = (error: unknown) => error instanceof AccessError && error.code === 'index-missing';
