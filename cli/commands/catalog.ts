import { readFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { NotFoundError } from '../../src/model/errors.ts';
import { listCatalogs, proposeCatalog, replaceCatalog, showCatalog } from '../../src/services/catalogs.ts';
import { COMMANDS } from '../../src/words/es/commands.ts';
import { M } from '../../src/words/es/messages.ts';
import { print, printJson, say } from '../output.ts';
import { type CommonOptions, command, interruptible, withArchive } from '../session.ts';

const W = COMMANDS.catalog;

interface CatalogFlags extends CommonOptions {
  readonly put?: string;
  readonly why?: string;
  readonly propose?: boolean;
}

/** `foja catalog`: the tables that the archive owns: classification and retention, authority lists. */
export function catalogCommand(): Command {
  return command('catalog', W.about)
    .argument(...W.tabla)
    .addOption(new Option(...W.put))
    .option(...W.why)
    .option(...W.propose)
    .action((name: string | undefined, flags: CatalogFlags) =>
      interruptible((signal) =>
        withArchive(flags, async (workspace, actor) => {
          if (name === undefined) {
            for (const one of await listCatalogs(workspace, actor, {}, signal))
              if (flags.json) printJson(one);
              else print(`${one.name.padEnd(14)} ${M.catalogVersions(one.versions.length)}`);
          } else if (flags.propose) {
            const { proposals, csv } = await proposeCatalog(workspace, actor, { name }, signal);
            if (flags.json) for (const one of proposals) printJson(one);
            else process.stdout.write(csv);
            say(M.proposals(proposals.length));
          } else if (flags.put === undefined) {
            process.stdout.write(await showCatalog(workspace, actor, { name }, signal));
          } else {
            const { put: file, why = '' } = flags;
            const table = { name, file, bytes: await read(file), why };
            const { version, lines } = await replaceCatalog(workspace, actor, table, signal);
            if (flags.json) printJson({ name, version, lines });
            else print(M.catalogPut(lines, version));
          }
        }),
      ),
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
