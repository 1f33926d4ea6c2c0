import { createHash } from 'node:crypto';
import type { ErrorCode } from '../model/error-codes.ts';
import { FojaError, IntegrityError, NotFoundError, problemOf } from '../model/errors.ts';
import type { ObjectInfo, ObjectStore } from '../ports/object-store.ts';
import { contentFiles, sidecarOf, versionNumber } from './ocfl/inventory.ts';
import { documentIdOf, OBJECT_DECLARATION, objectRoot } from './ocfl/layout.ts';
import { getOrNull, type LoadedInventory, loadInventory } from './ocfl/load.ts';

/** A file of the archive that is not as it should be. */
export interface Finding {
  /** Null for a file that lies in no document. */
  readonly document: string | null;
  /** Below the document's OCFL object; the whole key where there is no document. */
  readonly path: string;
  /** Why, where there is more to say than that it is so: `code` for people, `reason` for logs. */
  readonly code?: FindingCode;
  readonly reason?: string;
}

/** `misplaced`: it belongs to another document. Other codes are of what failed while it was read. */
export type FindingCode = ErrorCode | 'misplaced' | 'sha512-differs' | 'sha256-differs';

interface Why {
  readonly code: FindingCode;
  readonly reason: string;
}

/** What became of a file that was checked. `unreadable` is the third state: nobody can say whether it is whole. */
export type Verdict = 'ok' | 'changed' | 'missing' | 'untracked' | 'unreadable' | 'unfinished';

type Report = (verdict: Verdict, finding: Finding) => void;

/** Checks one OCFL object, given its files. Every file is reported once, and those that should be there and are not. */
export async function verifyObject(
  store: ObjectStore,
  root: string,
  files: readonly ObjectInfo[],
  report: Report,
  signal?: AbortSignal,
): Promise<void> {
  const present = files.map(({ key }) => key.slice(root.length));
  let loaded: LoadedInventory | null;
  try {
    loaded = await loadInventory(store, root);
  } catch (error) {
    const verdict = error instanceof IntegrityError ? 'changed' : 'unreadable';
    report(verdict, { document: null, path: `${root}inventory.json`, ...whyOf(error) });
    return;
  }
  if (!loaded) {
    withoutInventory(root, present, report);
    return;
  }
  const { id, head } = loaded.inventory;
  const document = documentIdOf(id);
  const isAtHome = document !== null && objectRoot(document) === root;
  const tell = (path: string, verdict: Verdict, why?: Why) =>
    report(verdict, { document: document ?? id, path, ...why });
  if (isAtHome) tell('inventory.json', 'ok');
  else tell('inventory.json', 'changed', { code: 'misplaced', reason: `it does not belong in ${root}` });

  const expected = new Set(['inventory.json', 'inventory.json.sha512']);
  for (const check of [...checksOf(loaded), ...(await olderInventories(store, root, loaded))]) {
    signal?.throwIfAborted();
    expected.add(check.path);
    const [verdict, why] = await verdictOn(store, root, check);
    tell(check.path, verdict, why);
  }
  const next = `v${versionNumber(head) + 1}/`;
  for (const path of present)
    if (!expected.has(path)) tell(path, path.startsWith(next) ? 'unfinished' : 'untracked');
}

// A receipt that has not got that far; but a second version can only follow a first.
function withoutInventory(root: string, present: readonly string[], report: Report): void {
  const isLost = present.some((path) => /^v([2-9]|\d\d+)\//.test(path));
  if (isLost) report('missing', { document: null, path: `${root}inventory.json` });
  else for (const path of present) report('unfinished', { document: null, path: root + path });
}

/** A file that must be there, and what its bytes must be. */
interface Check {
  readonly path: string;
  readonly digests: readonly (readonly [algorithm: 'sha512' | 'sha256', hex: string])[];
}

function checksOf({ inventory, bytes }: LoadedInventory): Check[] {
  const sha256 = new Map(
    Object.entries(inventory.fixity?.['sha256'] ?? {}).flatMap(([hex, paths]) =>
      paths.map((path) => [path, hex]),
    ),
  );
  const content = [...contentFiles(inventory)].map(([path, hex]) => {
    const delivered = sha256.get(path);
    const digests = [['sha512', hex] as const];
    return { path, digests: delivered ? [...digests, ['sha256', delivered] as const] : digests };
  });
  return [
    exactly(OBJECT_DECLARATION, `${OBJECT_DECLARATION.slice(2)}\n`),
    exactly(`${inventory.head}/inventory.json`, bytes),
    exactly(`${inventory.head}/inventory.json.sha512`, sidecarOf(bytes)),
    ...content,
  ];
}

// Those of earlier versions are nowhere else: they are compared with their own sidecars.
async function olderInventories(
  store: ObjectStore,
  root: string,
  { inventory }: LoadedInventory,
): Promise<Check[]> {
  const checks: Check[] = [];
  for (let version = 1; version < versionNumber(inventory.head); version++) {
    const path = `v${version}/inventory.json`;
    // One that cannot be read gives no digest; reading it for its own sake then says why.
    const sidecar = await getOrNull(store, `${root}${path}.sha512`).catch(() => null);
    const hex = sidecar ? /^[0-9a-f]{128}/.exec(Buffer.from(sidecar).toString())?.[0] : undefined;
    const text = `${hex} inventory.json\n`;
    checks.push(exactly(`${path}.sha512`, text), { path, digests: hex ? [['sha512', hex]] : [] });
  }
  return checks;
}

const exactly = (path: string, expected: Uint8Array | string): Check => ({
  path,
  digests: [['sha512', createHash('sha512').update(expected).digest('hex')]],
});

async function verdictOn(
  store: ObjectStore,
  root: string,
  { path, digests }: Check,
): Promise<[Verdict, Why?]> {
  const hashes = digests.map(([algorithm]) => createHash(algorithm));
  try {
    for await (const piece of await store.stream(root + path)) for (const hash of hashes) hash.update(piece);
  } catch (error) {
    return error instanceof NotFoundError ? ['missing'] : ['unreadable', whyOf(error)];
  }
  const wrong = digests.find(([, hex], index) => hashes[index]!.digest('hex') !== hex);
  if (!wrong) return ['ok'];
  return ['changed', { code: `${wrong[0]}-differs`, reason: `its ${wrong[0]} is another` }];
}

/** What kept a file from being read, for a finding. */
export const whyOf = (error: unknown): Why => ({
  code: error instanceof FojaError ? error.code : 'defect',
  reason: problemOf(error).message,
});
