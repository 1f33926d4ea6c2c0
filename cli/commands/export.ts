import { type Command, InvalidArgumentError, Option } from 'commander';
import { type ExportInput, exportFrom, formatsOf, INVENTORIES } from '../../src/services/export.ts';
import { COMMANDS } from '../../src/words/es/commands.ts';
import { M } from '../../src/words/es/messages.ts';
import { print, printJson, say } from '../output.ts';
import { type CommonOptions, command, interruptible, withArchive } from '../session.ts';

const W = COMMANDS.export;

interface ExportFlags extends CommonOptions, Omit<ExportInput, 'id' | 'target' | 'day'> {
  readonly output: string;
  readonly at: string;
}

/** `foja export`: a document in one of its forms, an inventory, Dublin Core, or a fondo in EAD3. */
export function exportCommand(): Command {
  const formats = [...formatsOf('document'), ...formatsOf('expedientes')];
  return command('export', W.about)
    .argument(...W.id)
    .addOption(new Option(...W.format).choices(formats))
    .addOption(new Option(...W.inventory).choices(INVENTORIES))
    .option(...W.dublinCore)
    .option(...W.ead3)
    .option(...W.fondo)
    .option(...W.at, day, new Date().toISOString().slice(0, 10))
    .option(...W.delimiter, delimiter, ',' as const)
    .option(...W.agency, W.anyArchive)
    .requiredOption(...W.output)
    .action((id: string | undefined, flags: ExportFlags) =>
      interruptible((signal) =>
        withArchive(flags, async (workspace, actor) => {
          const { output, at, json, archive, ...asked } = flags;
          const target = output === '-' ? process.stdout : output;
          const input = { ...asked, day: at, target, ...(id !== undefined && { id }) };
          const { paths, inventory } = await exportFrom(workspace, actor, input, signal);
          if (inventory) say(M.inventory(inventory.rows, inventory.undecided));
          for (const path of paths)
            if (json) printJson({ path });
            else print(path);
        }),
      ),
    );
}

function day(value: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(Date.parse(value)))
    throw new InvalidArgumentError(W.notADay);
  return value;
}

function delimiter(value: string): ',' | ';' | '\t' {
  if (value === ',' || value === ';') return value;
  if (value === 'tab' || value === '\t') return '\t';
  throw new InvalidArgumentError(W.notADelimiter);
}
