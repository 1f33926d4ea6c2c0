import { readFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import {
  CATALOGS,
  type Catalog,
  catalogVersions,
  putCatalog,
  readCatalog,
} from '../../src/archive/catalogs.ts';
import { records } from '../../src/archive/records.ts';
import { proposer, readAuthorities } from '../../src/description/authority.ts';
import { checkCatalog } from '../../src/description/check-catalog.ts';
import { proposalsCsv } from '../../src/exchange/formats/proposals-csv.ts';
import { NotFoundError, UsageError } from '../../src/model/errors.ts';
import { M } from '../../src/words/es/messages.ts';
import type { Workspace } from '../../src/workspace.ts';
import { print, printJson, say } from '../output.ts';
import { type CommonOptions, command, withArchive } from '../session.ts';

interface CatalogFlags extends CommonOptions {
  readonly put?: string;
  readonly why?: string;
  readonly propose?: boolean;
}

/** `foja catalog`: the tables that the archive owns: classification and retention, authority lists. */
export function catalogCommand(): Command {
  return command('catalog', 'muestra o cambia las tablas del archivo: clasificación, dependencias…')
    .argument(`[tabla]`, `${CATALOGS.join(', ')}; sin tabla, las enumera`)
    .addOption(new Option('--put <archivo>', 'CSV que la sustituye; las versiones anteriores se conservan'))
    .option('--why <motivo>', 'por qué se cambia')
    .option('--propose', 'nombres leídos en los documentos que la lista no tiene, como CSV para añadir')
    .action((name: string | undefined, flags: CatalogFlags) =>
      withArchive(flags, async (workspace, actor) => {
        if (name === undefined) {
          for (const catalog of CATALOGS) {
            const versions = await catalogVersions(workspace.archive, catalog);
            if (flags.json) printJson({ name: catalog, versions });
            else print(`${catalog.padEnd(14)} ${M.catalogVersions(versions.length)}`);
          }
          return;
        }
        const catalog = known(name);
        if (flags.propose) return propose(workspace, catalog, flags);
        if (flags.put === undefined) {
          const bytes = await readCatalog(workspace.archive, catalog);
          if (!bytes)
            throw new NotFoundError(
              'no-catalog',
              `The archive has no table ${name}: foja catalog ${name} --put FILE.`,
              { about: name },
            );
          process.stdout.write(bytes);
          return;
        }
        if (!flags.why?.trim())
          throw new UsageError('no-reason', 'A change of a table needs its reason: --why "…".');
        const bytes = await read(flags.put);
        const lines = checkCatalog(catalog, flags.put, bytes);
        const version = await putCatalog(workspace.archive, catalog, bytes, {
          created: new Date().toISOString(),
          message: flags.why,
          user: { name: actor.name },
        });
        if (flags.json) printJson({ name, version, lines });
        else print(M.catalogPut(lines, version));
      }),
    );
}

async function propose(workspace: Workspace, catalog: Catalog, flags: CatalogFlags): Promise<void> {
  if (catalog === 'clasificacion')
    throw new UsageError('unknown-catalog', 'Branches of the classification are not read off documents.', {
      about: CATALOGS.filter((it) => it !== catalog).join(', '),
    });
  const bytes = await readCatalog(workspace.archive, catalog);
  const proposals = proposer(catalog, bytes ? readAuthorities(catalog, bytes) : []);
  for await (const record of records(workspace.archive)) proposals.add(record);
  const all = proposals.all();
  if (flags.json) for (const one of all) printJson(one);
  else if (all.length > 0) process.stdout.write(proposalsCsv(all));
  say(M.proposals(all.length));
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

async function read(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new NotFoundError('path-not-found', `Cannot read ${file}: check the path and run again.`, {
      about: file,
      cause,
    });
  }
}
