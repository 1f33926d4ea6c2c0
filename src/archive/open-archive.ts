import { ConflictError, IntegrityError, NotFoundError } from '../model/errors.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import { ROOT, ROOT_DECLARATION, ROOT_FILES } from './ocfl/layout.ts';
import { getOrNull } from './ocfl/load.ts';

/** An archive that is known to be one. */
export interface Archive {
  readonly store: ObjectStore;
}

/**
 * Opens the archive in the store and makes it where there is none; with `create: false` that is a NotFoundError instead.
 * An OCFL root that is laid out otherwise than foja does it is an IntegrityError, and nothing is written.
 */
export async function openArchive(store: ObjectStore, options: { create?: boolean } = {}): Promise<Archive> {
  if (!(await store.head(ROOT + ROOT_DECLARATION))) {
    if (options.create === false)
      throw new NotFoundError(
        'no-archive',
        'There is no archive here: check its address, or ingest something first.',
      );
    await refuseForeign(store);
    for (const [path, text] of ROOT_FILES) await create(store, ROOT + path, text);
  }
  for (const [path, text] of ROOT_FILES) {
    const found = await getOrNull(store, ROOT + path);
    if (!found || !sameJson(Buffer.from(found).toString(), text))
      throw new IntegrityError(
        'foreign-archive',
        `${ROOT + path} is ${found ? 'not what foja writes' : 'missing'}: restore it, or choose another place.`,
        { about: ROOT + path },
      );
  }
  return { store };
}

// What is there without a declaration must be ours, from a crash while the root was made.
async function refuseForeign(store: ObjectStore): Promise<void> {
  for await (const { key } of store.list(ROOT)) {
    if (ROOT_FILES.some(([path]) => ROOT + path === key)) continue;
    throw new IntegrityError(
      'foreign-archive',
      `${key} is there, but ${ROOT + ROOT_DECLARATION} is not: restore it, or choose another place.`,
      { about: key },
    );
  }
}

async function create(store: ObjectStore, key: string, text: string): Promise<void> {
  try {
    await store.put(key, Buffer.from(text), { if: 'absent' });
  } catch (error) {
    // Another process is making the same archive.
    if (!(error instanceof ConflictError)) throw error;
  }
}

// Layout and white space may differ where another OCFL tool rewrote the file.
function sameJson(one: string, other: string): boolean {
  try {
    return JSON.stringify(JSON.parse(one)) === JSON.stringify(JSON.parse(other));
  } catch {
    return one === other;
  }
}
