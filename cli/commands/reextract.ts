import type { Command } from 'commander';
import { sourceName } from '../../src/model/source-name.ts';
import { reextract } from '../../src/services/reextract.ts';
import { COMMANDS } from '../../src/words/es/commands.ts';
import { M } from '../../src/words/es/messages.ts';
import { print, printJson } from '../output.ts';
import { type CommonOptions, command, interruptible, withArchive } from '../session.ts';

const W = COMMANDS.reextract;

/** `foja reextract [ID…]`: the fields again with the rules of this version; what people set stands. */
export function reextractCommand(): Command {
  return command('reextract', W.about)
    .argument(...W.id)
    .action((ids: string[], flags: CommonOptions) =>
      interruptible((signal) =>
        withArchive(flags, async (workspace, actor) => {
          const counts = await reextract(workspace, actor, { ids }, signal, (record) => {
            if (!flags.json) print(`${record.id}  ${sourceName(record)}`);
          });
          if (flags.json) printJson(counts);
          else print(M.reextracted(counts.documents, counts.changed));
        }),
      ),
    );
}
