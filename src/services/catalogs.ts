// The tables that the archive owns: classification and retention, authority lists.
import { CATALOGS, type Catalog, catalogVersions, putCatalog, readCatalog } from '../archive/catalogs.ts';
import { records } from '../archive/records.ts';
import { proposer, readAuthorities } from '../description/authority.ts';
import { checkCatalog } from '../description/check-catalog.ts';
import { proposalsCsv } from '../exchange/formats/proposals-csv.ts';
import type { Actor } from '../model/actor.ts';
import { NotFoundError, UsageError } from '../model/errors.ts';
import type { Workspace } from '../workspace.ts';

/** Every table that there may be, with its versions so far. */
export async function listCatalogs({ archive }: Workspace, _actor: Actor, _: object, signal: AbortSignal) {
  const listed = [];
  for (const name of CATALOGS) {
    signal.throwIfAborted();
    listed.push({ name, versions: await catalogVersions(archive, name) });
  }
  return listed;
}

/** A table as it was put. UsageError for one that cannot be, NotFoundError where nobody has put it. */
export async function showCatalog(
  { archive }: Workspace,
  _actor: Actor,
  { name }: { readonly name: string },
  signal: AbortSignal,
): Promise<Uint8Array> {
  signal.throwIfAborted();
  const bytes = await readCatalog(archive, known(name));
  if (bytes) return bytes;
  throw new NotFoundError(
    'no-catalog',
    `The archive has no table ${name}: foja catalog ${name} --put FILE.`,
    {
      about: name,
    },
  );
}

/** A table in place of the one that there was, which stays as an earlier version. InputError where it cannot be read. */
export async function replaceCatalog(
  { archive }: Workspace,
  actor: Actor,
  table: { readonly name: string; readonly file: string; readonly bytes: Uint8Array; readonly why: string },
  signal: AbortSignal,
): Promise<{ version: number; lines: number }> {
  signal.throwIfAborted();
  const catalog = known(table.name);
  if (!table.why.trim())
    throw new UsageError('no-reason', 'A change of a table needs its reason: --why "…".');
  const lines = checkCatalog(catalog, table.file, table.bytes);
  const version = await putCatalog(archive, catalog, table.bytes, {
    created: new Date().toISOString(),
    message: table.why,
    user: { name: actor.name },
  });
  return { version, lines };
}

/** Names read in documents that a list of authorities lacks, and the same as CSV to be added. */
export async function proposeCatalog(
  { archive }: Workspace,
  _actor: Actor,
  { name }: { readonly name: string },
  signal: AbortSignal,
) {
  const catalog = known(name);
  if (catalog === 'clasificacion')
    throw new UsageError('unknown-catalog', 'Branches of the classification are not read off documents.', {
      about: CATALOGS.filter((it) => it !== catalog).join(', '),
    });
  const bytes = await readCatalog(archive, catalog);
  const proposals = proposer(catalog, bytes ? readAuthorities(catalog, bytes) : []);
  for await (const record of records(archive, signal)) proposals.add(record);
  const all = proposals.all();
  return { proposals: all, csv: all.length > 0 ? proposalsCsv(all) : '' };
}

function known(name: string): Catalog {
  const catalog = CATALOGS.find((it) => it === name);
  if (catalog) return catalog;
  throw new UsageError(
    'unknown-catalog',
    `There is no table ${name}; the archive has ${CATALOGS.join(', ')}.`,
    { about: CATALOGS.join(', ') },
  );
}
