// Finds what lies in the folders that were handed over. Names are bytes: an old disk may hold Latin-1, a Mac NFD.
import type { Dirent } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { AccessError, NotFoundError, UsageError } from '../model/errors.ts';
import { isJunk } from './junk.ts';
import { decodeName } from './names.ts';

/** A file or folder path; bytes where the name is not UTF-8. */
export type RawPath = string | Buffer;

export interface FoundFile {
  /** What the file system is asked for. */
  readonly location: RawPath;
  /** Path for people: from the ingested folder's own name on, `/`-separated. */
  readonly path: string;
  /** The same path's bytes in hex, where they are not UTF-8. */
  readonly pathBytes?: string;
  readonly bytes: number;
}

/** A folder with the files directly in it, or what was passed over and why. */
export interface FoundFolder {
  readonly path: string;
  readonly files: readonly FoundFile[];
  readonly ignored: readonly { readonly path: string; readonly why: 'junk' | 'link' | 'special' }[];
  readonly unreadable: readonly { readonly path: string; readonly error: AccessError }[];
}

/**
 * Walks what was handed over, a folder at a time, so that memory is bounded by the largest folder. Links are
 * never followed. Files named one by one count as a folder's where they lie together. `skip` is not entered: the
 * archive itself, when it lies inside. Throws NotFoundError for a root that does not exist, AccessError for one that cannot be
 * read, and UsageError (`path-in-archive`) for one that is the archive: its own files would be taken in as documents.
 */
export async function* walk(roots: readonly string[], skip: string): AsyncGenerator<FoundFolder> {
  const realSkip = await realpath(skip).catch(() => skip);
  const loose = new Map<string, string[]>();
  for (const root of roots) {
    const info = await stat(root).catch((cause: unknown) => {
      throw new NotFoundError('path-not-found', `Nothing at ${root}: check the path and run again.`, {
        about: root,
        cause,
      });
    });
    const whole = path.resolve(root);
    refuseArchive(await realpath(whole), realSkip);
    if (!info.isDirectory())
      loose.set(path.dirname(whole), [...(loose.get(path.dirname(whole)) ?? []), whole]);
    else
      yield* walkFolder(
        { location: whole, path: path.basename(whole), raw: Buffer.from(path.basename(whole)) },
        realSkip,
        true,
      );
  }
  for (const [folder, files] of loose) {
    const name = path.basename(folder);
    const found = files.map(async (location) => ({
      location,
      path: `${name}/${path.basename(location)}`,
      bytes: (await stat(location)).size,
    }));
    yield { path: name, files: await Promise.all(found), ignored: [], unreadable: [] };
  }
}

/** Where an archive in a folder keeps its own files; what else lies beside them is somebody's. */
const OWN = ['archive', 'work', 'batches', 'index', '.foja'];

function refuseArchive(root: string, archive: string): void {
  const [first = '', ...rest] = path.relative(archive, root).split(path.sep);
  const isInside = first !== '..' && !path.isAbsolute([first, ...rest].join(path.sep));
  if (!isInside || (first !== '' && !OWN.includes(first))) return;
  throw new UsageError(
    'path-in-archive',
    `${root} belongs to the archive ${archive}: give the folder of the scans.`,
    { about: root },
  );
}

interface Folder {
  readonly location: RawPath;
  readonly path: string;
  readonly raw: Buffer;
}

async function* walkFolder(folder: Folder, skip: string, isRoot = false): AsyncGenerator<FoundFolder> {
  const files: FoundFile[] = [];
  const ignored: FoundFolder['ignored'][number][] = [];
  const unreadable: FoundFolder['unreadable'][number][] = [];
  const folders: Folder[] = [];

  let entries: Dirent<Buffer>[] = [];
  try {
    entries = await readdir(folder.location, { withFileTypes: true, encoding: 'buffer' });
  } catch (cause) {
    const error = new AccessError(
      'folder-unreadable',
      `Cannot read the folder ${folder.path}: give this user permission to read it and run again.`,
      { about: folder.path, cause },
    );
    if (isRoot) throw error;
    unreadable.push({ path: folder.path, error });
  }
  for (const entry of entries.sort((a, b) => Buffer.compare(a.name, b.name))) {
    const name = decodeName(entry.name);
    const child: Folder = {
      location: join(folder.location, entry.name),
      path: `${folder.path}/${name.text}`,
      raw: Buffer.concat([folder.raw, Buffer.from('/'), entry.name]),
    };
    if (entry.isSymbolicLink()) ignored.push({ path: child.path, why: 'link' });
    else if (isJunk(name.text)) ignored.push({ path: child.path, why: 'junk' });
    else if (entry.isDirectory()) folders.push(child);
    else if (!entry.isFile()) ignored.push({ path: child.path, why: 'special' });
    else {
      const { size } = await lstat(child.location);
      const pathBytes = child.raw.equals(Buffer.from(child.path))
        ? {}
        : { pathBytes: child.raw.toString('hex') };
      files.push({ location: child.location, path: child.path, bytes: size, ...pathBytes });
    }
  }
  yield { path: folder.path, files, ignored, unreadable };
  for (const child of folders) {
    if ((await realpath(child.location).catch(() => '')) !== skip) yield* walkFolder(child, skip);
  }
}

/** Joins without decoding: a string while everything is UTF-8, bytes from the first name that is not. */
function join(folder: RawPath, name: Buffer): RawPath {
  if (typeof folder === 'string' && decodeName(name).utf8) return path.join(folder, name.toString());
  return Buffer.concat([Buffer.from(folder), Buffer.from('/'), name]);
}
