import { IntegrityError } from '../../model/errors.ts';
import { contentFiles, type Inventory, logicalFiles, type PathsByDigest } from './inventory.ts';

/** Reads an inventory that foja wrote; IntegrityError when it cannot be one, so that nothing is built on it. */
export function parseInventory(bytes: Uint8Array, key: string): Inventory {
  const fault = (what: string, cause?: unknown) =>
    new IntegrityError('bad-inventory', `${key} is no inventory that foja could have written: ${what}.`, {
      about: key,
      cause,
    });
  let value: Inventory;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Inventory;
  } catch (error) {
    throw fault('it is not JSON', error);
  }
  const what = faultOf(value);
  if (what) throw fault(what);
  return value;
}

function faultOf(value: Inventory): string | null {
  if (!isRecord(value)) return 'it is not an object';
  if (typeof value.id !== 'string') return 'its id is missing';
  if (value.type !== 'https://ocfl.io/1.1/spec/#inventory') return 'it is not of OCFL 1.1';
  if (value.digestAlgorithm !== 'sha512') return 'its digests are not SHA-512';
  if ((value.contentDirectory ?? 'content') !== 'content') return 'its content folder has another name';
  if (!isPaths(value.manifest)) return 'its manifest is missing or damaged';
  if (!isRecord(value.fixity ?? {}) || !Object.values(value.fixity ?? {}).every(isPaths))
    return 'its fixity block is damaged';
  return versionsFault(value);
}

function versionsFault(inventory: Inventory): string | null {
  if (!isRecord(inventory.versions)) return 'its versions are missing';
  const versions = Object.keys(inventory.versions);
  const expected = versions.map((_, index) => `v${index + 1}`);
  if (versions.length === 0 || !expected.every((version) => version in inventory.versions))
    return 'its versions are not counted from v1';
  if (inventory.head !== expected.at(-1)) return 'its head is not its last version';
  for (const version of versions) {
    const { state, created } = inventory.versions[version] ?? {};
    if (!isPaths(state) || typeof created !== 'string') return `its version ${version} is damaged`;
    for (const digest of logicalFiles(inventory, version).values())
      if (!(digest in inventory.manifest)) return `its version ${version} names bytes that it does not hold`;
  }
  for (const path of contentFiles(inventory).keys())
    if (!/^v[1-9]\d*\/content\/./.test(path) || path.split('/').includes('..'))
      return `its manifest names ${JSON.stringify(path)}`;
  return null;
}

function isPaths(value: unknown): value is PathsByDigest {
  return (
    isRecord(value) &&
    Object.entries(value).every(
      ([digest, list]) =>
        /^[0-9a-f]{32,128}$/.test(digest) &&
        Array.isArray(list) &&
        list.length > 0 &&
        list.every((path) => typeof path === 'string'),
    )
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
