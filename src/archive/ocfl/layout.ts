// Where OCFL 1.1 puts things: https://ocfl.io/1.1/spec/ and extension 0004-hashed-n-tuple-storage-layout.
import { createHash } from 'node:crypto';
import { UsageError } from '../../model/errors.ts';

/** The storage root, as a prefix of keys. */
export const ROOT = 'archive/';

export const ROOT_DECLARATION = '0=ocfl_1.1';
export const OBJECT_DECLARATION = '0=ocfl_object_1.1';

const LAYOUT = '0004-hashed-n-tuple-storage-layout';
const TUPLES = { tupleSize: 3, numberOfTuples: 3 };

/** The files that make a storage root; the declaration comes last, so that a root that has it has everything. */
export const ROOT_FILES: readonly (readonly [path: string, text: string])[] = [
  [
    `extensions/${LAYOUT}/config.json`,
    json({ extensionName: LAYOUT, digestAlgorithm: 'sha256', ...TUPLES, shortObjectRoot: false }),
  ],
  [
    'ocfl_layout.json',
    json({
      extension: LAYOUT,
      description: 'Folders are named after the SHA-256 of the id of the OCFL object',
    }),
  ],
  [ROOT_DECLARATION, 'ocfl_1.1\n'],
];

// OCFL wants ids to be URIs.
const ID_PREFIX = 'urn:foja:';

/** The OCFL id of a document. */
export const ocflId = (documentId: string): string => ID_PREFIX + documentId;

/** The document of an OCFL id; null for an object that is not foja's. */
export const documentIdOf = (id: string): string | null =>
  id.startsWith(ID_PREFIX) ? id.slice(ID_PREFIX.length) : null;

// What the archive owns besides documents is an object too, so that it has versions and digests.
const CATALOG = 'catalog:';

/** The id of a catalog's OCFL object. */
export const catalogId = (name: string): string => CATALOG + name;

export const isCatalogId = (id: string): boolean => id.startsWith(CATALOG);

/** The prefix of all keys of a document's OCFL object. UsageError for what cannot be an id. */
export function objectRoot(documentId: string): string {
  if (!/^(?:catalog:)?[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/.test(documentId))
    throw new UsageError('bad-document-id', `Not a document id: ${JSON.stringify(documentId)}.`, {
      about: documentId,
    });
  const digest = createHash('sha256').update(ocflId(documentId)).digest('hex');
  const tuples = Array.from({ length: TUPLES.numberOfTuples }, (_, index) =>
    digest.slice(index * TUPLES.tupleSize, (index + 1) * TUPLES.tupleSize),
  );
  return `${ROOT}${tuples.join('/')}/${digest}/`;
}

/** The object root that a key lies in; null for the storage root's own files and for strays. */
export function objectRootOf(key: string): string | null {
  return /^archive\/(?:[0-9a-f]{3}\/){3}[0-9a-f]{64}\//.exec(key)?.[0] ?? null;
}

/** JSON as the archive keeps it: people will read it. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
